// SPDX-License-Identifier: MIT
// std::latch and std::barrier, with completion functions and drops.
#include <kata/kata.hpp>

void latch(kata::Schedule& schedule) {
  std::latch ready(3), go(1);
  int values[3] = {};
  std::vector<std::thread> threads;
  for (int i = 0; i < 3; ++i) {
    threads.emplace_back([&, i] {
      values[i] = 1;
      ready.count_down();
      go.wait();
      ++values[i];
    });
  }
  ready.wait();
  for (const int value : values) schedule.expect(value == 1, "all are ready");
  go.count_down();
  for (std::thread& thread : threads) thread.join();
  for (const int value : values) schedule.expect(value == 2, "all went on");
}

void arrive_and_wait(kata::Schedule& schedule) {
  std::latch meeting(2);
  int left = 0, right = 0;
  std::thread a([&] {
    left = 1;
    meeting.arrive_and_wait();
    schedule.expect(right == 1, "the other has come");
  });
  std::thread b([&] {
    right = 1;
    meeting.arrive_and_wait();
    schedule.expect(left == 1, "the other has come");
  });
  a.join();
  b.join();
  schedule.expect(meeting.try_wait(), "it stays open");
}

void completion(kata::Schedule& schedule) {
  const int count = schedule.draw("count", 1, 4);
  int sum = 0;
  std::vector<int> values(count);
  std::barrier barrier(count, [&]() noexcept {
    for (int& value : values) sum += std::exchange(value, 0);
  });
  std::vector<std::thread> threads;
  for (int i = 0; i < count; ++i) {
    threads.emplace_back([&, i] {
      for (int round = 1; round <= 2; ++round) {
        values[i] += round;
        barrier.arrive_and_wait();
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  schedule.expect(sum == 3 * count, "every value of every round is counted");
}

void drop(kata::Schedule& schedule) {
  std::barrier barrier(2);
  int value = 0;
  std::thread quitter([&] {
    value = 1;
    barrier.arrive_and_drop();
  });
  barrier.arrive_and_wait();
  schedule.expect(value == 1, "dropping is arriving");
  barrier.arrive_and_wait();  // alone now
  quitter.join();
}

void split_arrival(kata::Schedule& schedule) {
  std::barrier barrier(2);
  int left = 0, right = 0;
  std::thread other([&] {
    right = 1;
    auto token = barrier.arrive();
    barrier.wait(std::move(token));
    schedule.expect(left == 1, "the other has arrived");
  });
  left = 1;
  barrier.wait(barrier.arrive());
  schedule.expect(right == 1, "the other has arrived");
  other.join();
}

void matrix(kata::Schedule& schedule) {
  // Two buffers, swapped at each phase: neighbours read what was written in the phase before.
  constexpr int count = 3;
  int buffers[2][count] = {{1, 2, 3}, {}};
  std::barrier barrier(count);
  std::vector<std::jthread> threads;
  for (int i = 0; i < count; ++i) {
    threads.emplace_back([&, i] {
      for (int phase = 0; phase < 2; ++phase) {
        const auto& from = buffers[phase % 2];
        buffers[(phase + 1) % 2][i] = from[i] + from[(i + 1) % count];
        barrier.arrive_and_wait();
      }
    });
  }
  threads.clear();
  schedule.expect(buffers[0][0] == 8, "1+2 and 2+3");
}

KATA_SCENARIOS(kata::scenario("latch", latch); kata::scenario("arrive_and_wait", arrive_and_wait);
               kata::scenario("completion", completion); kata::scenario("drop", drop);
               kata::scenario("split arrival", split_arrival); kata::scenario("matrix", matrix);)
