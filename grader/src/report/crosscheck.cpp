// SPDX-License-Identifier: MIT
#include "report/crosscheck.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace grader::report {

namespace {

constexpr std::array<const char*, 5> relation_words = {"agrees", "other_kind", "missed",
                                                       "disagrees", "not_judged"};

std::string called(const std::string& sanitizer) {
  return sanitizer == "none" ? "native" : "native, " + sanitizer + " sanitizer";
}

std::string opinion_text(const Opinion& opinion) {
  if (opinion.verdict == Verdict::accepted) return fmt::format("nothing in {} runs", opinion.run);
  if (opinion.run == 0) return std::string(word_of(opinion.verdict));
  return fmt::format("{} (run {})", word_of(opinion.verdict), opinion.run);
}

std::string disagreement_text(const Crosschecked& answer, const Style& style) {
  std::string text;
  for (const NativeOpinion& native : answer.native) {
    if (relation(answer.controlled, native.opinion) != Relation::disagrees) continue;
    const auto line = [&](const std::string& engine, const Opinion& opinion) {
      std::string said = fmt::format("{}: {}", engine, word_of(opinion.verdict));
      if (!opinion.message.empty()) said += " — " + printable(opinion.message);
      text += "      " + cut(said, style.width - 6) + "\n";
    };
    line("controlled", answer.controlled);
    line(called(native.sanitizer), native.opinion);
  }
  return text;
}

double seconds_of(const Crosschecked& answer) {
  double seconds = answer.controlled.seconds;
  for (const NativeOpinion& native : answer.native) seconds += native.opinion.seconds;
  return seconds;
}

struct Count {
  std::array<std::size_t, relation_words.size()> right{}, wrong{};  // by relation
};

Count count(const std::vector<Crosschecked>& answers, std::size_t nth) {
  Count result;
  for (const Crosschecked& answer : answers) {
    const auto at =
        static_cast<std::size_t>(relation(answer.controlled, answer.native[nth].opinion));
    ++(answer.controlled.verdict == Verdict::accepted ? result.right : result.wrong)[at];
  }
  return result;
}

}  // namespace

Relation relation(const Opinion& controlled, const Opinion& native) {
  if (judgement_of(controlled.verdict) == Judgement::not_judged ||
      judgement_of(native.verdict) == Judgement::not_judged) {
    return Relation::not_judged;
  }
  if (controlled.verdict == native.verdict) return Relation::agrees;
  // What compiles is the same for both.
  const bool compile =
      controlled.verdict == Verdict::compile_error || native.verdict == Verdict::compile_error;
  if (controlled.verdict == Verdict::accepted || compile) return Relation::disagrees;
  return native.verdict == Verdict::accepted ? Relation::missed : Relation::other_kind;
}

bool disagrees(const Crosschecked& answer) {
  return std::any_of(answer.native.begin(), answer.native.end(), [&](const NativeOpinion& one) {
    return relation(answer.controlled, one.opinion) == Relation::disagrees;
  });
}

bool not_judged(const Crosschecked& answer) {
  return std::any_of(answer.native.begin(), answer.native.end(), [&](const NativeOpinion& one) {
    return relation(answer.controlled, one.opinion) == Relation::not_judged;
  });
}

std::string render_crosschecked(const Crosschecked& answer, const Style& style) {
  const bool bad = disagrees(answer);
  const std::string mark = bad                  ? style.paint(Color::red, "✗")
                           : not_judged(answer) ? style.paint(Color::yellow, "!")
                                                : style.paint(Color::green, "✓");
  std::string line =
      fmt::format("{} {}  {}", mark, answer.name, word_of(answer.controlled.verdict));
  for (const NativeOpinion& native : answer.native) {
    line += fmt::format("; {}: {}", called(native.sanitizer), opinion_text(native.opinion));
  }
  line += fmt::format(", {:.1f} s\n", seconds_of(answer));
  return line + disagreement_text(answer, style);
}

std::string render_crosscheck(const std::vector<Crosschecked>& answers, const Style& style) {
  if (answers.empty()) return "There are no answers to compare.\n";
  const auto rejected = static_cast<std::size_t>(std::count_if(
      answers.begin(), answers.end(),
      [](const Crosschecked& answer) { return answer.controlled.verdict != Verdict::accepted; }));
  std::string text =
      fmt::format("\nThe controlled engine accepts {} answers and rejects {}. Of these:\n",
                  answers.size() - rejected, rejected);
  text += style.paint(Color::bold,
                      fmt::format("  {:<28}{:>14}{:>14}{:>14}{:>14}{:>12}", "", "right: agrees",
                                  "wrong: same", "wrong: other", "wrong: missed", "disagrees")) +
          "\n";
  for (std::size_t nth = 0; nth < answers.front().native.size(); ++nth) {
    const Count counts = count(answers, nth);
    const auto at = [](const auto& counted, Relation which) {
      return counted[static_cast<std::size_t>(which)];
    };
    text += fmt::format(
        "  {:<28}{:>14}{:>14}{:>14}{:>14}{:>12}\n", called(answers.front().native[nth].sanitizer),
        at(counts.right, Relation::agrees), at(counts.wrong, Relation::agrees),
        at(counts.wrong, Relation::other_kind), at(counts.wrong, Relation::missed),
        at(counts.right, Relation::disagrees) + at(counts.wrong, Relation::disagrees));
  }
  text +=
      "  other: a fault as well, of another kind; each engine stops at the first that it finds.\n"
      "  missed: real threads did not come upon it, which says nothing.\n";
  std::string list;
  for (const Crosschecked& answer : answers) {
    if (disagrees(answer)) list += "    " + answer.name + "\n" + disagreement_text(answer, style);
  }
  return text + (list.empty() ? "No disagreement.\n"
                              : style.paint(Color::red, "Disagreements") +
                                    " (one of the engines is wrong):\n" + list);
}

Json crosscheck_json(const std::vector<Crosschecked>& answers) {
  const auto opinion_json = [](const Opinion& opinion) {
    return Json{{"verdict", word_of(opinion.verdict)},
                {"message", opinion.message},
                {"schedules", opinion.run},
                {"seconds", opinion.seconds}};
  };
  Json list = Json::array();
  std::size_t disagreements = 0, unjudged = 0;
  for (const Crosschecked& answer : answers) {
    Json native = Json::array();
    for (const NativeOpinion& one : answer.native) {
      Json json = opinion_json(one.opinion);
      json["sanitizer"] = one.sanitizer;
      json["relation"] =
          relation_words[static_cast<std::size_t>(relation(answer.controlled, one.opinion))];
      native.push_back(std::move(json));
    }
    disagreements += disagrees(answer) ? 1 : 0;
    unjudged += not_judged(answer) ? 1 : 0;
    list.push_back({{"answer", answer.name},
                    {"filed", answer.filed},
                    {"controlled", opinion_json(answer.controlled)},
                    {"native", std::move(native)},
                    {"disagrees", disagrees(answer)}});
  }
  return {{"schema", "kata/crosscheck/1"},
          {"disagreements", disagreements},
          {"not_judged", unjudged},
          {"answers", std::move(list)}};
}

}  // namespace grader::report
