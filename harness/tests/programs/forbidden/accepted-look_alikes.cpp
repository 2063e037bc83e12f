// SPDX-License-Identifier: MIT
// What looks like a forbidden primitive and is none: one that is declared only, a timed mutex that
// is locked without a time limit, atomics that wait, and a stop token, whose callbacks hold
// semaphores.
#include <kata/kata.hpp>

void declared_only(kata::Schedule&) {
  std::recursive_mutex recursive;
  std::counting_semaphore<> semaphore(1);
  std::condition_variable condition;
  std::timed_mutex timed;
  static_cast<void>(recursive);
  static_cast<void>(semaphore);
  static_cast<void>(condition);
  const std::lock_guard lock(timed);
}

void stop_callbacks(kata::Schedule&) {
  std::atomic<int> calls{0};
  std::stop_source source;
  std::thread stops([&] { source.request_stop(); });
  {
    const std::stop_callback callback(source.get_token(), [&] { ++calls; });
  }
  stops.join();
}

void waited_on(kata::Schedule&) {
  std::atomic<int> turn{0};
  std::latch latch(1);
  std::thread other([&] {
    turn.wait(0);
    latch.count_down();
  });
  turn = 1;
  turn.notify_one();
  latch.wait();
  other.join();
}

KATA_SCENARIOS(kata::forbid(kata::Primitive::recursive_mutex, "Use a mutex.");
               kata::forbid(kata::Primitive::timed_mutex, "Use a mutex.");
               kata::forbid(kata::Primitive::condition_variable, "Use atomics.");
               kata::forbid(kata::Primitive::semaphore, "Use atomics.");
               kata::scenario("declared only", declared_only);
               kata::scenario("stop callbacks", stop_callbacks);
               kata::scenario("waited on", waited_on);)
