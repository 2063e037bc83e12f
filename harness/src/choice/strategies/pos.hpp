// SPDX-License-Identifier: MIT
// POS: Yuan, Yang, Gu, "Partial order aware concurrency sampling", CAV 2018. Every pending
// operation has a random priority and the highest runs; then the operations on the same object draw
// again. So orders of operations on one object are sampled evenly, and the rest costs no chances.
#pragma once

#include <vector>

#include "choice/random.hpp"
#include "choice/strategy.hpp"

namespace kata::choice {

class Pos final : public Strategy {
 public:
  void begin(std::uint64_t seed, std::uint32_t) override {
    random_.seed(seed);
    priorities_.clear();
    gave_way_ = nobody;
  }
  const char* name() const override { return "pos"; }
  std::uint32_t pick(std::uint32_t count) override { return random_.below(count); }
  std::uint32_t pick_thread(const Candidates& candidates) override;
  /// It is passed over once; then it draws like all others. Had it to wait until no other can move,
  /// one that looks again whenever its time is up would keep it from ever moving.
  void give_way(std::uint16_t id) override {
    priority(id) = lowest;
    gave_way_ = id;
  }

 private:
  static constexpr std::uint64_t lowest = 1;
  static constexpr std::uint32_t nobody = 0xffffffff;
  std::uint64_t& priority(std::uint16_t id) {
    if (id >= priorities_.size()) priorities_.resize(id + 1U, 0);
    return priorities_[id];
  }

  Random random_;
  std::vector<std::uint64_t> priorities_;  // by thread id; 0 = not drawn yet
  std::uint32_t gave_way_ = nobody;
};

}  // namespace kata::choice
