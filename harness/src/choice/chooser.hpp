// SPDX-License-Identifier: MIT
// The one source of nondeterminism. Whatever may go one way or another in a schedule is asked
// here, so a schedule is its list of choices: a strategy invents the list, a replay feeds it back.
//
// Not thread safe: one kernel thread uses it.
#pragma once

#include <cstdint>
#include <vector>

#include "choice/strategy.hpp"

namespace kata::choice {

/// What a question is about. Part of a replay's check that the program asks the same questions.
enum class Kind : std::uint8_t { thread, waiter, wakeup, instance, feature, entropy, value };

class Chooser {
 public:
  /// Starts a schedule whose answers come from `strategy`, which has begun it and must outlive it.
  void begin(Strategy& strategy) {
    strategy_ = &strategy.chosen();
    record_.clear();
    questions_ = answers_ = 0;
  }

  /// A number in [0, count). A question with one answer is not asked and not recorded.
  std::uint32_t choose(Kind kind, std::uint32_t count) {
    if (count <= 1) return 0;
    return note(kind, count, strategy_->pick(count));
  }

  /// True once in `odds` times (odds > 1).
  bool once_in(Kind kind, std::uint32_t odds) { return choose(kind, odds) == 1; }

  /// The position in `candidates` of the thread to run next. Recorded relative to the running
  /// thread's position, so that going on without a switch is a 0 and calm schedules encode short.
  std::uint32_t choose_thread(const Candidates& candidates) {
    if (candidates.count <= 1) return 0;
    const std::uint32_t base = candidates.running < candidates.count ? candidates.running : 0;
    const std::uint32_t position = strategy_->pick_thread(candidates);
    std::uint32_t relative = position + candidates.count - base;
    if (relative >= candidates.count) relative -= candidates.count;
    note(Kind::thread, candidates.count, relative);
    return position;
  }

  /// The position in `candidates` of the waiter that a notification or an unlock wakes.
  std::uint32_t choose_waiter(const Candidates& candidates) {
    if (candidates.count <= 1) return 0;
    return note(Kind::waiter, candidates.count, strategy_->pick_waiter(candidates));
  }

  /// Every answer since begin().
  const std::vector<std::uint32_t>& record() const { return record_; }
  /// A hash of all questions since begin(), kinds and counts, and of their answers.
  std::uint64_t fingerprint() const { return questions_ ^ answers_ * 0xbf58476d1ce4e5b9ULL; }

  Strategy& strategy() { return *strategy_; }

 private:
  std::uint32_t note(Kind kind, std::uint32_t count, std::uint32_t answer) {
    record_.push_back(answer);
    questions_ =
        (questions_ ^ (static_cast<std::uint64_t>(kind) << 32 | count)) * 0x9e3779b97f4a7c15ULL;
    questions_ ^= questions_ >> 29;
    answers_ = (answers_ + answer + 1) * 0xd1342543de82ef95ULL;
    answers_ ^= answers_ >> 32;
    return answer;
  }

  Strategy* strategy_ = nullptr;
  std::vector<std::uint32_t> record_;
  std::uint64_t questions_ = 0;
  std::uint64_t answers_ = 0;
};

}  // namespace kata::choice
