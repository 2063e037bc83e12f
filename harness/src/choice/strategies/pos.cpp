// SPDX-License-Identifier: MIT
#include "choice/strategies/pos.hpp"

#include "choice/registry.hpp"

namespace kata::choice {

namespace {
const Registered row("pos", make_default<Pos>, 1);
}  // namespace

// Runs at every point and goes over all threads, so it has no branch that is hard to predict.
std::uint32_t Pos::pick_thread(const Candidates& candidates) {
  const std::uint32_t count = candidates.count;
  const std::uint16_t* ids = candidates.ids;
  std::uint32_t best = 0;
  std::uint64_t highest = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    std::uint64_t& own = priority(ids[i]);
    if (own == 0) [[unlikely]]
      own = random_.next() | 2;  // above `lowest`
    const bool higher = own > highest;
    highest = higher ? own : highest;
    best = higher ? i : best;
  }
  std::uint64_t* const priorities = priorities_.data();
  const std::uintptr_t object = candidates.about(best);
  if (object != 0) {
    const std::uintptr_t* pending = candidates.pending;
    for (std::uint32_t i = 0; i < count; ++i) {
      const std::uint16_t id = ids[i];
      priorities[id] = pending[id] == object ? 0 : priorities[id];
    }
  }
  if (gave_way_ != nobody) [[unlikely]]
    priorities[gave_way_] = 0;
  gave_way_ = nobody;
  priorities[ids[best]] = 0;
  return best;
}

}  // namespace kata::choice
