// SPDX-License-Identifier: MIT
// A whole struct is assigned while another thread reads a member.
#include <kata/kata.hpp>

struct Point {
  double x = 0, y = 0, z = 0;
};

void run(kata::Schedule& schedule) {
  Point point;
  std::thread writer([&] { point = Point{1, 2, 3}; });
  schedule.expect(point.z >= 0, "it reads");
  writer.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
