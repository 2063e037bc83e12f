// SPDX-License-Identifier: MIT
#include "world/clock.hpp"

#include <algorithm>

namespace kata::model {

namespace {

// Looks at the clock, with nothing else to wait for, before each moves it.
constexpr std::uint32_t looks_before_it_moves = 64;
constexpr Nanoseconds step = 1'000'000;

}  // namespace

void Clock::reset(Nanoseconds early) {
  now_ = 0;
  early_ = early_left_ = early;
  looks_ = 0;
  moved_at = read_at_ = 0;
  timers_.clear();
}

void Clock::add(Thread& thread, Nanoseconds deadline) {
  thread.deadline = deadline;
  timers_.push_back(&thread);
  thread.timer = static_cast<std::uint32_t>(timers_.size());
}

bool Clock::remove(Thread& thread) {
  if (thread.timer == 0) return false;
  Thread* const last = timers_.back();
  timers_[thread.timer - 1] = last;
  last->timer = thread.timer;
  timers_.pop_back();
  thread.timer = 0;
  thread.deadline = never;
  return true;
}

Nanoseconds Clock::next() const {
  Nanoseconds earliest = never;
  for (const Thread* thread : timers_) earliest = std::min(earliest, thread->deadline);
  return std::max(earliest, now_);
}

bool Clock::next_is_guard() const {
  const Thread* first = nullptr;
  for (const Thread* thread : timers_) {
    if (first == nullptr || thread->deadline < first->deadline) first = thread;
  }
  return first != nullptr && first->guards;
}

void Clock::due(Nanoseconds time, std::vector<std::uint16_t>& ids) const {
  for (const Thread* thread : timers_) {
    if (thread->deadline <= time) ids.push_back(thread->id);
  }
}

void Clock::early(Nanoseconds anyway, std::vector<std::uint16_t>& ids) const {
  for (const Thread* thread : timers_) {
    // A guard is due when its time would have passed although no thread had been late.
    const bool may_fire = thread->guards ? thread->deadline + (early_ - early_left_) <= anyway
                                         : thread->deadline - anyway <= early_left_;
    if (may_fire) ids.push_back(thread->id);
  }
}

void Clock::spend_early(const Thread& thread, Nanoseconds anyway) {
  early_left_ -= std::max(Nanoseconds{0}, thread.deadline - anyway);
}

void Clock::advance(Nanoseconds deadline, std::uint32_t point) {
  if (deadline <= now_) return;
  now_ = deadline;
  moved_at = point;
  looks_ = 0;
}

void Clock::compute(std::uint32_t point) {
  constexpr Nanoseconds of_a_point = 50;
  now_ += (Nanoseconds{point} - read_at_ + 1) * of_a_point;
  read_at_ = point;
}

void Clock::look(std::uint32_t point) {
  if (++looks_ <= looks_before_it_moves || has_timers()) return;
  now_ += step;
  moved_at = point;
}

}  // namespace kata::model
