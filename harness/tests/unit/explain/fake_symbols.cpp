// SPDX-License-Identifier: MIT
#include "fake_symbols.hpp"

#include <map>

namespace kata {
namespace {

std::map<std::uint32_t, std::vector<trace::Frame>> lines;
std::map<std::uintptr_t, std::string> variables;

}  // namespace

namespace tests {

void forget_symbols() {
  lines.clear();
  variables.clear();
}

std::uint32_t address_of(std::vector<trace::Frame> frames) {
  const auto address = static_cast<std::uint32_t>(0x1000 + lines.size());
  lines[address] = std::move(frames);
  return address;
}

void set_variable(std::uintptr_t address, std::string name) {
  variables[address] = std::move(name);
}

}  // namespace tests

namespace trace {

const std::vector<Frame>& frames_of(std::uint32_t return_address) {
  static const std::vector<Frame> none;
  const auto found = lines.find(return_address);
  return found == lines.end() ? none : found->second;
}

std::vector<Frame> frames_of(const Stack& stack) {
  std::vector<Frame> frames;
  for (const std::uint32_t address : stack) {
    const std::vector<Frame>& more = frames_of(address);
    frames.insert(frames.end(), more.begin(), more.end());
  }
  return frames;
}

std::string variable_at(std::uintptr_t address) {
  const auto found = variables.find(address);
  return found == variables.end() ? "" : found->second;
}

}  // namespace trace
}  // namespace kata
