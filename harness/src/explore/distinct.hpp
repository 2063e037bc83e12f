// SPDX-License-Identifier: MIT
// How many different hashes were seen: open addressing, one allocation for a whole run.
#pragma once

#include <cstdint>
#include <vector>

namespace kata::explore {

class Distinct {
 public:
  explicit Distinct(std::uint64_t most) {
    std::size_t size = 64;
    while (size < 2 * most && size < (std::size_t{1} << 26)) size *= 2;
    slots_.assign(size, 0);
  }

  /// Whether `hash` is new.
  bool add(std::uint64_t hash) {
    if (hash == 0) hash = 1;
    std::size_t at = hash & (slots_.size() - 1);
    while (slots_[at] != 0) {
      if (slots_[at] == hash) return false;
      at = (at + 1) & (slots_.size() - 1);
    }
    if (count_ + 1 >= slots_.size()) return true;  // full: stops counting rather than looping
    slots_[at] = hash;
    ++count_;
    return true;
  }

  std::uint64_t count() const { return count_; }

 private:
  std::vector<std::uint64_t> slots_;
  std::uint64_t count_ = 0;
};

}  // namespace kata::explore
