// SPDX-License-Identifier: MIT
// PCT: Burckhardt, Kothari, Musuvathi, Nagarakatte, "A randomized scheduler with probabilistic
// guarantees of finding bugs", ASPLOS 2010. The thread of the highest priority runs; at depth-1
// random points the running thread falls to the bottom. The paper's algorithm hits a bug of depth d
// in a schedule of n threads and k points with probability at least 1 / (n k^(d-1)). This one comes
// near it without that promise: only points with a choice are counted, whoever falls later always
// falls lower, and giving way makes a thread fall as well.
#pragma once

#include <vector>

#include "choice/random.hpp"
#include "choice/strategy.hpp"

namespace kata::choice {

class Pct final : public Strategy {
 public:
  /// `depth` 0 draws a depth from 1 to 5 for every schedule.
  explicit Pct(std::uint32_t depth = 0) : fixed_depth_(depth) {}

  void begin(std::uint64_t seed, std::uint32_t length) override;
  const char* name() const override { return "pct"; }
  std::uint32_t pick(std::uint32_t count) override { return random_.below(count); }
  std::uint32_t pick_thread(const Candidates& candidates) override;
  void give_way(std::uint16_t id) override { demote(id); }

 private:
  std::uint64_t priority(std::uint16_t id);
  void demote(std::uint16_t id);

  Random random_;
  std::uint32_t fixed_depth_;
  std::vector<std::uint64_t> priorities_;     // by thread id; 0 = not drawn yet
  std::vector<std::uint32_t> change_points_;  // scheduling points, ascending
  std::size_t next_change_ = 0;
  std::uint32_t point_ = 0;
  std::uint64_t lowest_ = 0;
};

}  // namespace kata::choice
