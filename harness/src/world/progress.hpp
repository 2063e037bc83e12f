// SPDX-License-Identifier: MIT
// Whether anything changes: what threads that look again and again wait for.
#pragma once

#include <cstdint>

namespace kata::model {

struct Progress {
  std::uint64_t count = 0;
  std::uint32_t point = 0;  ///< the scheduling point of the last
  bool napped = false;      ///< some thread has slept in this schedule
  bool heeded = false;      ///< it matters to some thread

  /// Something changed at scheduling point `now`.
  void made(std::uint32_t now) {
    ++count;
    point = now;
  }
  /// Returns whether nothing has changed since the count was `seen`, and brings that up to date.
  bool stands_still(std::uint64_t& seen) const {
    const bool same = seen == count;
    seen = count;
    return same;
  }
};

}  // namespace kata::model
