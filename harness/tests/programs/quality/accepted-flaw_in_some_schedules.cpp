// SPDX-License-Identifier: MIT
// What the harness calls a flaw is said if it is seen at all.
// warns: eager
#include <kata/kata.hpp>

constexpr kata::Remark eager = {"eager", "the second thread does not wait for the first"};

void run(kata::Schedule& schedule) {
  std::atomic<bool> first_came{false};
  schedule.thread("first", [&] { first_came = true; });
  schedule.thread("second", [&] {
    if (!schedule.judge([&] { return first_came.load(); })) schedule.remark(eager);
  });
  schedule.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
