// SPDX-License-Identifier: MIT
// Stands in for trace/symbols.cpp: a test says which lines its addresses are.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "trace/symbols.hpp"

namespace kata::tests {

/// Forgets all lines and variables.
void forget_symbols();

/// Returns a new return address, of a call in these frames, innermost first.
std::uint32_t address_of(std::vector<trace::Frame> frames);

/// The global variable `name` is at `address` from now on.
void set_variable(std::uintptr_t address, std::string name);

}  // namespace kata::tests
