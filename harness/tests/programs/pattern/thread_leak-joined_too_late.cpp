// SPDX-License-Identifier: MIT
// The statement promises that nothing outlives the call; the threads live in a member.
#include <kata/kata.hpp>

struct Answer {
  std::vector<std::jthread> threads;
  std::atomic<int> count{0};
  void call() {
    threads.emplace_back([this] {
      for (int i = 0; i < 5; ++i) ++count;
    });
  }
};

void run(kata::Schedule& schedule) {
  Answer answer;
  answer.call();
  schedule.expect_no_threads_left("call");
}

KATA_SCENARIOS(kata::scenario("run", run);)
