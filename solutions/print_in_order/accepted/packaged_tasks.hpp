// SPDX-License-Identifier: MIT
// Each callback becomes a task whose future is ready when it has run.
#pragma once

#include <functional>
#include <future>

class Foo {
 public:
  Foo() : first_done_(first_.get_future()), second_done_(second_.get_future()) {}

  void first(std::function<void()> printFirst) { first_(printFirst); }

  void second(std::function<void()> printSecond) {
    first_done_.get();
    second_(printSecond);
  }

  void third(std::function<void()> printThird) {
    second_done_.get();
    printThird();
  }

 private:
  using Task = std::packaged_task<void(std::function<void()>)>;

  static void run(const std::function<void()>& print) { print(); }

  Task first_{run};
  Task second_{run};
  std::future<void> first_done_;
  std::future<void> second_done_;
};
