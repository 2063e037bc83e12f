// SPDX-License-Identifier: MIT
// The calls that the judge of referee_queue makes of an answer, and how each is made on the
// student's class.
#pragma once

#include <kata/answer.hpp>

namespace kata_oracle {

struct Answer {
  virtual ~Answer() = default;
  virtual void run(kata::Callback<void(int user)> join,
                   kata::Callback<void(int referee, int user)> verify) = 0;
};

template <class RefereeQueue>
struct Adapter final : Answer {
  Adapter(int users, int referees) : answer(users, referees) {}
  void run(kata::Callback<void(int user)> join,
           kata::Callback<void(int referee, int user)> verify) override {
    KATA_CALL(void,
              "void run(std::function<void(int user)> join, std::function<void(int referee, int "
              "user)> verify)",
              answer.run(join.function(), verify.function()));
  }

  RefereeQueue answer;
};

}  // namespace kata_oracle

KATA_ANSWER(RefereeQueue, "RefereeQueue(int users, int referees)", int, int)
