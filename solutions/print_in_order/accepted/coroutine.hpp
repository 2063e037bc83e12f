// SPDX-License-Identifier: MIT
// The order is written down once, as a coroutine that calls one callback after the other. Each
// thread leaves its callback and resumes the coroutine, which goes on as far as it has callbacks. A
// mutex lets one thread at a time run it.
#pragma once

#include <array>
#include <coroutine>
#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <utility>

class Foo {
 public:
  Foo() : in_order_(in_order()) {}
  Foo(const Foo&) = delete;
  Foo& operator=(const Foo&) = delete;
  ~Foo() { in_order_.destroy(); }

  void first(std::function<void()> printFirst) { leave(0, std::move(printFirst)); }
  void second(std::function<void()> printSecond) { leave(1, std::move(printSecond)); }
  void third(std::function<void()> printThird) { leave(2, std::move(printThird)); }

 private:
  struct Routine : std::coroutine_handle<> {
    struct promise_type {
      Routine get_return_object() {
        return {std::coroutine_handle<promise_type>::from_promise(*this)};
      }
      std::suspend_always initial_suspend() noexcept { return {}; }
      std::suspend_always final_suspend() noexcept { return {}; }
      void return_void() {}
      void unhandled_exception() { std::terminate(); }
    };
  };

  Routine in_order() {
    for (const std::function<void()>& print : left_) {
      while (!print) co_await std::suspend_always{};
      print();
    }
  }

  void leave(std::size_t place, std::function<void()> print) {
    const std::lock_guard<std::mutex> lock(mutex_);
    left_[place] = std::move(print);
    in_order_.resume();
  }

  std::mutex mutex_;
  std::array<std::function<void()>, 3> left_;
  Routine in_order_;
};
