// SPDX-License-Identifier: MIT
// Bug: volatile makes the compiler read and write memory each time. It makes no step of the two,
// and orders no threads.
#pragma once

class SharedCounter {
 public:
  void increment() { value_ = value_ + 1; }

  long value() const { return value_; }

 private:
  volatile long value_ = 0;
};
