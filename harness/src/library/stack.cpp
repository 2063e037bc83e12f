// SPDX-License-Identifier: MIT
#include "library/stack.hpp"

#include <algorithm>

#include "trace/symbols.hpp"

namespace kata::library {

bool is_at(std::uint32_t return_address, Part part) {
  const std::vector<trace::Frame>& frames = trace::frames_of(return_address);
  return std::any_of(frames.begin(), frames.end(),
                     [part](const trace::Frame& frame) { return belongs(frame.function, part); });
}

bool is_on(const trace::Stack& stack, Part part) {
  return std::any_of(stack.begin(), stack.end(),
                     [part](std::uint32_t address) { return is_at(address, part); });
}

}  // namespace kata::library
