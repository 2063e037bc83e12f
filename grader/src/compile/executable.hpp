// SPDX-License-Identifier: MIT
// Looks into a linked executable for what no answer may hold: code that would run before the judge,
// and definitions that would take the place of the judge's or the system's own functions.
#pragma once

#include <string>
#include <string_view>

namespace grader::compile {

/// What is wrong with the executable whose bytes (ELF, 64 bits) these are, as a sentence for the
/// student; empty if nothing. Bytes that are no such file say nothing: then it does not run either.
std::string forbidden_in(std::string_view elf);

}  // namespace grader::compile
