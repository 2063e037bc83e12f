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

bool is_stub(const Json& result) {
  const std::string slug = string_or(result, "problem");
  return string_or(result, "submission") == "problems/" + slug + "/" + slug + ".hpp";
}

std::string how_many(const Json& result) {
  const Json& schedules = object_at(result, "schedules");
  const double run = number_or(schedules, "run"), requested = number_or(schedules, "requested");
  std::string text = run == requested && flag_at(result, "passed")
                         ? fmt::format("{:.0f} schedule{}", run, run == 1 ? "" : "s")
                         : fmt::format("{:.0f} of {:.0f} schedules run", run, requested);
  if (run > 1 && schedules.contains("distinct")) {
    text += fmt::format(" ({:.0f} distinct)", number_or(schedules, "distinct"));
  }
  return text;
}

std::string warnings(const Json& result, const Style& style) {
  std::string out;
  for (const Json& warning : array_at(result, "warnings")) {
    std::string text = string_or(warning, "message");
    if (warning.contains("file")) {
      text = fmt::format("{}:{:.0f}: {}", base_name(string_or(warning, "file")),
                         number_or(warning, "line"), text);
    }
    const std::string kind = "warning " + string_or(warning, "kind");
    // Painted after wrapping, which counts columns.
    std::string wrapped = wrap(printable(kind + ": " + text), style.width, "  ");
    wrapped.replace(2, kind.size(), style.paint(Color::yellow, kind));
    out += wrapped;
  }
  return out;
}

std::string failure_text(const Json& result, const Style& style) {
  const Json& failure = object_at(result, "failure");
  // The compiler's own list says it better.
  std::string out;
  if (array_at(failure, "compiler_errors").empty()) {
    out = paragraph(with_full_stop(string_or(failure, "message")), style);
  }
  const auto section = [&](const std::string& text) {
    if (!text.empty()) out += (out.empty() ? "" : "\n") + text;
  };
  section(render_instance(failure, style) + render_expectation(failure, style));
  section(render_compiler_errors(failure, style));
  section(render_schedule(failure, string_or(result, "submission"), style));
  section(render_waiting(failure, style));
  section(render_race(failure, style));
  section(render_output(failure, style));
  section(paragraph(string_or(failure, "explanation"), style));
  std::string hints;
  for (const Json& hint : array_at(failure, "hints")) {
    if (hint.is_string()) hints += paragraph("Hint: " + hint.get<std::string>(), style);
  }
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
std::string explore_command(const Json& program, const std::string& token, const Style& style) {
  std::string command = style.launcher + " explore";
  const auto add = [&](const Json& words, const std::string& before) {
    for (const Json& word : words) {
      if (word.is_string()) command += " " + shell_quote(before + word.get<std::string>());
    }
  };
  add(array_at(program, "files"), "");
  add(array_at(program, "flags"), "--flag=");
  if (string_or(program, "races") == "allow") command += " --races allow";
  command += compiler_option(style) + " --replay " + token;
  if (!array_at(program, "arguments").empty()) command += " --";
  add(array_at(program, "arguments"), "");
  return command;
}

}  // namespace

std::string replay_command(const Json& result, const Style& style) {
  const std::string token = string_or(object_at(result, "failure"), "replay");
  if (token.empty()) return "";
  const Json& program = object_at(result, "program");
  if (!program.empty()) return explore_command(program, token, style);
  std::string command = style.launcher + " replay " + token;
  if (!is_stub(result)) command += " --submission " + shell_quote(string_or(result, "submission"));
  return command + compiler_option(style);
}

std::string render_verdict(const Json& result, const Style& style) {
  if (is_native(result)) return native_verdict(result, style);
  const std::string verdict = printable(string_or(result, "verdict"));
  const bool passed = flag_at(result, "passed");
  const Color color = passed                        ? Color::green
                      : verdict == "internal_error" ? Color::yellow
                                                    : Color::red;
  std::string line = style.paint(color, passed ? "✓" : verdict == "internal_error" ? "!" : "✗");
  line += " " + style.paint(Color::bold, printable(string_or(result, "problem"))) + "  ";
  line += style.paint(color, verdict);
  const double seconds = number_or(result, "elapsed_ms", number_or(result, "duration_ms")) / 1000;
  if (number_or(object_at(result, "schedules"), "run") > 0) {
    line += fmt::format(" — {}, ", how_many(result));
    line += string_or(result, "strategy") == "replay"
                ? "replayed, "
                : fmt::format("seed {}, ", dump(member_at(result, "seed")));
    line += fmt::format("{:.2f} s", seconds);
  }
  return line + "\n";
}

std::string render_result(const Json& result, const Style& style) {
  std::string out = render_verdict(result, style);
  if (!object_at(result, "failure").empty()) out += "\n" + failure_text(result, style);
  const std::string confidence = string_or(object_at(result, "confidence"), "text");
  if (!confidence.empty()) out += paragraph(confidence, style);
  const std::string warned = warnings(result, style);
  if (!warned.empty()) out += "\n" + warned;
  if (is_native(result)) out += native_caveat(result, style);
  return out;
}

std::string render_brief(const Json& result, const Style& style) {
  std::string out = render_verdict(result, style);
  const std::string message = string_or(object_at(result, "failure"), "message");
  if (!message.empty())
    out += "    " + cut(with_full_stop(printable(message)), style.width - 4) + "\n";
  const std::size_t warned = array_at(result, "warnings").size();
  if (warned > 0) {
    out += fmt::format("    {} warning{}: {}\n", warned, warned == 1 ? "" : "s",
                       printable(string_or(array_at(result, "warnings")[0], "kind")));
  }
  return out;
}

std::string render_summary(const std::vector<Json>& results) {
  std::size_t accepted = 0, rejected = 0, unjudged = 0;
  bool native = false;
  for (const Json& result : results) {
    native = native || is_native(result);
    ++(string_or(result, "verdict") == "internal_error" ? unjudged
       : flag_at(result, "passed")                      ? accepted
                                                        : rejected);
  }
  std::string out = native ? native_summary(results.front(), accepted, rejected)
                           : fmt::format("{} accepted, {} rejected", accepted, rejected);
  if (unjudged > 0) out += fmt::format(", {} could not be judged", unjudged);
  return out + "\n";
}

}  // namespace grader::report
