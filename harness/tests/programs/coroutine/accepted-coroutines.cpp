// SPDX-License-Identifier: MIT
// Coroutines that are resumed by other threads.
#include <kata/kata.hpp>

struct Task {
  struct promise_type {
    Task get_return_object() {
      return Task{std::coroutine_handle<promise_type>::from_promise(*this)};
    }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_value(int result) { value = result; }
    void unhandled_exception() { std::terminate(); }
    int value = 0;
  };
  explicit Task(std::coroutine_handle<promise_type> handle) : handle(handle) {}
  Task(Task&& other) noexcept : handle(std::exchange(other.handle, nullptr)) {}
  ~Task() {
    if (handle) handle.destroy();
  }
  std::coroutine_handle<promise_type> handle;
};

Task count(int to) {
  int sum = 0;
  for (int i = 1; i <= to; ++i) {
    sum += i;
    co_await std::suspend_always{};
  }
  co_return sum;
}

void resumed_elsewhere(kata::Schedule& schedule) {
  Task task = count(3);
  for (int i = 0; i < 2; ++i) {
    std::thread thread([&] { task.handle.resume(); });
    thread.join();
  }
  while (!task.handle.done()) task.handle.resume();
  schedule.expect(task.handle.promise().value == 6, "1 + 2 + 3");
}

KATA_SCENARIOS(kata::scenario("resumed elsewhere", resumed_elsewhere);)
