// SPDX-License-Identifier: MIT
#include "report/findings.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "report/schedule_view.hpp"

namespace grader::report {

namespace {

std::string text_of(const Place& place) {
  if (place.file.empty()) return "";
  return fmt::format("{}:{}", base_name(place.file), place.line);
}

std::string source_of(const Place& place) { return printable(trim(place.source.value_or(""))); }

// "mutex 1, held by foo"
std::string waits_for(const Failure& failure, const Waiting& waiting) {
  const std::string kind = printable(waiting.kind);
  const std::string object = printable(waiting.object);
  const std::string name = waiting.held_by ? short_thread_name(failure, *waiting.held_by) : "";
  if (waiting.is_join()) return (name.empty() ? "a thread" : name) + " to end";
  return (object.empty() ? kind : object) + (name.empty() ? "" : ", held by " + name);
}

std::string frame_text(const Place& place, const std::string& function, const Style& style,
                       std::string_view indent) {
  std::string line = std::string(indent) + text_of(place);
  if (!function.empty()) line += " in " + printable(function);
  const std::string source = source_of(place);
  if (!source.empty()) line += ":  " + source;
  return cut(line, style.width) + "\n";
}

std::string access_text(const Failure& failure, const Access& access, const Style& style) {
  const std::string head = fmt::format("    {}: {}", short_thread_name(failure, access.thread),
                                       printable(access.operation));
  const std::string here = text_of(access.place);
  std::string out = cut(head, style.width) + "\n";
  if (!here.empty()) out += frame_text(access.place, access.function, style, "      ");
  bool first = true;
  for (const Frame& frame : access.stack) {
    // The innermost line was just shown.
    if (std::exchange(first, false) && text_of(frame.place) == here) continue;
    out += frame_text(frame.place, frame.function, style, "      called from ");
  }
  return out;
}

// Leaves out of two long texts most of what they begin with in common.
void from_difference(std::string& a, std::string& b, std::size_t room) {
  const auto [end, other] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  auto keep = static_cast<std::size_t>(end - a.begin());
  keep -= std::min(keep, room / 2);
  // Not into the middle of a code point.
  while (keep > 0 && keep < a.size() && (static_cast<unsigned char>(a[keep]) & 0xC0) == 0x80)
    --keep;
  if (keep < 4) return;
  a.replace(0, keep, "…");
  b.replace(0, keep, "…");
}

// The line with a caret below the column, where the line is known.
std::string quoted_line(const CompilerError& error, const Style& style) {
  if (trim(error.source).empty()) return "";
  std::string out =
      cut(fmt::format("  {:>5} | {}", error.line, printable(error.source)), style.width) + "\n";
  if (error.column == 0) return out;
  const std::size_t before = std::min<std::size_t>(error.column - 1, error.source.size());
  const std::size_t caret = width_of(printable(error.source.substr(0, before)));
  if (caret + 10 < style.width) {
    out += "        | " + std::string(caret, ' ') + style.paint(Color::green, "^") + "\n";
  }
  return out;
}

std::string error_text(const CompilerError& error, const Style& style) {
  const std::string file = printable(error.file);
  std::string out = "  ";
  if (!file.empty()) {
    out += style.paint(Color::bold, fmt::format("{}:{}", file, error.line));
    if (error.column > 0) out += style.paint(Color::bold, fmt::format(":{}", error.column));
    out += ": ";
  }
  out += style.paint(Color::red, "error:") + " " + printable(error.message) + "\n";
  out += quoted_line(error, style);
  for (const CompilerNote& note : error.notes) {
    out += cut(fmt::format("        note: line {}: {}", note.line, printable(note.message)),
               style.width) +
           "\n";
  }
  return out;
}

}  // namespace

std::string render_instance(const Failure& failure, const Style& style) {
  const std::string scenario = printable(failure.scenario.value_or(""));
  // What was drawn several times, such as for each thread, is told once: "calls = (1, 2)".
  std::vector<std::pair<std::string, std::vector<std::string>>> drawn;
  for (const Parameter& one : failure.instance) {
    const std::string name = printable(one.name);
    auto known = std::find_if(drawn.begin(), drawn.end(),
                              [&](const auto& other) { return other.first == name; });
    if (known == drawn.end()) known = drawn.insert(drawn.end(), {name, {}});
    known->second.push_back(std::to_string(one.value));
  }
  std::string values;
  for (const auto& [name, all] : drawn) {
    const std::string list = fmt::format("{}", fmt::join(all, ", "));
    values += fmt::format("{}{} = {}", values.empty() ? "" : ", ", name,
                          all.size() > 1 ? "(" + list + ")" : list);
  }
  if (scenario.empty() && values.empty()) return "";
  const std::string text =
      "Scenario: " + scenario + (scenario.empty() || values.empty() ? "" : ", with ") + values;
  return wrap(text, style.width, "  ");
}

std::string render_expectation(const Failure& failure, const Style& style) {
  if (!failure.expected) return "";
  std::string expected = printable(*failure.expected);
  std::string got = printable(failure.got.value_or(""));
  const std::size_t room = style.width - std::string_view("  Expected: ").size();
  if (std::max(width_of(expected), width_of(got)) > room) from_difference(expected, got, room);
  return cut("  Expected: " + expected, style.width) + "\n" +
         cut("  Got:      " + got, style.width) + "\n";
}

std::string render_waiting(const Failure& failure, const Style& style) {
  const std::vector<Waiting>& all = failure.waiting_for;
  if (all.empty()) return "";
  std::size_t names = 0, objects = 0;
  for (const Waiting& one : all) {
    names = std::max(names, width_of(short_thread_name(failure, one.thread)));
    objects = std::max(objects, width_of(waits_for(failure, one)));
  }
  std::string out = style.paint(Color::bold, "  Waiting at the end") + "\n";
  for (const Waiting& one : all) {
    std::string line = "    " + fit(short_thread_name(failure, one.thread), names) + " waits for " +
                       fit(waits_for(failure, one), objects);
    const std::string place = text_of(one.place), source = source_of(one.place);
    if (!place.empty()) line += "  " + place + (source.empty() ? "" : "  " + source);
    while (line.back() == ' ') line.pop_back();
    out += cut(line, style.width) + "\n";
  }
  return out;
}

std::string render_race(const Failure& failure, const Style& style) {
  if (!failure.race) return "";
  const Race& race = *failure.race;
  const std::string object = printable(race.object);
  const std::string title = race.first.is_callback() ? "  The two callbacks"
                            : object.empty()         ? "  The two accesses"
                                                     : "  The two accesses to " + object;
  return style.paint(Color::bold, cut(title, style.width)) + "\n" +
         access_text(failure, race.first, style) + access_text(failure, race.second, style);
}

std::string render_output(const Failure& failure, const Style& style) {
  if (failure.output.empty()) return "";
  std::string out =
      style.paint(Color::bold, "  What the submission printed in this schedule") + "\n";
  const std::vector<std::string_view> lines = split_lines(failure.output);
  constexpr std::size_t most = 10;
  for (std::size_t i = 0; i < std::min(most, lines.size()); ++i) {
    out += cut("    " + printable(lines[i]), style.width) + "\n";
  }
  if (lines.size() > most) out += fmt::format("    … {} more lines …\n", lines.size() - most);
  return out;
}

std::string render_compiler_errors(const Failure& failure, const Style& style) {
  if (!failure.compiler_errors) return "";
  std::string out;
  for (const CompilerError& error : *failure.compiler_errors) out += error_text(error, style);
  const std::uint64_t omitted = failure.compiler_errors_omitted.value_or(0);
  if (omitted > 0)
    out += fmt::format("  … and {} more error{}\n", omitted, omitted == 1 ? "" : "s");
  return out;
}

}  // namespace grader::report
