// SPDX-License-Identifier: MIT
#include "mutate/table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/text.hpp"

namespace grader::mutate {

namespace {

const char* name_of(Fate fate) {
  switch (fate) {
    case Fate::not_compiled:
      return "not_compiled";
    case Fate::killed:
      return "killed";
    case Fate::equivalent:
      return "equivalent";
    case Fate::missed:
      return "missed";
    case Fate::survived:
      return "survived";
    case Fate::not_judged:
      break;
  }
  return "not_judged";
}

std::string operators_table(const Outcome& outcome) {
  std::map<std::string, Counts> by_operator;
  for (std::size_t i = 0; i < outcome.judged.size(); ++i) {
    by_operator[outcome.judged[i].mutant.operation].add(outcome.fates[i]);
  }
  std::string text = fmt::format("  {:<20}{:>8}{:>10}{:>8}{:>12}{:>8}{:>10}\n", "operator", "made",
                                 "compiled", "killed", "equivalent", "missed", "survived");
  const auto row = [&](const std::string& name, const Counts& counts) {
    text += fmt::format("  {:<20}{:>8}{:>10}{:>8}{:>12}{:>8}{:>10}\n", name, counts.made,
                        counts.compiled(), counts.killed, counts.equivalent, counts.missed,
                        counts.survived);
  };
  for (const auto& [name, counts] : by_operator) row(name, counts);
  row("all", outcome.all);
  return text;
}

std::string verdicts_line(const Outcome& outcome) {
  std::map<std::string_view, std::size_t> by_verdict;
  for (std::size_t i = 0; i < outcome.judged.size(); ++i) {
    if (outcome.fates[i] == Fate::killed) ++by_verdict[word_of(outcome.judged[i].verdict)];
  }
  std::string text;
  for (const auto& [verdict, count] : by_verdict) {
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", verdict, count);
  }
  return "  killed as " + (text.empty() ? "nothing" : text) + "\n";
}

}  // namespace

void Counts::add(Fate fate) {
  ++made;
  switch (fate) {
    case Fate::not_compiled:
      ++not_compiled;
      break;
    case Fate::killed:
      ++killed;
      break;
    case Fate::equivalent:
      ++equivalent;
      break;
    case Fate::missed:
      ++missed;
      break;
    case Fate::survived:
      ++survived;
      break;
    case Fate::not_judged:
      ++not_judged;
      break;
  }
}

double Counts::score() const {
  const std::size_t wrong = killed + missed + survived;
  return wrong == 0 ? 100 : 100 * static_cast<double>(killed) / static_cast<double>(wrong);
}

Outcome judge_outcome(const std::string& slug, std::vector<Judged> judged, const Ledger& ledger,
                      const std::vector<std::string>& answers) {
  Outcome outcome;
  outcome.slug = slug;
  outcome.judged = std::move(judged);
  std::vector<bool> used(ledger.entries.size(), false);
  for (const Judged& one : outcome.judged) {
    Fate fate = Fate::survived;
    const Judgement judgement = judgement_of(one.verdict);
    if (one.verdict == Verdict::compile_error) {
      fate = Fate::not_compiled;
    } else if (judgement == Judgement::rejected) {
      fate = Fate::killed;
    } else {
      if (judgement == Judgement::not_judged) fate = Fate::not_judged;
      for (std::size_t i = 0; i < ledger.entries.size(); ++i) {
        if (!ledger.entries[i].is(one.answer, one.mutant)) continue;
        used[i] = true;
        fate = ledger.entries[i].missed ? Fate::missed : Fate::equivalent;
      }
    }
    outcome.fates.push_back(fate);
    outcome.all.add(fate);
  }
  for (std::size_t i = 0; i < ledger.entries.size(); ++i) {
    const Entry& entry = ledger.entries[i];
    const bool looked_at = std::find(answers.begin(), answers.end(), entry.answer) != answers.end();
    if (!used[i] && looked_at) outcome.stale.push_back(entry);
  }
  return outcome;
}

std::string render(const Outcome& outcome) {
  std::string text = outcome.slug + "\n" + operators_table(outcome) + verdicts_line(outcome);
  text += fmt::format(
      "  {} of {} that are not equivalent were killed: {:.1f} %\n", outcome.all.killed,
      outcome.all.killed + outcome.all.missed + outcome.all.survived, outcome.all.score());
  for (std::size_t i = 0; i < outcome.judged.size(); ++i) {
    const Judged& one = outcome.judged[i];
    if (outcome.fates[i] != Fate::survived && outcome.fates[i] != Fate::not_judged) continue;
    std::string verdict(word_of(one.verdict));
    for (const WarningKind warning : one.warnings) verdict += fmt::format(", {}", word_of(warning));
    text += fmt::format("  ✗ {}:{}  {}  {}\n", one.file, one.mutant.line, one.mutant.operation,
                        verdict);
    text += small_diff(one.mutant, "      ");
  }
  for (const Entry& entry : outcome.stale) {
    text += fmt::format(
        "  ✗ solutions/{}/mutants.json has an entry that no surviving mutant matches: {}, {}\n",
        outcome.slug, entry.answer, entry.operation);
    Mutant mutant;
    mutant.from = entry.from;
    mutant.to = entry.to;
    text += small_diff(mutant, "      ");
  }
  return text;
}

Json to_json(const Outcome& outcome) {
  const Counts& all = outcome.all;
  Json json = {{"slug", outcome.slug},         {"made", all.made},
               {"compiled", all.compiled()},   {"killed", all.killed},
               {"equivalent", all.equivalent}, {"missed", all.missed},
               {"survived", all.survived},     {"not_judged", all.not_judged},
               {"score_percent", all.score()}, {"mutants", Json::array()},
               {"stale", Json::array()}};
  for (std::size_t i = 0; i < outcome.judged.size(); ++i) {
    const Judged& one = outcome.judged[i];
    Json warnings = Json::array();
    for (const WarningKind warning : one.warnings) warnings.push_back(word_of(warning));
    json["mutants"].push_back({{"answer", one.answer},
                               {"file", one.file},
                               {"line", one.mutant.line},
                               {"operator", one.mutant.operation},
                               {"from", one.mutant.from},
                               {"to", one.mutant.to},
                               {"nth", one.mutant.nth},
                               {"verdict", word_of(one.verdict)},
                               {"warnings", std::move(warnings)},
                               {"schedule", one.schedule},
                               {"fate", name_of(outcome.fates[i])}});
  }
  for (const Entry& entry : outcome.stale) {
    json["stale"].push_back({{"answer", entry.answer},
                             {"operator", entry.operation},
                             {"from", entry.from},
                             {"to", entry.to},
                             {"nth", entry.nth}});
  }
  return json;
}

}  // namespace grader::mutate
