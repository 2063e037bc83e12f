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
  const bool could_go_on = candidates.running < candidates.count;
  const std::uint32_t base = could_go_on ? candidates.running : 0;
  const std::uint32_t step = answer(candidates.count);
  if (could_go_on && step != 0) ++preemptions_;
  return (step + base) % candidates.count;
}

}  // namespace kata::choice
