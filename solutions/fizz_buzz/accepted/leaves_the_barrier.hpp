// SPDX-License-Identifier: MIT
// A barrier for all four after each number. A thread that has no number left drops out of it, and
// the others go on without waiting for it.
#pragma once

#include <barrier>
#include <functional>

class FizzBuzz {
 public:
  explicit FizzBuzz(int n) : n_(n) {}

  void fizz(std::function<void()> printFizz) {
    say([](int i) { return i % 3 == 0 && i % 5 != 0; }, [&](int) { printFizz(); });
  }

  void buzz(std::function<void()> printBuzz) {
    say([](int i) { return i % 5 == 0 && i % 3 != 0; }, [&](int) { printBuzz(); });
  }

  void fizzbuzz(std::function<void()> printFizzBuzz) {
    say([](int i) { return i % 15 == 0; }, [&](int) { printFizzBuzz(); });
  }

  void number(std::function<void(int)> printNumber) {
    say([](int i) { return i % 3 != 0 && i % 5 != 0; }, printNumber);
  }

 private:
  template <class IsMine, class Print>
  void say(IsMine is_mine, Print print) {
    int last = n_;
    while (last > 0 && !is_mine(last)) --last;
    for (int i = 1; i <= last; ++i) {
      if (is_mine(i)) print(i);
      if (i < last) all_have_seen_it_.arrive_and_wait();
    }
    all_have_seen_it_.arrive_and_drop();
  }

  int n_;
  std::barrier<> all_have_seen_it_{4};
};
