// SPDX-License-Identifier: MIT
// How the mutants of one kata fared: counts, survivors, and the same as JSON. Pure functions.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/json.hpp"
#include "base/verdict.hpp"
#include "base/warning.hpp"
#include "mutate/ledger.hpp"
#include "mutate/mutant.hpp"

namespace grader::mutate {

/// A mutant and what the judge said of it.
struct Judged {
  std::string answer;  ///< stem of the file in accepted/
  std::string file;    ///< as shown
  Mutant mutant;
  Verdict verdict = Verdict::internal_error;
  std::vector<WarningKind> warnings;  ///< each kind once
  std::uint64_t schedule = 0;         ///< number of the schedule that failed
};

/// What became of a mutant, and so how it counts.
enum class Fate { not_compiled, killed, equivalent, missed, survived, not_judged };

struct Counts {
  std::size_t made = 0, not_compiled = 0, killed = 0, equivalent = 0, missed = 0, survived = 0,
              not_judged = 0;

  std::size_t compiled() const { return made - not_compiled; }
  void add(Fate fate);
  /// Killed, of those that compiled and are not equivalent, in percent; 100 if there are none.
  double score() const;
};

/// All mutants of one kata.
struct Outcome {
  std::string slug;
  std::vector<Judged> judged;
  std::vector<Fate> fates;   ///< of each of `judged`
  std::vector<Entry> stale;  ///< entries that match no mutant that survived
  Counts all;
};

/// Entries about other answers than `answers` are left out of account: they were not mutated.
Outcome judge_outcome(const std::string& slug, std::vector<Judged> judged, const Ledger& ledger,
                      const std::vector<std::string>& answers);

std::string render(const Outcome& outcome);
Json to_json(const Outcome& outcome);

}  // namespace grader::mutate
