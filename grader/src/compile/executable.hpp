// SPDX-License-Identifier: MIT
// Looks into what a submission was compiled to for what no answer may hold: code that would run
// before the judge, and definitions that would take the place of the judge's or the system's own.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

namespace grader::compile {

/// Returns a symbol's name as it stands in C++.
std::string readable_name(std::string_view symbol);

/// What is wrong with the executable whose bytes (ELF, 64 bits) these are, as a sentence for the
/// student; empty if nothing. Bytes that are no such file say nothing: then it does not run either.
std::string forbidden_in(std::string_view executable);

/// The names that a submission's object file may not define: the linker would take its definition
/// for the judge's calls, whatever its visibility.
class Reserved {
 public:
  /// `judge` are the bytes of the judge's object file, `runtime` those of the shared library. Both
  /// outlive this.
  Reserved(std::string_view judge, std::string_view runtime);

  /// The first such definition in `object`, as a sentence for the student; empty if there is none.
  std::string defined_in(std::string_view object) const;

 private:
  std::string_view judge_, runtime_;
  std::unordered_set<std::string_view> names_;
};

}  // namespace grader::compile
