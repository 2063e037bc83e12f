// SPDX-License-Identifier: MIT
// Bug: each thread sleeps until its time has come. Time orders nothing.
#pragma once

#include <chrono>
#include <functional>
#include <thread>

class ZeroEvenOdd {
 public:
  explicit ZeroEvenOdd(int n) : n_(n) {}

  void zero(std::function<void(int)> printNumber) {
    for (int number = 1; number <= n_; ++number) {
      printNumber(0);
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
  }
  void even(std::function<void(int)> printNumber) { count(2, printNumber); }
  void odd(std::function<void(int)> printNumber) { count(1, printNumber); }

 private:
  void count(int first, const std::function<void(int)>& print) {
    std::this_thread::sleep_for(std::chrono::milliseconds(20 * first - 10));
    for (int number = first; number <= n_; number += 2) {
      print(number);
      std::this_thread::sleep_for(std::chrono::milliseconds(40));
    }
  }

  const int n_;
};
