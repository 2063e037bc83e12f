// SPDX-License-Identifier: MIT
// Threads that share an exception share its object.
#include <kata/kata.hpp>

struct Custom {
  int value = 0;
};

void run(kata::Schedule&) {
  const std::exception_ptr error = std::make_exception_ptr(Custom{});
  const auto work = [=] {
    try {
      std::rethrow_exception(error);
    } catch (Custom& custom) {
      ++custom.value;
    }
  };
  std::thread a(work), b(work);
  a.join();
  b.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
