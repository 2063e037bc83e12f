// SPDX-License-Identifier: MIT
#include "report/terminal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "base/text.hpp"
#include "report/findings.hpp"
#include "report/native.hpp"
#include "report/schedule_view.hpp"

namespace grader::report {

namespace {

std::string paragraph(const std::string& text, const Style& style) {
  return wrap(printable(text, true), style.width, "  ");
}

std::string with_full_stop(std::string text) {
  if (!text.empty() && std::string_view(".!?`").find(text.back()) == std::string_view::npos) {
    text += '.';
  }
  // A word becomes the beginning of a sentence; an address or an identifier stays what it is.
  const std::string_view first = std::string_view(text).substr(0, text.find_first_of(" ,.:;"));
  const bool word =
      std::all_of(first.begin(), first.end(), [](unsigned char c) { return std::islower(c) != 0; });
  const bool ends = first.size() == text.size() || text[first.size()] != ':';
  if (!first.empty() && word && ends) {
    text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
  }
  return text;
}

bool is_stub(const Result& result) {
  const std::string& slug = result.problem;
  return result.submission == "problems/" + slug + "/" + slug + ".hpp";
}

std::string how_many(const Result& result) {
  const auto& [requested, run, distinct, unknown] = result.schedules;
  std::string text = run == requested && result.passed()
                         ? fmt::format("{} schedule{}", run, run == 1 ? "" : "s")
                         : fmt::format("{} of {} schedules run", run, requested);
  if (run > 1 && distinct) text += fmt::format(" ({} distinct)", *distinct);
  return text;
}

std::string warnings(const Result& result, const Style& style) {
  std::string out;
  for (const Warning& warning : result.warnings) {
    std::string text = warning.message;
    if (const auto& place = warning.place) {
      text = fmt::format("{}:{}: {}", base_name(place->file), place->line, text);
    }
    const std::string kind = fmt::format("warning {}", word_of(warning.kind));
    // Painted after wrapping, which counts columns.
    std::string wrapped = wrap(printable(kind + ": " + text), style.width, "  ");
    wrapped.replace(2, kind.size(), style.paint(Color::yellow, kind));
    out += wrapped;
  }
  return out;
}

// What an acceptance covers, in a sentence: the rest is in the JSON report.
std::string praise(const Result& result) {
  std::string text = "Well done: no schedule breaks your answer.";
  const Confidence& confidence = *result.confidence;
  if (confidence.distinct > 1) {
    text += fmt::format(" Its steps came in {} different orders", confidence.distinct);
    std::string drawn;
    for (const Drawn& one : confidence.drawn) {
      if (one.most <= one.least + 1) continue;  // such as which of two threads starts first
      drawn += fmt::format("{}{} from {} to {}", drawn.empty() ? ", with " : ", ", one.name,
                           one.least, one.most);
    }
    text += drawn + ".";
  }
  return text;
}

// Where a student who has solved a kata goes from here.
std::string what_next(const Result& result, const Style& style) {
  if (!is_stub(result)) return "";
  const std::string& slug = result.problem;
  return fmt::format(
      "\n  next kata         {0} next\n  the editorial     {0} solution {1}\n"
      "  other answers     {0} compare {1}\n",
      style.launcher, slug);
}

std::string failure_text(const Result& result, const Style& style) {
  const Failure& failure = *result.failure;
  // The compiler's own list says it better.
  std::string out;
  if (!failure.compiler_errors || failure.compiler_errors->empty()) {
    out = paragraph(with_full_stop(failure.message), style);
  }
  const auto section = [&](const std::string& text) {
    if (!text.empty()) out += (out.empty() ? "" : "\n") + text;
  };
  section(render_instance(failure, style) + render_expectation(failure, style));
  section(render_compiler_errors(failure, style));
  section(render_schedule(failure, result.submission, style));
  section(render_waiting(failure, style));
  section(render_race(failure, style));
  section(render_output(failure, style));
  section(paragraph(failure.explanation, style));
  std::string hints;
  for (const std::string& hint : failure.hints) hints += paragraph("Hint: " + hint, style);
  section(hints);
  const std::string command = replay_command(result, style);
  if (!command.empty()) section(style.paint(Color::bold, "  Replay:") + " " + command + "\n");
  return out;
}

// A schedule is one of the program that this compiler made.
std::string compiler_option(const Style& style) {
  return style.compiler.empty() ? "" : " --compiler " + shell_quote(style.compiler);
}

// How a program was explored, and then this one schedule.
std::string explore_command(const ExploredProgram& program, const std::string& token,
                            const Style& style) {
  std::string command = style.launcher + " explore";
  const auto add = [&](const std::vector<std::string>& words, const std::string& before) {
    for (const std::string& word : words) command += " " + shell_quote(before + word);
  };
  add(program.files, "");
  add(program.flags, "--flag=");
  if (program.races == "allow") command += " --races allow";
  if (program.exit_status) command += " --exit-status " + *program.exit_status;
  if (program.late) command += fmt::format(" --late {}", *program.late);
  command += compiler_option(style) + " --replay " + token;
  if (!program.arguments.empty()) command += " --";
  add(program.arguments, "");
  return command;
}

}  // namespace

std::string replay_command(const Result& result, const Style& style) {
  if (!result.failure || !result.failure->replay) return "";
  const std::string& token = *result.failure->replay;
  if (result.program) return explore_command(*result.program, token, style);
  std::string command = style.launcher + " replay " + token;
  if (!is_stub(result)) command += " --submission " + shell_quote(result.submission);
  return command + compiler_option(style);
}

std::string render_verdict(const Result& result, const Style& style) {
  if (result.is_native()) return native_verdict(result, style);
  const Look look = look_of(judgement_of(result.verdict));
  std::string line = style.paint(look.color, look.mark);
  line += " " + style.paint(Color::bold, printable(result.problem)) + "  ";
  line += style.paint(look.color, word_of(result.verdict));
  if (result.schedules.run > 0) {
    line += fmt::format(" — {}, ", how_many(result));
    line += result.strategy == "replay" ? "replayed, " : fmt::format("seed {}, ", result.seed);
    line += fmt::format("{:.2f} s", result.elapsed_ms.value_or(result.duration_ms) / 1000);
  }
  return line + "\n";
}

std::string render_result(const Result& result, const Style& style) {
  std::string out = render_verdict(result, style);
  if (result.failure) out += "\n" + failure_text(result, style);
  const bool kata = result.confidence && !result.program;
  if (result.confidence) out += paragraph(kata ? praise(result) : result.confidence->text, style);
  const std::string warned = warnings(result, style);
  if (!warned.empty()) {
    out += "\n" + (kata ? paragraph("It could be better:", style) : "") + warned;
  }
  if (kata) out += what_next(result, style);
  if (result.is_native()) out += native_caveat(result, style);
  return out;
}

std::string render_brief(const Result& result, const Style& style) {
  std::string out = render_verdict(result, style);
  const std::string message = result.failure ? result.failure->message : "";
  if (!message.empty())
    out += "    " + cut(with_full_stop(printable(message)), style.width - 4) + "\n";
  const std::size_t warned = result.warnings.size();
  if (warned > 0) {
    out += fmt::format("    {} warning{}: {}\n", warned, warned == 1 ? "" : "s",
                       word_of(result.warnings.front().kind));
  }
  return out;
}

std::string render_summary(const std::vector<Result>& results) {
  std::size_t accepted = 0, rejected = 0, unjudged = 0;
  bool native = false;
  for (const Result& result : results) {
    native = native || result.is_native();
    const Judgement judgement = judgement_of(result.verdict);
    ++(judgement == Judgement::accepted   ? accepted
       : judgement == Judgement::rejected ? rejected
                                          : unjudged);
  }
  std::string out = native ? native_summary(results.front(), accepted, rejected)
                           : fmt::format("{} accepted, {} rejected", accepted, rejected);
  if (unjudged > 0) out += fmt::format(", {} could not be judged", unjudged);
  return out + "\n";
}

}  // namespace grader::report
