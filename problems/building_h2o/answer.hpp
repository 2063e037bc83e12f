// SPDX-License-Identifier: MIT
// The calls that the judge of building_h2o makes of an answer, and how each is made on the
// student's class.
#pragma once

#include <kata/answer.hpp>

namespace kata_oracle {

struct Answer {
  virtual ~Answer() = default;
  virtual void hydrogen(kata::Callback<void()> release_hydrogen) = 0;
  virtual void oxygen(kata::Callback<void()> release_oxygen) = 0;
};

template <class H2O>
struct Adapter final : Answer {
  void hydrogen(kata::Callback<void()> release_hydrogen) override {
    KATA_CALL(void, "void hydrogen(std::function<void()> releaseHydrogen)",
              answer.hydrogen(release_hydrogen.function()));
  }
  void oxygen(kata::Callback<void()> release_oxygen) override {
    KATA_CALL(void, "void oxygen(std::function<void()> releaseOxygen)",
              answer.oxygen(release_oxygen.function()));
  }

  H2O answer;
};

}  // namespace kata_oracle

KATA_ANSWER(H2O, "H2O()")
