// SPDX-License-Identifier: MIT
#include "choice/strategy.hpp"

namespace kata::choice {

std::uint32_t Replay::answer(std::uint32_t count) {
  if (next_ >= answers_.size()) {
    strayed_ = true;
    return 0;
  }
  const std::uint32_t value = answers_[next_++];
  if (value < count) return value;
  strayed_ = true;
  return 0;
}

std::uint32_t Replay::pick_thread(const Candidates& candidates) {
  const std::uint32_t base = candidates.running < candidates.count ? candidates.running : 0;
  return (answer(candidates.count) + base) % candidates.count;
}

}  // namespace kata::choice
