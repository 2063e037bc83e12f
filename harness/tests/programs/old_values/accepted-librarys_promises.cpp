// SPDX-License-Identifier: MIT
// The library's own waiting keeps its promises whatever orders the program asks for: waiting on an
// atomic, semaphores, latches, barriers, futures, stop tokens.
// warns: busy_wait
#include <kata/kata.hpp>

using std::memory_order;

void waited_on(kata::Schedule& schedule) {
  std::atomic<int> turn{0};
  std::atomic<bool> flag{false};
  int data = 0;
  std::thread a([&] {
    turn.wait(0, memory_order::acquire);
    schedule.expect(data == 1, "published");
    flag.store(true, memory_order::release);
    flag.notify_one();
  });
  data = 1;
  turn.store(1, memory_order::release);
  turn.notify_all();
  flag.wait(false, memory_order::acquire);
  a.join();
}

void permits(kata::Schedule& schedule) {
  std::counting_semaphore<3> permits{0};
  std::latch done{2};
  std::barrier together{2};
  int total[2] = {};
  const auto work = [&](int who) {
    permits.acquire();
    total[who] = 1;
    together.arrive_and_wait();
    schedule.expect(total[1 - who] == 1, "the other came as well");
    done.count_down();
  };
  std::thread a(work, 0), b(work, 1);
  permits.release(2);
  done.wait();
  a.join();
  b.join();
}

void futures(kata::Schedule& schedule) {
  std::promise<int> promise;
  std::future<int> future = promise.get_future();
  std::jthread worker([&](std::stop_token stop) {
    promise.set_value(7);
    while (!stop.stop_requested()) std::this_thread::yield();
  });
  schedule.expect(future.get() == 7, "the value comes");
}

KATA_SCENARIOS(kata::scenario("waited on", waited_on); kata::scenario("permits", permits);
               kata::scenario("futures", futures);)
