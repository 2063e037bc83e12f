// SPDX-License-Identifier: MIT
// Where races are allowed, the places in the code that race are scheduling points, as in the
// published studies of controlled concurrency testing (Thomson, Donaldson, Betts, PPoPP 2014). They
// are found as the schedules go: a schedule that finds a new one is broken off and run again with
// it. A schedule is the same only with the same set, so the set is part of its token.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "detect/shadow.hpp"

namespace kata::model {

class RacySites {
 public:
  /// From now on races are no bugs.
  void allow() { allowed_ = true; }
  bool allowed() const { return allowed_; }

  /// This access raced. False if that is no news, or the set is fixed.
  bool found(detect::Pc site);

  /// The `size` bytes at `address` were raced for. Whoever uses them takes part: the detector names
  /// two accesses, and leaves out, say, the read of what the thread itself has just written.
  void found_at(std::uintptr_t address, std::size_t size);

  /// A new schedule is about to begin: what earlier ones raced for counts in it. Not before one
  /// that is run again, which is to go the same way.
  void heed_places();

  /// Whether any of these bytes were raced for, in earlier schedules.
  bool is_raced_for(std::uintptr_t address, std::size_t size) const {
    if (words_.empty()) return false;
    for (std::uintptr_t word = address >> 3; word <= (address + size - 1) >> 3; ++word) {
      if (word_seen_[word % words_told_apart] && words_.contains(word)) return true;
    }
    return false;
  }

  /// Whether the schedule that is over found any.
  bool grew() const { return !found_.empty(); }

  /// A schedule begins: what was found so far counts.
  void begin_schedule();

  /// None is known any more.
  void forget();

  /// Only these count, in this schedule and those after it.
  void use(const std::vector<std::uint32_t>& sites);

  /// The set of the schedule that runs, ascending, counted from the start of the code.
  const std::vector<std::uint32_t>& sites() const { return sites_; }

  bool is_point(detect::Pc site) const {
    const std::uint32_t at = site - base_;
    return at < is_point_.size() && is_point_[at];
  }

  /// Returns whether `address` is among the last that thread `id` has asked this about.
  bool was_read_lately(std::uint16_t id, std::uintptr_t address);

  /// The hash of the accesses to the word at `address`, in order.
  std::uint64_t& order_of(std::uintptr_t address) { return orders_[address >> 3]; }

 private:
  void add(std::uint32_t site);

  bool allowed_ = false;
  bool fixed_ = false;
  detect::Pc base_ = 0;
  std::vector<std::uint32_t> sites_;
  std::vector<std::uint32_t> found_;  // by this schedule
  std::vector<bool> is_point_;
  std::unordered_map<std::uintptr_t, std::uint64_t> orders_;
  static constexpr std::size_t words_told_apart = 1 << 14;
  std::unordered_set<std::uintptr_t> words_;
  std::vector<std::uintptr_t> fresh_words_;  // of the schedule that runs
  std::bitset<words_told_apart> word_seen_;  // a quick no
  struct Reads {
    std::array<std::uintptr_t, 64> last{};
    std::size_t next = 0;
  };
  std::vector<Reads> reads_;  // by thread
};

extern RacySites racy;

}  // namespace kata::model
