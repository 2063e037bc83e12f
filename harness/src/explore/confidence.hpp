// SPDX-License-Identifier: MIT
// What an acceptance rests on, in figures that were counted and in words that claim no more.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace kata::explore {

/// The values that a harness drew under one name.
struct Drawn {
  std::string name;
  int least = 0;
  int most = 0;
};

struct Confidence {
  std::uint64_t schedules = 0;
  std::uint64_t distinct = 0;  ///< see Distinct
  std::map<std::string, std::uint64_t> strategies;
  std::uint64_t last_half = 0, new_in_last_half = 0;
  std::uint64_t last_tenth = 0, new_in_last_tenth = 0;
  /// The largest N such that a mistake which each schedule had a chance of 1/N to show, whatever
  /// the schedules before it did, stayed unseen with a probability of 5 % at most. 0: no such N.
  std::uint64_t one_in = 0;
  std::vector<Drawn> drawn;
  std::uint64_t run_twice = 0;  ///< schedules that were run again and went the same way
};

/// Counts while schedules run.
class Tally {
 public:
  /// A schedule is over that `strategy` made; `is_new`: no earlier one had its order.
  void add(const char* strategy, bool is_new);
  void add_drawn(const char* name, int value);
  void ran_twice() { ++run_twice_; }

  Confidence sum(std::uint64_t distinct) const;

 private:
  std::map<std::string, std::uint64_t> strategies_;
  std::vector<bool> new_;  // by schedule
  std::vector<Drawn> drawn_;
  std::uint64_t run_twice_ = 0;
};

/// What was not looked at, a phrase each. `program`: a whole program, which draws no instances.
std::vector<std::string> not_covered(const Confidence& confidence, bool program);

/// A short paragraph of it all.
std::string in_words(const Confidence& confidence, bool program);

}  // namespace kata::explore
