// SPDX-License-Identifier: MIT
// Which calls of a thread have returned, and when: what lies on a stack below the frame of a call
// that has returned is newer than that return. A thread that does not know of the return cannot
// know of a variable there either, so a pointer that it has to such a place is to one that is gone.
#pragma once

#include <cstdint>
#include <vector>

namespace kata::detect {

/// The returns of one thread that later ones do not imply: their frames' ends descend, and the
/// thread's clock ascends. Not thread safe.
class Returns {
 public:
  void clear() {
    returns_.clear();
    last_ = {};
  }

  /// Notes that a call whose frame ends below the address `end` returns at `clock`. Returns whether
  /// highest() may have changed.
  [[gnu::always_inline]] bool note(std::uintptr_t end, std::uint32_t clock) {
    if (end <= last_.end && clock == last_.clock) return false;
    return add(end, clock);
  }

  /// Returns the address from which upward no call has returned; 0 if none has.
  std::uintptr_t highest() const { return returns_.empty() ? 0 : returns_.front().end; }

  /// Returns whether what lies at `address` is newer than a return that a thread which knows
  /// `clock` of this one's does not know.
  bool is_newer(std::uintptr_t address, std::uint32_t clock) const {
    for (auto it = returns_.rbegin(); it != returns_.rend() && it->clock > clock; ++it) {
      if (address < it->end) return true;
    }
    return false;
  }

  /// Forgets the returns up to `clock`, which all threads know.
  void forget(std::uint32_t clock) {
    auto first = returns_.begin();
    while (first != returns_.end() && first->clock <= clock) ++first;
    returns_.erase(returns_.begin(), first);
    if (returns_.empty()) last_ = {};
  }

 private:
  struct Return {
    std::uintptr_t end = 0;
    std::uint32_t clock = 0;
  };

  [[gnu::noinline]] bool add(std::uintptr_t end, std::uint32_t clock) {
    while (!returns_.empty() && returns_.back().end <= end) returns_.pop_back();
    returns_.push_back({end, clock});
    last_ = returns_.back();
    return returns_.size() == 1;
  }

  std::vector<Return> returns_;
  Return last_;  // the last of them, where it is fast to look at
};

}  // namespace kata::detect
