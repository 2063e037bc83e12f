// SPDX-License-Identifier: MIT
// Neighbouring bit-fields are one memory location.
#include <kata/kata.hpp>

struct Fields {
  unsigned a : 4;
  unsigned b : 4;
};

void run(kata::Schedule&) {
  Fields fields{};
  std::thread a([&] { fields.a = 1; });
  std::thread b([&] { fields.b = 1; });
  a.join();
  b.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
