// SPDX-License-Identifier: MIT
// A mutant: an answer with one small mistake put into it, and how it is told from others.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "mutate/syntax.hpp"

namespace grader::mutate {

/// Replaces bytes [begin, end) of the source.
struct Edit {
  std::size_t begin = 0, end = 0;
  std::string text;
};

struct Mutant {
  std::string operation;  ///< which operator made it, such as "drop_notify"
  std::string text;       ///< the whole source
  std::size_t line = 0;   ///< of the first change, from 1
  std::string from, to;   ///< the changed lines, without indentation; lines divided by \n
  std::size_t nth = 1;    ///< among those of the same answer, operator, from and to
};

/// What operators hand their mutants to.
class Mutants {
 public:
  explicit Mutants(const Source& source);

  /// Edits may come in any order but must not overlap. One that leaves the tokens as they are, or
  /// as an earlier mutant has them, is dropped.
  void add(const std::string& operation, std::vector<Edit> edits);

  /// In the order of their lines.
  std::vector<Mutant> take();

 private:
  const Source& source_;
  std::vector<std::string> seen_;  ///< token texts, sorted
  std::vector<Mutant> made_;
};

/// All mutants of a source.
std::vector<Mutant> mutants_of(const std::string& text);

/// "-" and "+" lines, indented.
std::string small_diff(const Mutant& mutant, const std::string& indent);

/// An edit that removes the statement, leaving a semicolon where a header needs one.
Edit without(const Source& source, const Statement& statement);
/// An edit that replaces tokens first … last.
Edit replaced(const Source& source, std::size_t first, std::size_t last, std::string text);

}  // namespace grader::mutate
