// SPDX-License-Identifier: MIT
// The calls that the judge of cyclic_barrier makes of an answer, and how each is made on the
// student's class.
#pragma once

#include <kata/answer.hpp>

namespace kata_oracle {

struct Answer {
  virtual ~Answer() = default;
  virtual int arrive_and_wait() = 0;
};

template <class CyclicBarrier>
struct Adapter final : Answer {
  Adapter(int parties, kata::Callback<void()> on_trip) : answer(parties, on_trip.function()) {}
  int arrive_and_wait() override {
    KATA_CALL(int, "int arrive_and_wait()", answer.arrive_and_wait());
  }

  CyclicBarrier answer;
};

}  // namespace kata_oracle

KATA_ANSWER(CyclicBarrier, "CyclicBarrier(int parties, std::function<void()> on_trip)", int,
            kata::Callback<void()>)
