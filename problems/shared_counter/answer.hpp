// SPDX-License-Identifier: MIT
// The calls that the judge of shared_counter makes of an answer, and how each is made on the
// student's class.
#pragma once

#include <kata/answer.hpp>

namespace kata_oracle {

struct Answer {
  virtual ~Answer() = default;
  virtual void increment() = 0;
  virtual long value() const = 0;
};

template <class SharedCounter>
struct Adapter final : Answer {
  void increment() override { KATA_CALL(void, "void increment()", answer.increment()); }
  long value() const override { KATA_CALL(long, "long value() const", answer.value()); }

  SharedCounter answer;
};

}  // namespace kata_oracle

KATA_ANSWER(SharedCounter, "SharedCounter()")
