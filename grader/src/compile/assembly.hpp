// SPDX-License-Identifier: MIT
// Inline assembly of an answer. The engine sees no access and no system call in it, so only what
// neither accesses memory nor leaves the program is permitted: pause, fences, and nothing.
#pragma once

#include <string>
#include <string_view>

namespace grader::compile {

/// Returns whether a template of inline assembly, as it stands in the source, is permitted.
bool is_permitted_assembly(std::string_view text);

/// Returns whether g++'s assembler output (-S) holds inline assembly. Its mark comes before the
/// first of it, so the inline assembly itself cannot hide it.
bool holds_assembly(std::string_view assembler_output);

/// Returns the first template in `dump` that is not permitted, "" if there is none. `dump` is what
/// g++ writes for -fdump-tree-gimple, or clang for -emit-llvm: both quote the template, so it
/// cannot pretend to be something else. Assembly outside of functions: only clang's shows it.
std::string forbidden_assembly_in(std::string_view dump);

/// Stands for the text of assembly outside of functions, which no dump of g++'s shows.
inline constexpr std::string_view outside_functions = "outside of functions";

/// Returns whether g++'s assembler output has assembly outside of functions. Its mark comes before
/// it as well; after forbidden assembly in a function the answer may be wrong.
bool holds_assembly_outside_functions(std::string_view assembler_output);

}  // namespace grader::compile
