// SPDX-License-Identifier: MIT
// System calls that an answer makes by itself, in its machine code.
#pragma once

#include <string>
#include <string_view>

namespace grader::compile {

/// Returns whether the code in `object` (ELF, 64 bits) holds the bytes of an instruction that
/// enters the kernel. They may be part of a constant: only listing_enters_kernel() knows.
bool may_enter_kernel(std::string_view object);

/// Returns the first such instruction in a disassembly (objdump -d --no-show-raw-insn) as it stands
/// there, "" if there is none.
std::string listing_enters_kernel(std::string_view listing);

}  // namespace grader::compile
