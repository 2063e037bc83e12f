// SPDX-License-Identifier: MIT
// Strategies that forget: at every scheduling point any thread may be next.
#pragma once

#include "choice/random.hpp"
#include "choice/strategy.hpp"

namespace kata::choice {

/// Every candidate with the same chance.
class RandomWalk : public Strategy {
 public:
  void begin(std::uint64_t seed, std::uint32_t) override { random_.seed(seed); }
  const char* name() const override { return "random"; }
  std::uint32_t pick(std::uint32_t count) override { return random_.below(count); }
  std::uint32_t pick_thread(const Candidates& candidates) override {
    return random_.below(candidates.count);
  }

 protected:
  Random random_;
};

/// Stays with the running thread mostly; how mostly is drawn anew for every schedule. Finds what
/// needs long runs of one thread, which uniform switching all but never makes.
class StickyWalk final : public RandomWalk {
 public:
  void begin(std::uint64_t seed, std::uint32_t length) override {
    RandomWalk::begin(seed, length);
    switch_odds_ = 2U << random_.below(5);  // one switch in 2, 4, 8, 16 or 32 points
  }
  const char* name() const override { return "sticky"; }
  std::uint32_t pick_thread(const Candidates& candidates) override {
    if (candidates.running < candidates.count && random_.below(switch_odds_) != 0) {
      return candidates.running;
    }
    return random_.below(candidates.count);
  }
  void give_way(std::uint16_t) override { /* the scheduler already passes over who gives way */
  }

 private:
  std::uint32_t switch_odds_ = 2;
};

}  // namespace kata::choice
