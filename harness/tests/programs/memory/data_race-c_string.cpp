// SPDX-License-Identifier: MIT
// strcpy into a buffer that another thread measures.
#include <kata/kata.hpp>

char buffer[64] = "first";

void run(kata::Schedule& schedule) {
  std::string longer = "something longer";
  std::thread writer([&] { std::strcpy(buffer, longer.c_str()); });
  schedule.expect(std::strlen(buffer) > 0, "it measures");
  writer.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
