// SPDX-License-Identifier: MIT
// Any number of threads call increment() and value() on the same object. As it stands increments
// are lost. Make every increment count, and value() safe to call at any time.
#pragma once

class SharedCounter {
 public:
  void increment() { ++value_; }

  long value() const { return value_; }

 private:
  long value_ = 0;
};
