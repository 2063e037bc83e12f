// SPDX-License-Identifier: MIT
#include "report/findings.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "report/schedule_view.hpp"

namespace grader::report {

namespace {

std::string place_of(const Json& where) {
  const std::string file = string_or(where, "file");
  if (file.empty()) return "";
  return fmt::format("{}:{:.0f}", base_name(file), number_or(where, "line"));
}

// "mutex 1, held by foo"
std::string waits_for(const Json& failure, const Json& waiting) {
  const std::string kind = printable(string_or(waiting, "kind"));
  const std::string object = printable(string_or(waiting, "object"));
  const auto holder = static_cast<int>(number_or(waiting, "held_by", -1));
  const std::string name = holder < 0 ? "" : short_thread_name(failure, holder);
  if (kind == "a thread to end") return (name.empty() ? "a thread" : name) + " to end";
  return (object.empty() ? kind : object) + (name.empty() ? "" : ", held by " + name);
}

std::string frame_text(const Json& frame, const Style& style, std::string_view indent) {
  std::string line = std::string(indent) + place_of(frame);
  const std::string function = printable(string_or(frame, "function"));
  if (!function.empty()) line += " in " + function;
  const std::string source = printable(trim(string_or(frame, "source")));
  if (!source.empty()) line += ":  " + source;
  return cut(line, style.width) + "\n";
}

std::string access_text(const Json& failure, const Json& access, const Style& style) {
  std::string head = fmt::format(
      "    {}: {}", short_thread_name(failure, static_cast<int>(number_or(access, "thread"))),
      printable(string_or(access, "operation")));
  const std::string here = place_of(access);
  std::string out =
      cut(head, style.width) + "\n" + (here.empty() ? "" : frame_text(access, style, "      "));
  bool first = true;
  for (const Json& frame : array_at(access, "stack")) {
    // The innermost line was just shown.
    if (std::exchange(first, false) && place_of(frame) == here) continue;
    out += frame_text(frame, style, "      called from ");
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

}  // namespace

std::string render_instance(const Json& failure, const Style& style) {
  const std::string scenario = printable(string_or(failure, "scenario"));
  // What was drawn several times, such as for each thread, is told once: "calls = (1, 2)".
  std::vector<std::pair<std::string, std::vector<std::string>>> drawn;
  for (const Json& one : array_at(failure, "instance")) {
    const std::string name = printable(string_or(one, "name"));
    auto known = std::find_if(drawn.begin(), drawn.end(),
                              [&](const auto& other) { return other.first == name; });
    if (known == drawn.end()) known = drawn.insert(drawn.end(), {name, {}});
    known->second.push_back(printable(dump(member_at(one, "value"))));
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

std::string render_expectation(const Json& failure, const Style& style) {
  if (!failure.contains("expected") || !failure["expected"].is_string()) return "";
  std::string expected = printable(string_or(failure, "expected"));
  std::string got = printable(string_or(failure, "got"));
  const std::size_t room = style.width - std::string_view("  Expected: ").size();
  if (std::max(width_of(expected), width_of(got)) > room) from_difference(expected, got, room);
  return cut("  Expected: " + expected, style.width) + "\n" +
         cut("  Got:      " + got, style.width) + "\n";
}

std::string render_waiting(const Json& failure, const Style& style) {
  const Json& all = array_at(failure, "waiting_for");
  if (all.empty()) return "";
  std::size_t names = 0, objects = 0;
  for (const Json& one : all) {
    const auto thread = static_cast<int>(number_or(one, "thread"));
    names = std::max(names, width_of(short_thread_name(failure, thread)));
    objects = std::max(objects, width_of(waits_for(failure, one)));
  }
  std::string out = style.paint(Color::bold, "  Waiting at the end") + "\n";
  for (const Json& one : all) {
    const auto thread = static_cast<int>(number_or(one, "thread"));
    std::string line = "    " + fit(short_thread_name(failure, thread), names) + " waits for " +
                       fit(waits_for(failure, one), objects);
    const std::string place = place_of(one);
    const std::string source = printable(trim(string_or(one, "source")));
    if (!place.empty()) line += "  " + place + (source.empty() ? "" : "  " + source);
    while (line.back() == ' ') line.pop_back();
    out += cut(line, style.width) + "\n";
  }
  return out;
}

std::string render_race(const Json& failure, const Style& style) {
  const Json& race = object_at(failure, "race");
  if (race.empty()) return "";
  const std::string object = printable(string_or(race, "object"));
  const bool callbacks = string_or(object_at(race, "first"), "operation") == "callback";
  const std::string title = callbacks        ? "  The two callbacks"
                            : object.empty() ? "  The two accesses"
                                             : "  The two accesses to " + object;
  return style.paint(Color::bold, cut(title, style.width)) + "\n" +
         access_text(failure, object_at(race, "first"), style) +
         access_text(failure, object_at(race, "second"), style);
}

std::string render_output(const Json& failure, const Style& style) {
  const std::string output = string_or(failure, "output");
  if (output.empty()) return "";
  std::string out =
      style.paint(Color::bold, "  What the submission printed in this schedule") + "\n";
  const std::vector<std::string_view> lines = split_lines(output);
  constexpr std::size_t most = 10;
  for (std::size_t i = 0; i < std::min(most, lines.size()); ++i) {
    out += cut("    " + printable(lines[i]), style.width) + "\n";
  }
  if (lines.size() > most) out += fmt::format("    … {} more lines …\n", lines.size() - most);
  return out;
}

std::string render_compiler_errors(const Json& failure, const Style& style) {
  std::string out;
  for (const Json& error : array_at(failure, "compiler_errors")) {
    const std::string file = printable(string_or(error, "file"));
    const double line = number_or(error, "line"), column = number_or(error, "column");
    if (!file.empty()) out += "  " + style.paint(Color::bold, fmt::format("{}:{:.0f}", file, line));
    if (!file.empty() && column > 0)
      out += style.paint(Color::bold, fmt::format(":{:.0f}", column));
    out += (file.empty() ? "  " : ": ") + style.paint(Color::red, "error:") + " " +
           printable(string_or(error, "message")) + "\n";
    const std::string source = string_or(error, "source");
    if (!trim(source).empty()) {
      out += cut(fmt::format("  {:>5.0f} | {}", line, printable(source)), style.width) + "\n";
      const auto before =
          std::min(static_cast<std::size_t>(std::max(column - 1, 0.0)), source.size());
      const std::size_t caret = width_of(printable(source.substr(0, before)));
      if (column > 0 && caret + 10 < style.width) {
        out += "        | " + std::string(caret, ' ') + style.paint(Color::green, "^") + "\n";
      }
    }
    for (const Json& note : array_at(error, "notes")) {
      out += cut(fmt::format("        note: line {:.0f}: {}", number_or(note, "line"),
                             printable(string_or(note, "message"))),
                 style.width) +
             "\n";
    }
  }
  const double omitted = number_or(failure, "compiler_errors_omitted");
  if (omitted > 0)
    out += fmt::format("  … and {:.0f} more error{}\n", omitted, omitted == 1 ? "" : "s");
  return out;
}

}  // namespace grader::report
