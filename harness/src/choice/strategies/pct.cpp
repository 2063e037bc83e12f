// SPDX-License-Identifier: MIT
#include "choice/strategies/pct.hpp"

#include <algorithm>

#include "choice/registry.hpp"

namespace kata::choice {

namespace {
// Drawn priorities lie above this, those of demoted threads below, falling.
constexpr std::uint64_t middle = std::uint64_t{1} << 32;
const Registered row("pct", make_default<Pct>, 1);
}  // namespace

void Pct::begin(std::uint64_t seed, std::uint32_t length) {
  random_.seed(seed);
  priorities_.clear();
  change_points_.clear();
  next_change_ = 0;
  point_ = 0;
  lowest_ = middle;
  const std::uint32_t depth = fixed_depth_ != 0 ? fixed_depth_ : 1 + random_.below(5);
  for (std::uint32_t i = 1; i < depth; ++i) change_points_.push_back(random_.below(length));
  std::sort(change_points_.begin(), change_points_.end());
}

inline std::uint64_t Pct::priority(std::uint16_t id) {
  if (id >= priorities_.size()) priorities_.resize(id + 1U, 0);
  std::uint64_t& value = priorities_[id];
  if (value == 0) [[unlikely]]
    value = middle + 1 + (random_.next() >> 32);
  return value;
}

void Pct::demote(std::uint16_t id) {
  priority(id);
  priorities_[id] = --lowest_;
}

std::uint32_t Pct::pick_thread(const Candidates& candidates) {
  if (next_change_ < change_points_.size() && point_ >= change_points_[next_change_]) {
    ++next_change_;
    if (candidates.running < candidates.count) demote(candidates.ids[candidates.running]);
  }
  ++point_;
  std::uint32_t best = 0;
  std::uint64_t best_priority = priority(candidates.ids[0]);
  for (std::uint32_t i = 1; i < candidates.count; ++i) {
    const std::uint64_t value = priority(candidates.ids[i]);
    const bool higher = value > best_priority;
    best = higher ? i : best;
    best_priority = higher ? value : best_priority;
  }
  return best;
}

}  // namespace kata::choice
