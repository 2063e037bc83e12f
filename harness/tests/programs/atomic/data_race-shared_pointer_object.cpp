// SPDX-License-Identifier: MIT
// The object that a shared_ptr points to may be shared; the shared_ptr itself may not.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  auto shared = std::make_shared<int>(1);
  std::thread reader([&] {
    const auto copy = shared;
    if (copy && *copy > 2) std::abort();
  });
  shared.reset();
  reader.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
