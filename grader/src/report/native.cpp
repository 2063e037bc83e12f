// SPDX-License-Identifier: MIT
#include "report/native.hpp"

#include <fmt/format.h>

#include "base/text.hpp"

namespace grader::report {

namespace {

std::string real_threads(const Result& result) {
  const std::string sanitizer = result.sanitizer.value_or("none");
  const char* with = sanitizer == "thread"    ? " with ThreadSanitizer"
                     : sanitizer == "address" ? " with AddressSanitizer"
                                              : "";
  return std::string("on real threads") + with;
}

std::string runs(const Result& result) {
  const std::uint64_t run = result.schedules.run;
  return fmt::format("{} run{} {}", run, run == 1 ? "" : "s", real_threads(result));
}

}  // namespace

std::string native_verdict(const Result& result, const Style& style) {
  const Look look =
      result.passed() ? Look{"○", Color::yellow} : look_of(judgement_of(result.verdict));
  std::string line = style.paint(look.color, look.mark);
  line += " " + style.paint(Color::bold, printable(result.problem)) + "  ";
  line += style.paint(look.color, result.passed() ? "nothing found" : word_of(result.verdict));
  if (result.schedules.run > 0) {
    line += fmt::format(" — {}, seed {}, {:.2f} s", runs(result), result.seed,
                        result.elapsed_ms.value_or(result.duration_ms) / 1000);
  }
  return line + "\n";
}

std::string native_caveat(const Result& result, const Style& style) {
  const bool ran = result.verdict != Verdict::compile_error &&
                   judgement_of(result.verdict) != Judgement::not_judged;
  if (!ran) return "";
  const std::string controlled =
      fmt::format("{} grade {}", style.launcher, printable(result.problem));
  const std::string text =
      result.passed() ? fmt::format(
                            "{} found nothing. That shows little: most orders of the threads never "
                            "come up by themselves. The verdict is the controlled engine's: {}",
                            runs(result), controlled)
                      : fmt::format(
                            "Found {}: the next run may not show it. For a schedule that can be "
                            "replayed: {}",
                            real_threads(result), controlled);
  return "\n" + wrap(text, style.width, "  ");
}

std::string native_summary(const Result& one, std::size_t accepted, std::size_t rejected) {
  return fmt::format("{} with a fault found {}, {} with none, which shows little", rejected,
                     real_threads(one), accepted);
}

}  // namespace grader::report
