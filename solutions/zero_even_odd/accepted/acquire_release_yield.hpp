// SPDX-License-Identifier: MIT
// Spins, but right: release and acquire order the numbers, and yield lets the others run. Accepted
// with the warning busy_wait.
// warns: busy_wait
#pragma once

#include <atomic>
#include <functional>
#include <thread>

class ZeroEvenOdd {
 public:
  explicit ZeroEvenOdd(int n) : n_(n) {}

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
    while (written_.load(std::memory_order_acquire) != turn) std::this_thread::yield();
    print(number);
    written_.store(turn + 1, std::memory_order_release);
  }

  const int n_;
  std::atomic<int> written_{0};
};
