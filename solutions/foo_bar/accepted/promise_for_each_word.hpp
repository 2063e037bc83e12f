// SPDX-License-Identifier: MIT
// Every word is an event that happens once, so every word has a promise. No variable is ever used
// for two rounds, at the price of memory in proportion to n.
#pragma once

#include <cstddef>
#include <functional>
#include <future>
#include <vector>

class FooBar {
 public:
  explicit FooBar(int n) : foo_said_(std::size_t(n)), bar_said_(std::size_t(n)) {}

  void foo(std::function<void()> printFoo) {
    for (std::size_t i = 0; i < foo_said_.size(); ++i) {
      if (i > 0) bar_said_[i - 1].get_future().wait();
      printFoo();
      foo_said_[i].set_value();
    }
  }

  void bar(std::function<void()> printBar) {
    for (std::size_t i = 0; i < bar_said_.size(); ++i) {
      foo_said_[i].get_future().wait();
      printBar();
      bar_said_[i].set_value();
    }
  }

 private:
  std::vector<std::promise<void>> foo_said_;
  std::vector<std::promise<void>> bar_said_;
};
