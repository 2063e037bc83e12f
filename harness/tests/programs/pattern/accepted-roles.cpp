// SPDX-License-Identifier: MIT
// The harness's own threads, transcript and oracle.
#include <kata/kata.hpp>

void transcript(kata::Schedule& schedule) {
  const int n = schedule.draw("n", 1, 3);
  std::string expected;
  for (int i = 0; i < n; ++i) expected += "foobar";
  kata::Transcript words(schedule, expected);
  std::binary_semaphore foo(1), bar(0);
  schedule.thread("foo", [&] {
    for (int i = 0; i < n; ++i) {
      foo.acquire();
      words.say("foo");
      bar.release();
    }
  });
  schedule.thread("bar", [&] {
    for (int i = 0; i < n; ++i) {
      bar.acquire();
      words.say("bar");
      foo.release();
    }
  });
  schedule.join();
  words.expect_complete();
}

void judge_sees_all(kata::Schedule& schedule) {
  // The oracle's books are written by every thread without a lock: it is no race of the answer's.
  std::vector<int> seen;
  std::string names;
  for (int i = 0; i < 3; ++i) {
    schedule.thread("role " + std::to_string(i), [&, i] {
      schedule.dawdle();
      schedule.judge([&] {
        seen.push_back(i);
        names += schedule.role();
      });
    });
  }
  schedule.join();
  schedule.expect(seen.size() == 3 && names.size() == 18 && schedule.self() == 0, "all were seen");
}

void nothing_left(kata::Schedule& schedule) {
  {
    std::jthread worker([] {});
  }
  schedule.expect_no_threads_left("the call");
  schedule.elapse(std::chrono::seconds(2));
  schedule.expect(schedule.now() >= std::chrono::seconds(2), "time passes");
}

void permutations(kata::Schedule& schedule) {
  std::vector<int> order = schedule.permutation(4);
  std::sort(order.begin(), order.end());
  schedule.expect(order == std::vector<int>{0, 1, 2, 3}, "each number once");
  const int n = schedule.draw("n", -2, 2);
  schedule.expect(n >= -2 && n <= 2, "in the range");
}

KATA_SCENARIOS(kata::scenario("transcript", transcript);
               kata::scenario("judge sees all", judge_sees_all);
               kata::scenario("nothing left", nothing_left);
               kata::scenario("permutations", permutations);)
