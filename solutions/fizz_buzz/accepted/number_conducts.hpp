// SPDX-License-Identifier: MIT
// The thread in number() does the counting and calls the three others when they are needed, each
// through a pair of semaphores: go, and done. At the end it sends them home.
#pragma once

#include <functional>
#include <semaphore>

class FizzBuzz {
 public:
  explicit FizzBuzz(int n) : n_(n) {}

  void fizz(std::function<void()> printFizz) { fizz_.serve(printFizz); }
  void buzz(std::function<void()> printBuzz) { buzz_.serve(printBuzz); }
  void fizzbuzz(std::function<void()> printFizzBuzz) { fizzbuzz_.serve(printFizzBuzz); }

  void number(std::function<void(int)> printNumber) {
    for (int i = 1; i <= n_; ++i) {
      if (i % 15 == 0) {
        fizzbuzz_.call();
      } else if (i % 3 == 0) {
        fizz_.call();
      } else if (i % 5 == 0) {
        buzz_.call();
      } else {
        printNumber(i);
      }
    }
    for (Player* player : {&fizz_, &buzz_, &fizzbuzz_}) player->send_home();
  }

 private:
  class Player {
   public:
    void serve(const std::function<void()>& print) {
      for (go_.acquire(); !over_; go_.acquire()) {
        print();
        done_.release();
      }
    }
    void call() {
      go_.release();
      done_.acquire();
    }
    void send_home() {
      over_ = true;
      go_.release();
    }

   private:
    std::binary_semaphore go_{0};
    std::binary_semaphore done_{0};
    bool over_ = false;  // written before go_ is released, read after it is acquired
  };

  const int n_;
  Player fizz_;
  Player buzz_;
  Player fizzbuzz_;
};
