// SPDX-License-Identifier: MIT
// From addresses to what a student wrote: functions, files, lines and variables, through the
// executable's own debug information.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "trace/event.hpp"

namespace kata::trace {

/// One source position. Inlined calls are frames of their own.
struct Frame {
  std::string function;  ///< demangled, without its arguments
  std::string file;
  int line = 0;
};

/// The frames of a return address, innermost first; empty if nothing is known.
const std::vector<Frame>& frames_of(std::uint32_t return_address);

/// The frames of a whole stack, innermost first.
std::vector<Frame> frames_of(const Stack& stack);

/// The name of the global variable that holds `address`, or "".
std::string variable_at(std::uintptr_t address);

}  // namespace kata::trace
