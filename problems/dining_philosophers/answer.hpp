// SPDX-License-Identifier: MIT
// The calls that the judge of dining_philosophers makes of an answer, and how each is made on the
// student's class.
#pragma once

#include <kata/answer.hpp>

namespace kata_oracle {

struct Answer {
  virtual ~Answer() = default;
  virtual void wantsToEat(int philosopher, kata::Callback<void()> pick_left,
                          kata::Callback<void()> pick_right, kata::Callback<void()> eat,
                          kata::Callback<void()> put_left, kata::Callback<void()> put_right) = 0;
};

template <class DiningPhilosophers>
struct Adapter final : Answer {
  void wantsToEat(int philosopher, kata::Callback<void()> pick_left,
                  kata::Callback<void()> pick_right, kata::Callback<void()> eat,
                  kata::Callback<void()> put_left, kata::Callback<void()> put_right) override {
    KATA_CALL(void,
              "void wantsToEat(int philosopher, std::function<void()> pickLeftFork, "
              "std::function<void()> pickRightFork, std::function<void()> eat, "
              "std::function<void()> putLeftFork, std::function<void()> putRightFork)",
              answer.wantsToEat(philosopher, pick_left.function(), pick_right.function(),
                                eat.function(), put_left.function(), put_right.function()));
  }

  DiningPhilosophers answer;
};

}  // namespace kata_oracle

KATA_ANSWER(DiningPhilosophers, "DiningPhilosophers()")
