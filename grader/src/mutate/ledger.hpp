// SPDX-License-Identifier: MIT
// What authors wrote down about mutants that are not rejected: solutions/<slug>/mutants.json.
#pragma once

#include <string>
#include <vector>

#include "mutate/mutant.hpp"

namespace grader::mutate {

/// One mutant, known by what it changes and not by where, so that it is known again when lines
/// move.
struct Entry {
  std::string answer;     ///< stem of the file in accepted/
  std::string operation;  ///< such as "drop_notify"
  std::string from, to;   ///< the changed lines without indentation
  std::size_t nth = 1;    ///< which of several that are alike
  bool missed = false;    ///< it is wrong, and the judge is known not to see it; else equivalent
  std::string why;

  bool is(const std::string& of_answer, const Mutant& mutant) const;
};

struct Ledger {
  std::vector<Entry> entries;
  std::vector<std::string> faults;  ///< what is wrong with the file, a sentence each
};

/// From the text of a mutants.json.
Ledger read_ledger(const std::string& text);

}  // namespace grader::mutate
