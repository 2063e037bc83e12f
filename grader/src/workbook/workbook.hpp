// SPDX-License-Identifier: MIT
// What katas there are and which answers are filed for them. A directory is the registration:
// nothing here knows a name.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/json.hpp"
#include "base/warning.hpp"
#include "workbook/hints.hpp"

namespace grader::workbook {

struct Problem {
  std::string slug;
  std::filesystem::path directory;
  std::string title, difficulty, chapter;  ///< from problem.json; empty if it is broken
  std::optional<int> leetcode;
  std::vector<std::string> topics;
  std::uint64_t schedules = 10'000;
  std::vector<WarningKind> reject;  ///< warnings that the problem's policy makes rejections
  std::vector<Hint> hints;
  std::vector<std::string> faults;  ///< what is wrong with problem.json, a sentence each
  /// The fault that leaves open how to judge, also in `faults`: a policy that is not understood.
  /// Empty if there is none.
  std::string unusable;

  std::filesystem::path stub() const { return directory / (slug + ".hpp"); }
  /// The stub as it was before anybody worked on it.
  std::filesystem::path shipped() const { return directory / ".stub.hpp"; }
  std::filesystem::path harness() const { return directory / "harness.cpp"; }
  std::filesystem::path answer() const { return directory / "answer.hpp"; }
};

/// A file in solutions/<slug>/accepted or rejected.
struct Answer {
  std::filesystem::path file;
  std::string name;     ///< such as "rejected/deadlock-two_locks"
  std::string verdict;  ///< what it must get
  /// The warnings that it must get if it is accepted, and no others: lines "// warns: WORD" among
  /// the comments at its top. faults_of() names those that are no warnings.
  std::set<std::string> warns = {};
};

/// Returns the words in such lines of an answer's text.
std::set<std::string> promised_warnings(const std::string& text);

class Workbook {
 public:
  /// `root` holds problems/ and perhaps solutions/.
  explicit Workbook(std::filesystem::path root) : root_(std::move(root)) {}

  const std::filesystem::path& root() const { return root_; }

  /// Sorted slugs of every directory in problems/.
  std::vector<std::string> slugs() const;

  /// Throws UsageError, with the nearest slugs, if there is no such problem.
  Problem problem(const std::string& slug) const;

  bool has_solutions() const;
  /// Sorted, accepted ones first; empty without solutions/. The verdict is what the file's name
  /// promises, known or not.
  std::vector<Answer> answers(const std::string& slug) const;
  /// What authors know about mutants of the accepted answers; need not exist.
  std::filesystem::path ledger(const std::string& slug) const {
    return root_ / "solutions" / slug / "mutants.json";
  }

 private:
  std::filesystem::path root_;
};

/// Fills in from the text of a problem.json; what is wrong goes to `faults`.
void read_problem_json(const std::string& text, Problem& problem);

/// A path as messages show it: relative to the root if it is inside.
std::string shown_path(const std::filesystem::path& path, const std::filesystem::path& root);

}  // namespace grader::workbook
