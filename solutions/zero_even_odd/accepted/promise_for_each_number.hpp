// SPDX-License-Identifier: MIT
// Every number written is an event that happens once, so each of the 2·n has a promise. Nothing is
// used twice, so nothing must be put back.
#pragma once

#include <cstddef>
#include <functional>
#include <future>
#include <vector>

class ZeroEvenOdd {
 public:
  explicit ZeroEvenOdd(int n) : n_(n), written_(std::size_t(2 * n)) {}

  void zero(std::function<void(int)> printNumber) {
    for (int number = 1; number <= n_; ++number) write(2 * number - 2, 0, printNumber);
  }
  void even(std::function<void(int)> printNumber) {
    for (int number = 2; number <= n_; number += 2) write(2 * number - 1, number, printNumber);
  }
  void odd(std::function<void(int)> printNumber) {
    for (int number = 1; number <= n_; number += 2) write(2 * number - 1, number, printNumber);
  }

 private:
  void write(int turn, int number, const std::function<void(int)>& print) {
    if (turn > 0) written_[std::size_t(turn - 1)].get_future().wait();
    print(number);
    written_[std::size_t(turn)].set_value();
  }

  const int n_;
  std::vector<std::promise<void>> written_;
};
