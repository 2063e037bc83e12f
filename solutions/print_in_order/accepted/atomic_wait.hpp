// SPDX-License-Identifier: MIT
// One atomic number and its own wait and notify. The store releases what was printed, the load
// inside wait acquires it.
#pragma once

#include <atomic>
#include <functional>

class Foo {
 public:
  Foo() {}

  void first(std::function<void()> printFirst) {
    printFirst();
    advance(1);
  }

  void second(std::function<void()> printSecond) {
    await(1);
    printSecond();
    advance(2);
  }

  void third(std::function<void()> printThird) {
    await(2);
    printThird();
  }

 private:
  void advance(int done) {
    done_.store(done, std::memory_order_release);
    done_.notify_all();
  }

  void await(int place) {
    for (int done = done_.load(std::memory_order_acquire); done < place;
         done = done_.load(std::memory_order_acquire)) {
      done_.wait(done, std::memory_order_acquire);
    }
  }

  std::atomic<int> done_{0};
};
