// SPDX-License-Identifier: MIT
// Nobody waits. A callback that comes too early is left in its place, and whoever closes the gap
// runs those that have become due. Looks odd, and is right: the statement does not say on which
// thread a callback runs.
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <mutex>
#include <utility>

class Foo {
 public:
  Foo() {}

  void first(std::function<void()> printFirst) { leave(0, std::move(printFirst)); }
  void second(std::function<void()> printSecond) { leave(1, std::move(printSecond)); }
  void third(std::function<void()> printThird) { leave(2, std::move(printThird)); }

 private:
  void leave(std::size_t place, std::function<void()> print) {
    const std::lock_guard<std::mutex> lock(mutex_);
    left_[place] = std::move(print);
    while (due_ < left_.size() && left_[due_]) left_[due_++]();
  }

  std::mutex mutex_;
  std::array<std::function<void()>, 3> left_;
  std::size_t due_ = 0;
};
