// SPDX-License-Identifier: MIT
// Bug: expired() does say that the other thread has dropped its pointer, but it is a relaxed look
// at a counter: what the other thread did before need not be visible.
#pragma once

#include <functional>
#include <memory>
#include <thread>

class Foo {
 public:
  Foo() {}

  void first(std::function<void()> printFirst) {
    printFirst();
    first_is_to_do_.reset();
  }

  void second(std::function<void()> printSecond) {
    await_end_of(sees_first_);
    printSecond();
    second_is_to_do_.reset();
  }

  void third(std::function<void()> printThird) {
    await_end_of(sees_second_);
    printThird();
  }

 private:
  static void await_end_of(const std::weak_ptr<int>& task) {
    while (!task.expired()) std::this_thread::yield();
  }

  std::shared_ptr<int> first_is_to_do_ = std::make_shared<int>();
  std::shared_ptr<int> second_is_to_do_ = std::make_shared<int>();
  std::weak_ptr<int> sees_first_ = first_is_to_do_;
  std::weak_ptr<int> sees_second_ = second_is_to_do_;
};
