// SPDX-License-Identifier: MIT
#include "intercept/caller.hpp"

#include <string_view>
#include <unordered_map>

#include "trace/symbols.hpp"

namespace kata::intercept {

namespace {

using Known = std::unordered_map<detect::Pc, bool>;

// Whether one of the functions at `pc`, of which inlining made one, is called so; `known` is what
// earlier calls found.
bool is_within(detect::Pc pc, std::string_view prefix, Known& known) {
  const auto [entry, is_new] = known.try_emplace(pc, false);
  if (is_new) {
    for (const trace::Frame& frame : trace::frames_of(pc)) {
      if (frame.function.starts_with(prefix)) entry->second = true;
    }
  }
  return entry->second;
}

}  // namespace

bool is_from_std(detect::Pc pc) {
  static Known known;
  return is_within(pc, "__gthread_", known);
}

bool is_latch_counting_down(detect::Pc pc) {
  static Known known;
  return is_within(pc, "std::latch::count_down", known);
}

model::UnlockMode unlock_mode() {
  using model::UnlockMode;
  // unlock_shared() of the class within calls its unlock(), so the outermost of them counts. At
  // every unlock: a limit would make a schedule that failed pass when it is run again.
  UnlockMode mode = UnlockMode::either;
  for (const detect::Pc pc : trace::capture_stack()) {
    for (const trace::Frame& frame : trace::frames_of(pc)) {
      if (frame.function.find("__glibcxx_rwlock_") != std::string::npos) continue;
      if (!frame.function.starts_with("std::") ||
          frame.function.find("shared_") == std::string::npos) {
        return mode;
      }
      if (frame.function.ends_with("::unlock_shared")) return UnlockMode::shared;
      if (frame.function.ends_with("::unlock")) mode = UnlockMode::exclusive;
    }
  }
  return mode;
}

}  // namespace kata::intercept
