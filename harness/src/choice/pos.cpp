// SPDX-License-Identifier: MIT
#include "choice/pos.hpp"

namespace kata::choice {

std::uint32_t Pos::pick_thread(const Candidates& candidates) {
  std::uint32_t best = 0;
  std::uint64_t highest = 0;
  for (std::uint32_t i = 0; i < candidates.count; ++i) {
    std::uint64_t& own = priority(candidates.ids[i]);
    if (own == 0) own = random_.next() | 2;  // above `lowest`
    if (own > highest) {
      highest = own;
      best = i;
    }
  }
  const std::uintptr_t object = candidates.about(best);
  for (std::uint32_t i = 0; i < candidates.count; ++i) {
    if (i == best || (object != 0 && candidates.about(i) == object)) {
      priority(candidates.ids[i]) = 0;
    }
  }
  return best;
}

}  // namespace kata::choice
