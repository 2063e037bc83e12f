// SPDX-License-Identifier: MIT
// Two threads resume the same coroutine without order.
#include <kata/kata.hpp>

struct Counter {
  struct promise_type {
    Counter get_return_object() {
      return Counter{std::coroutine_handle<promise_type>::from_promise(*this)};
    }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
  std::coroutine_handle<promise_type> handle;
};

Counter run_forever() {
  for (volatile int i = 0;; i = i + 1) co_await std::suspend_always{};
}

void run(kata::Schedule&) {
  const Counter counter = run_forever();
  std::thread a([&] { counter.handle.resume(); });
  std::thread b([&] { counter.handle.resume(); });
  a.join();
  b.join();
  counter.handle.destroy();
}

KATA_SCENARIOS(kata::scenario("run", run);)
