// SPDX-License-Identifier: MIT
// The functions and variables outside of itself that an answer to a kata may use. The list is
// closed: what is not on it could reach around the engine (dlsym, mprotect, another context's
// stack) or belongs to the engine (__VERIFIER_assume, kata_program).
#pragma once

#include <string_view>

namespace grader::compile {

/// Returns whether an answer's object file may leave `symbol` for the linker to find: the standard
/// library of C and C++, threads and semaphores, what the engine stands in for, and what compilers
/// call on their own. Also true for C++ names of the answer's own that it forgot to define: only
/// the linker can say so. Thread-safe.
bool is_permitted(std::string_view symbol);

}  // namespace grader::compile
