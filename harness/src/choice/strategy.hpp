// SPDX-License-Identifier: MIT
// What a strategy is: the object that answers the questions of one schedule. A new strategy is one
// new file in strategies/, which registers itself: see registry.hpp.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace kata::choice {

/// The threads among which to choose. `ids[i]` is the thread at position i.
struct Candidates {
  const std::uint16_t* ids;
  std::uint32_t count;
  std::uint32_t running;  ///< position of the thread that is running; `count` if it cannot go on
  /// By thread id, the address of the object that its next operation is on; 0 if that is not known.
  const std::uintptr_t* pending = nullptr;

  std::uintptr_t about(std::uint32_t position) const {
    return pending == nullptr ? 0 : pending[ids[position]];
  }
};

class Strategy {
 public:
  virtual ~Strategy() = default;

  /// A new schedule begins. `seed` is this schedule's own; `length` is how many scheduling points
  /// schedules have had so far (a running estimate, at least 1).
  virtual void begin(std::uint64_t seed, std::uint32_t length) = 0;

  /// The strategy that answers the questions of this schedule, after begin(): a mixture's member.
  virtual Strategy& chosen() { return *this; }

  /// What make_strategy calls it; a mixture has its member's name in a schedule that has begun.
  virtual const char* name() const { return "other"; }

  /// A number in [0, count), count > 1, uniformly unless the strategy knows better.
  virtual std::uint32_t pick(std::uint32_t count) = 0;

  /// The position of the thread to run next; candidates.count > 1.
  virtual std::uint32_t pick_thread(const Candidates& candidates) = 0;

  /// The position of the waiter to wake; candidates.count > 1.
  virtual std::uint32_t pick_waiter(const Candidates& candidates) { return pick(candidates.count); }

  /// Whether what it does depends on earlier schedules, so that a seed alone does not bring it
  /// back.
  virtual bool remembers() const { return false; }

  /// Thread `id` said that it cannot get on without the others: it yielded, slept, or keeps
  /// re-reading what nobody has changed. A strategy that favours threads should stop favouring it.
  virtual void give_way(std::uint16_t id) { (void)id; }
};

/// The strategies by name. Throws std::invalid_argument naming the known ones otherwise.
std::unique_ptr<Strategy> make_strategy(std::string_view name);

/// The names make_strategy takes.
std::vector<std::string> strategy_names();

/// Feeds `answers` back; past their end, and where an answer does not fit the question, it answers
/// 0 (go on with the running thread) and notes that the schedule has left the record.
class Replay final : public Strategy {
 public:
  explicit Replay(std::vector<std::uint32_t> answers) : answers_(std::move(answers)) {}
  const char* name() const override { return "replay"; }
  void begin(std::uint64_t, std::uint32_t) override {
    next_ = 0;
    preemptions_ = 0;
    strayed_ = false;
  }
  std::uint32_t pick(std::uint32_t count) override { return answer(count); }
  std::uint32_t pick_thread(const Candidates& candidates) override;
  bool strayed() const { return strayed_; }
  bool exhausted() const { return next_ >= answers_.size(); }
  /// How often a thread that could have gone on was left for another.
  std::uint32_t preemptions() const { return preemptions_; }

 private:
  std::uint32_t answer(std::uint32_t count);
  std::vector<std::uint32_t> answers_;
  std::size_t next_ = 0;
  std::uint32_t preemptions_ = 0;
  bool strayed_ = false;
};

}  // namespace kata::choice
