// SPDX-License-Identifier: MIT
// All three threads walk through all 2·n turns together, with a barrier after each. In every turn
// one of them has something to write.
#pragma once

#include <barrier>
#include <functional>

class ZeroEvenOdd {
 public:
  explicit ZeroEvenOdd(int n) : n_(n) {}

  void zero(std::function<void(int)> printNumber) {
    walk([&](int turn) {
      if (turn % 2 == 0) printNumber(0);
    });
  }
  void even(std::function<void(int)> printNumber) {
    walk([&](int turn) {
      if (turn % 4 == 3) printNumber((turn + 1) / 2);
    });
  }
  void odd(std::function<void(int)> printNumber) {
    walk([&](int turn) {
      if (turn % 4 == 1) printNumber((turn + 1) / 2);
    });
  }

 private:
  template <class Step>
  void walk(Step step) {
    for (int turn = 0; turn < 2 * n_; ++turn) {
      step(turn);
      end_of_turn_.arrive_and_wait();
    }
  }

  const int n_;
  std::barrier<> end_of_turn_{3};
};
