// SPDX-License-Identifier: MIT
// The calls of an object under judgement, each with its begin and its end, and whether a sequential
// specification explains them: whether they are linearizable (Herlihy and Wing, 1990). The search
// is that of Wing and Gong (1993), with the visited states remembered as Lowe does (2017). For the
// histories of one schedule: up to 64 calls.
//
// A judge gives two types of its own:
//
//   struct Operation {            // what was called, and what it returned
//     std::string begun() const;  // "enqueue(7)"
//     std::string ended() const;  // "dequeue() = 7"
//     void seal(kata::Seal& seal) const;  // seal(kind, value)
//   };
//
//   struct State {                            // what the object holds; can be copied
//     bool apply(const Operation& operation); // takes effect; false if it cannot have returned so
//     auto operator<=>(const State&) const = default;
//   };
//
// Thread safety: as <kata/kata.hpp>. The books are written unseen, so they order no threads, and
// are sealed in between.
#pragma once

#include <kata/kata.hpp>

namespace kata {

/// One call. Begin and end are moments of a clock that counts the begins and ends of all calls.
template <class Operation>
struct Call {
  Operation operation;
  std::string_view thread;  ///< its role
  int begun;
  int ended;  ///< INT_MAX while it has not returned

  void seal(Seal& seal) const { seal(operation, thread.size(), begun, ended); }
};

template <class Operation>
class History {
 public:
  using Calls = std::vector<Call<Operation>>;
  static constexpr std::size_t most = 64;

  explicit History(Schedule& schedule) : schedule_(schedule) { calls_.reserve(most); }

  /// Records that the calling thread begins a call, and returns the call's number. The call itself
  /// may be slow to begin (Schedule::dawdle).
  std::size_t begin(const Operation& operation) {
    schedule_.dawdle();
    const std::string_view thread = schedule_.role();
    return schedule_.judge([&] {
      calls_.push_back({operation, thread, ++clock_, INT_MAX});
      return calls_.size() - 1;
    });
  }

  /// Records that the call has returned, with its result in `operation`.
  void end(std::size_t call, const Operation& operation) {
    schedule_.judge([&] {
      calls_[call].operation = operation;
      calls_[call].ended = ++clock_;
    });
  }

  /// Fails unless some order of the calls, in which each takes effect at one moment between its
  /// begin and its end, gives an object that starts in `state` the same results. Call it when every
  /// call has returned. `rule` is a function that returns, for the report, what the
  /// specification is.
  template <class State, class Rule>
  void expect_explained_by(const State& state, Rule rule) {
    const std::string history =
        schedule_.judge([&]() -> std::string { return is_explained_by(state) ? "" : in_words(); });
    if (history.empty()) return;
    schedule_.fail("no order of the calls explains what they returned (" + std::string(rule()) +
                   "). Begins and ends, as they came: " + history);
  }

  /// The calls so far. For rules that can be checked earlier, and said more plainly, than by the
  /// search; read it under Schedule::judge.
  const Calls& calls() const { return calls_; }
  /// The present moment.
  int clock() const { return clock_; }

  void seal(Seal& seal) const { seal(calls_, clock_); }

  template <class State>
  bool is_explained_by(const State& state) const {
    return Search<State>(calls_).finds(0, state);
  }

  /// Returns the begins and ends in order: "a calls put(1), b: get() = 2, a returns from put(1)".
  std::string in_words() const {
    std::string text;
    for (int moment = 1; moment <= clock_; ++moment) {
      for (const Call<Operation>& call : calls_) {
        const bool begins = call.begun == moment;
        const bool at_once = call.ended == call.begun + 1;
        if (!begins && (at_once || call.ended != moment)) continue;
        if (!text.empty()) text += ", ";
        text += std::string(call.thread) + (at_once  ? ": " + call.operation.ended()
                                            : begins ? " calls " + call.operation.begun()
                                                     : " returns from " + call.operation.ended());
      }
    }
    return text;
  }

 private:
  template <class State>
  class Search {
   public:
    explicit Search(const Calls& calls)
        : calls_(calls),
          all_(calls.size() == most ? ~std::uint64_t{0} : (std::uint64_t{1} << calls.size()) - 1) {}

    // `done` is the set of calls that have taken effect.
    bool finds(std::uint64_t done, const State& state) {
      if (done == all_) return true;
      if (!visited_.insert({done, state}).second) return false;
      // A call that began after another call had ended comes after it.
      int first_end = INT_MAX;
      for (std::size_t i = 0; i < calls_.size(); ++i) {
        if ((done >> i & 1) == 0) first_end = std::min(first_end, calls_[i].ended);
      }
      for (std::size_t i = 0; i < calls_.size(); ++i) {
        const Call<Operation>& call = calls_[i];
        if ((done >> i & 1) != 0 || call.begun > first_end) continue;
        State then = state;
        if (then.apply(call.operation) && finds(done | std::uint64_t{1} << i, then)) return true;
      }
      return false;
    }

   private:
    const Calls& calls_;
    const std::uint64_t all_;
    std::set<std::pair<std::uint64_t, State>> visited_;
  };

  Schedule schedule_;
  Calls calls_;
  int clock_ = 0;
  Sealed sealed_{*this};
};

}  // namespace kata
