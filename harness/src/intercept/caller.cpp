// SPDX-License-Identifier: MIT
#include "intercept/caller.hpp"

#include <charconv>
#include <string>
#include <unordered_map>
#include <vector>

#include "library/stack.hpp"
#include "trace/symbols.hpp"

namespace kata::intercept {

namespace {

using Known = std::unordered_map<detect::Pc, bool>;

// As library::is_at; `known` is what earlier calls found.
bool is_within(detect::Pc pc, library::Part part, Known& known) {
  const auto [entry, is_new] = known.try_emplace(pc, false);
  if (is_new) entry->second = library::is_at(pc, part);
  return entry->second;
}

// A template's argument is all that shows it: "std::counting_semaphore<1l>::release".
std::optional<std::int64_t> maximum_in(const std::vector<trace::Frame>& frames) {
  for (const trace::Frame& frame : frames) {
    if (!library::belongs(frame.function, library::Part::semaphore_release) ||
        frame.function.find("::release") == std::string::npos) {
      continue;
    }
    const char* const argument = frame.function.c_str() + frame.function.find('<') + 1;
    std::int64_t maximum = 0;
    const auto [end, error] =
        std::from_chars(argument, frame.function.c_str() + frame.function.size(), maximum);
    if (error == std::errc()) return maximum;
  }
  return std::nullopt;
}

}  // namespace

bool is_from_std(detect::Pc pc) {
  static Known known;
  return is_within(pc, library::Part::pthread_call, known);
}

bool is_from_shared_mutex(detect::Pc pc) {
  static Known known;
  return is_within(pc, library::Part::rwlock_call, known);
}

bool is_latch_counting_down(detect::Pc pc) {
  static Known known;
  return is_within(pc, library::Part::latch_counting_down, known);
}

std::optional<std::int64_t> maximum_of_released(detect::Pc pc) {
  static std::unordered_map<detect::Pc, std::optional<std::int64_t>> known;
  const auto [entry, is_new] = known.try_emplace(pc);
  if (is_new) entry->second = maximum_in(trace::frames_of(pc));
  return entry->second;
}

bool is_from_semaphore(detect::Pc pc) {
  static Known known;
  return is_within(pc, library::Part::semaphore, known) &&
         !library::is_on(trace::capture_stack(), library::Part::stop_state);
}

model::UnlockMode unlock_mode() {
  using model::UnlockMode;
  // unlock_shared() of the class within calls its unlock(), so the outermost of them counts. At
  // every unlock: a limit would make a schedule that failed pass when it is run again.
  UnlockMode mode = UnlockMode::either;
  for (const detect::Pc pc : trace::capture_stack()) {
    for (const trace::Frame& frame : trace::frames_of(pc)) {
      if (library::belongs(frame.function, library::Part::rwlock_call)) continue;
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
