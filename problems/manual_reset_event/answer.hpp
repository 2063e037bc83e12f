// SPDX-License-Identifier: MIT
// The calls that the judge of manual_reset_event makes of an answer, and how each is made on the
// student's class.
#pragma once

#include <kata/answer.hpp>

namespace kata_oracle {

struct Answer {
  virtual ~Answer() = default;
  virtual void set() = 0;
  virtual void clear() = 0;
  virtual bool is_set() const = 0;
  virtual void wait() = 0;
  virtual bool wait_for(std::chrono::milliseconds timeout) = 0;
};

template <class Event>
struct Adapter final : Answer {
  void set() override { KATA_CALL(void, "void set()", answer.set()); }
  void clear() override { KATA_CALL(void, "void clear()", answer.clear()); }
  bool is_set() const override { KATA_CALL(bool, "bool is_set() const", answer.is_set()); }
  void wait() override { KATA_CALL(void, "void wait()", answer.wait()); }
  bool wait_for(std::chrono::milliseconds timeout) override {
    KATA_CALL(bool, "bool wait_for(std::chrono::milliseconds timeout)", answer.wait_for(timeout));
  }

  Event answer;
};

}  // namespace kata_oracle

KATA_ANSWER(Event, "Event()")
