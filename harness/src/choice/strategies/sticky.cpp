// SPDX-License-Identifier: MIT
// A random walk that mostly stays with the running thread; the odds are drawn for every schedule.
// Finds what needs long runs of one thread, which uniform switching all but never makes.
#include "choice/random.hpp"
#include "choice/registry.hpp"

namespace kata::choice {

namespace {

class StickyWalk final : public Strategy {
 public:
  void begin(std::uint64_t seed, std::uint32_t) override {
    random_.seed(seed);
    switch_odds_ = 2U << random_.below(5);  // one switch in 2, 4, 8, 16 or 32 points
  }
  const char* name() const override { return "sticky"; }
  std::uint32_t pick(std::uint32_t count) override { return random_.below(count); }
  std::uint32_t pick_thread(const Candidates& candidates) override {
    if (candidates.running < candidates.count && random_.below(switch_odds_) != 0) {
      return candidates.running;
    }
    return random_.below(candidates.count);
  }
  void give_way(std::uint16_t) override { /* the scheduler already passes over who gives way */
  }

 private:
  Random random_;
  std::uint32_t switch_odds_ = 2;
};

const Registered row("sticky", make_default<StickyWalk>, 1);

}  // namespace

}  // namespace kata::choice
