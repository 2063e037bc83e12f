// SPDX-License-Identifier: MIT
// Whose turn it is is not computed from a number: a coroutine tells the whole story, “zero, then
// odd, zero, then even …”, in one place, and is resumed, under the lock, when somebody has written.
#pragma once

#include <condition_variable>
#include <coroutine>
#include <exception>
#include <functional>
#include <mutex>
#include <utility>

class ZeroEvenOdd {
 public:
  explicit ZeroEvenOdd(int n) : n_(n), script_(write(n)) {}

  void zero(std::function<void(int)> printNumber) {
    for (int i = 0; i < n_; ++i) act(Who::zero, printNumber, 0);
  }

  void even(std::function<void(int)> printNumber) {
    for (int number = 2; number <= n_; number += 2) act(Who::even, printNumber, number);
  }

  void odd(std::function<void(int)> printNumber) {
    for (int number = 1; number <= n_; number += 2) act(Who::odd, printNumber, number);
  }

 private:
  enum class Who { nobody, zero, even, odd };

  class Script {
   public:
    struct promise_type {
      Script get_return_object() {
        return Script(std::coroutine_handle<promise_type>::from_promise(*this));
      }
      std::suspend_never initial_suspend() noexcept { return {}; }
      std::suspend_always final_suspend() noexcept {
        next = Who::nobody;
        return {};
      }
      std::suspend_always yield_value(Who who) {
        next = who;
        return {};
      }
      void return_void() {}
      void unhandled_exception() { std::terminate(); }

      Who next = Who::nobody;
    };

    explicit Script(std::coroutine_handle<promise_type> coroutine) : coroutine_(coroutine) {}
    Script(Script&& other) noexcept : coroutine_(std::exchange(other.coroutine_, nullptr)) {}
    Script& operator=(Script&&) = delete;
    ~Script() {
      if (coroutine_) coroutine_.destroy();
    }

    Who next() const { return coroutine_.promise().next; }
    void go_on() { coroutine_.resume(); }

   private:
    std::coroutine_handle<promise_type> coroutine_;
  };

  static Script write(int n) {
    for (int number = 1; number <= n; ++number) {
      co_yield Who::zero;
      co_yield number % 2 == 0 ? Who::even : Who::odd;
    }
  }

  void act(Who me, const std::function<void(int)>& print, int number) {
    std::unique_lock<std::mutex> lock(mutex_);
    changed_.wait(lock, [&] { return script_.next() == me; });
    print(number);
    script_.go_on();
    changed_.notify_all();
  }

  const int n_;
  std::mutex mutex_;
  std::condition_variable changed_;
  Script script_;
};
