// SPDX-License-Identifier: MIT
#include "intercept/caller.hpp"

#include <unordered_map>

#include "trace/symbols.hpp"

namespace kata::intercept {

bool is_from_std(detect::Pc pc) {
  static std::unordered_map<detect::Pc, bool> known;
  const auto [entry, is_new] = known.try_emplace(pc, false);
  if (is_new) {
    for (const trace::Frame& frame : trace::frames_of(pc)) {
      if (frame.function.starts_with("__gthread_")) entry->second = true;
    }
  }
  return entry->second;
}

}  // namespace kata::intercept
