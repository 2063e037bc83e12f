// SPDX-License-Identifier: MIT
// Bug: after its number, odd makes sure with at() that the zero after it may be written. For an odd
// n there is no such zero, and at() throws.
#pragma once

#include <cstddef>
#include <functional>
#include <future>
#include <vector>

class ZeroEvenOdd {
 public:
  explicit ZeroEvenOdd(int n) : n_(n), may_write_(std::size_t(2 * n)) {
    may_write_.front().set_value();
  }

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
    may_write_[std::size_t(turn)].get_future().wait();
    print(number);
    if (number < n_ || number % 2 == 1) may_write_.at(std::size_t(turn + 1)).set_value();
  }

  const int n_;
  std::vector<std::promise<void>> may_write_;
};
