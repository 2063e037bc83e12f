// SPDX-License-Identifier: MIT
// A failed schedule made by hand, for the tests of its explanation.
#pragma once

#include <string>
#include <utility>

#include "explain/explain.hpp"
#include "fake_symbols.hpp"

namespace kata::tests {

inline constexpr const char* answer = "/a/answer.hpp";

/// The reader's file is answer.hpp.
inline explain::Source answers_source() { return {answer, "answer.hpp"}; }

inline trace::Stack at_line(int line, const std::string& function = "Answer::run") {
  return {address_of({{function, answer, line}})};
}

inline constexpr trace::ObjectName mutex_1 = {trace::ObjectKind::mutex, 1, 0x100};
inline constexpr trace::ObjectName mutex_2 = {trace::ObjectKind::mutex, 2, 0x200};
inline constexpr trace::ObjectName shared_mutex_1 = {trace::ObjectKind::shared_mutex, 1, 0x300};
inline constexpr trace::ObjectName condition_1 = {trace::ObjectKind::condition_variable, 1, 0x400};

class Failed {
 public:
  explicit Failed(model::Verdict verdict) {
    forget_symbols();
    schedule_.failure.verdict = verdict;
    schedule_.number = 1;
    schedule_.is_whole = true;
    schedule_.preemptions = 10;  // too many to speak of
  }

  Failed& thread(const std::string& name, model::ThreadState state = model::ThreadState::blocked,
                 int started_at = 0) {
    model::ThreadSummary one;
    one.id = static_cast<std::uint16_t>(schedule_.outcome.threads.size());
    one.name = name;
    one.state = state;
    if (started_at != 0) one.created_at = at_line(started_at);
    schedule_.outcome.threads.push_back(one);
    return *this;
  }

  Failed& event(std::uint16_t thread, trace::Operation operation, const trace::ObjectName& object,
                int line, const std::string& detail = "") {
    return event_in(thread, operation, object, at_line(line), detail);
  }

  Failed& event_in(std::uint16_t thread, trace::Operation operation,
                   const trace::ObjectName& object, trace::Stack stack,
                   const std::string& detail = "") {
    trace::Event one;
    one.step = static_cast<std::uint32_t>(schedule_.events.size() + 1);
    one.thread = thread;
    one.operation = operation;
    one.object = object;
    one.detail = detail;
    one.stack = std::move(stack);
    schedule_.events.push_back(one);
    return *this;
  }

  Failed& waits(std::uint16_t thread, model::Wait wait, const trace::ObjectName& object, int line,
                int held_by = -1) {
    model::WaitingFor one;
    one.wait = wait;
    one.object = object;
    one.held_by = held_by;
    one.thread = thread;
    one.stack = at_line(line);
    schedule_.outcome.waiting.push_back(one);
    return *this;
  }

  Failed& fails(std::uint16_t thread, int line, const std::string& message = "") {
    schedule_.failure.thread = thread;
    schedule_.failure.stack = at_line(line);
    schedule_.failure.message = message;
    return *this;
  }

  explore::FailedSchedule& schedule() { return schedule_; }
  std::string explanation() const { return explain::explain(schedule_, answers_source()); }

 private:
  explore::FailedSchedule schedule_;
};

}  // namespace kata::tests
