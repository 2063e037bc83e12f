// SPDX-License-Identifier: MIT
// The calls that the judge of reentrant_lock makes of an answer, and how each is made on the
// student's class.
#pragma once

#include <kata/answer.hpp>

namespace kata_oracle {

struct Answer {
  virtual ~Answer() = default;
  virtual void lock() = 0;
  virtual bool try_lock() = 0;
  /// Returns false if unlock() threw std::system_error.
  virtual bool unlock() = 0;
};

template <class ReentrantLock>
struct Adapter final : Answer {
  void lock() override { KATA_CALL(void, "void lock()", answer.lock()); }
  bool try_lock() override { KATA_CALL(bool, "bool try_lock()", answer.try_lock()); }
  bool unlock() override {
    try {
      KATA_CALL(void, "void unlock()", answer.unlock());
      return true;
    } catch (const std::system_error&) {
      return false;
    }
  }

  ReentrantLock answer;
};

}  // namespace kata_oracle

KATA_ANSWER(ReentrantLock, "ReentrantLock()")
