// SPDX-License-Identifier: MIT
// The calls that the judge of counting_semaphore makes of an answer, and how each is made on the
// student's class.
#pragma once

#include <kata/answer.hpp>

namespace kata_oracle {

struct Answer {
  virtual ~Answer() = default;
  virtual void acquire() = 0;
  virtual bool try_acquire() = 0;
  virtual bool try_acquire_for(std::chrono::milliseconds timeout) = 0;
  virtual void release() = 0;
  virtual void release(int n) = 0;
};

template <class CountingSemaphore>
struct Adapter final : Answer {
  explicit Adapter(int permits) : answer(permits) {}
  void acquire() override { KATA_CALL(void, "void acquire()", answer.acquire()); }
  bool try_acquire() override { KATA_CALL(bool, "bool try_acquire()", answer.try_acquire()); }
  bool try_acquire_for(std::chrono::milliseconds timeout) override {
    KATA_CALL(bool, "bool try_acquire_for(std::chrono::milliseconds timeout)",
              answer.try_acquire_for(timeout));
  }
  void release() override { KATA_CALL(void, "void release(int n = 1)", answer.release()); }
  void release(int n) override { KATA_CALL(void, "void release(int n = 1)", answer.release(n)); }

  CountingSemaphore answer;
};

}  // namespace kata_oracle

KATA_ANSWER(CountingSemaphore, "CountingSemaphore(int permits)", int)
