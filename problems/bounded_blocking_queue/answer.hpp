// SPDX-License-Identifier: MIT
// The calls that the judge of bounded_blocking_queue makes of an answer, and how each is made on
// the student's class.
#pragma once

#include <kata/answer.hpp>

namespace kata_oracle {

struct Answer {
  virtual ~Answer() = default;
  virtual void enqueue(int element) = 0;
  virtual int dequeue() = 0;
  virtual int size() = 0;
};

template <class BoundedBlockingQueue>
struct Adapter final : Answer {
  explicit Adapter(int capacity) : answer(capacity) {}
  void enqueue(int element) override {
    KATA_CALL(void, "void enqueue(int element)", answer.enqueue(element));
  }
  int dequeue() override { KATA_CALL(int, "int dequeue()", answer.dequeue()); }
  int size() override { KATA_CALL(int, "int size()", answer.size()); }

  BoundedBlockingQueue answer;
};

}  // namespace kata_oracle

KATA_ANSWER(BoundedBlockingQueue, "BoundedBlockingQueue(int capacity)", int)
