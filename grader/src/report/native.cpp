// SPDX-License-Identifier: MIT
#include "report/native.hpp"

#include <fmt/format.h>

#include "base/text.hpp"

namespace grader::report {

namespace {

std::string real_threads(const Json& result) {
  const std::string sanitizer = string_or(result, "sanitizer", "none");
  const char* with = sanitizer == "thread"    ? " with ThreadSanitizer"
                     : sanitizer == "address" ? " with AddressSanitizer"
                                              : "";
  return std::string("on real threads") + with;
}

std::string runs(const Json& result) {
  const double run = number_or(object_at(result, "schedules"), "run");
  return fmt::format("{:.0f} run{} {}", run, run == 1 ? "" : "s", real_threads(result));
}

}  // namespace

bool is_native(const Json& result) { return string_or(result, "engine") == "native"; }

std::string native_verdict(const Json& result, const Style& style) {
  const std::string verdict = printable(string_or(result, "verdict"));
  const bool nothing = flag_at(result, "passed");
  const bool fault = !nothing && verdict != "internal_error";
  const Color color = fault ? Color::red : Color::yellow;
  std::string line = style.paint(color, nothing ? "○" : fault ? "✗" : "!");
  line += " " + style.paint(Color::bold, printable(string_or(result, "problem"))) + "  ";
  line += style.paint(color, nothing ? "nothing found" : verdict);
  if (number_or(object_at(result, "schedules"), "run") > 0) {
    line += fmt::format(" — {}, seed {}, {:.2f} s", runs(result), dump(member_at(result, "seed")),
                        number_or(result, "elapsed_ms", number_or(result, "duration_ms")) / 1000);
  }
  return line + "\n";
}

std::string native_caveat(const Json& result, const Style& style) {
  const std::string verdict = string_or(result, "verdict");
  if (verdict == "compile_error" || verdict == "internal_error") return "";
  const std::string controlled =
      fmt::format("{} grade {}", style.launcher, printable(string_or(result, "problem")));
  const std::string text =
      flag_at(result, "passed")
          ? fmt::format(
                "{} found nothing. That shows little: most orders of the threads never "
                "come up by themselves. The verdict is the controlled engine's: {}",
                runs(result), controlled)
          : fmt::format(
                "Found {}: the next run may not show it. For a schedule that can be "
                "replayed: {}",
                real_threads(result), controlled);
  return "\n" + wrap(text, style.width, "  ");
}

std::string native_summary(const Json& one, std::size_t accepted, std::size_t rejected) {
  return fmt::format("{} with a fault found {}, {} with none, which shows little", rejected,
                     real_threads(one), accepted);
}

}  // namespace grader::report
