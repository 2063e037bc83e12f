// SPDX-License-Identifier: MIT
#include "grading/result.hpp"

#include <fmt/format.h>
#include <signal.h>

#include <algorithm>

#include "base/text.hpp"

namespace grader::grading {

namespace {

CompilerError compiler_error(const compile::Diagnostic& one) {
  const auto number = [](int value) { return static_cast<std::uint64_t>(std::max(value, 0)); };
  CompilerError error{one.file, number(one.line), number(one.column), one.message, one.source};
  for (const compile::Note& note : one.notes) {
    error.notes.push_back({note.file, number(note.line), note.message});
  }
  return error;
}

struct Reason {
  Verdict verdict;
  std::string message, explanation;
};

constexpr const char* look_for_end =
    "A report is only believed if the judge itself wrote it, after the last schedule. Look for "
    "calls that end or replace the process, for system calls made directly, and for writes beyond "
    "the end of an array.";

Reason reason_for(const run::Ended& ended, const run::Limits& limits) {
  const double cpu_limit = limits.cpu_seconds;
  const bool out_of_cpu =
      ended.signal == SIGXCPU || (ended.signal == SIGKILL && ended.cpu_seconds >= cpu_limit - 0.5);
  if (ended.stopped == run::Stopped::memory) {
    return {Verdict::memory_limit,
            fmt::format("the submission used more than {} MB of memory", limits.resident >> 20),
            "Something grows without end: a loop that allocates, or a queue that is only filled."};
  }
  if (ended.stopped == run::Stopped::report_flood) {
    return {Verdict::crash, "the submission wrote into the judge's own channel", look_for_end};
  }
  // Starved rather than slow: what it would have said, nobody knows.
  if (ended.stopped == run::Stopped::wall_clock && ended.waited_seconds > ended.wall_seconds / 2) {
    return {
        Verdict::internal_error,
        fmt::format("the machine is too busy: the run waited {:.0f} of {:.0f} s for a processor",
                    ended.waited_seconds, ended.wall_seconds),
        "This says nothing about the submission. Grade it again when less is going on, or "
        "with a longer --time-limit."};
  }
  if (ended.stopped == run::Stopped::wall_clock || out_of_cpu) {
    return {Verdict::time_limit,
            fmt::format("the run had to be stopped after {:.0f} s",
                        out_of_cpu ? ended.cpu_seconds : ended.wall_seconds),
            "Some thread computes, or waits in a way that the judge does not control, without end. "
            "Look for loops whose condition nobody changes."};
  }
  return {Verdict::crash,
          fmt::format("the submission ended the process in the middle of a schedule ({})",
                      run::describe_end(ended)),
          look_for_end};
}

}  // namespace

Result failed_result(const About& about, Verdict verdict, const std::string& message,
                     const std::string& explanation) {
  Result result;
  result.problem = about.problem;
  result.submission = about.submission;
  result.verdict = verdict;
  result.seed = about.options.seed;
  result.strategy = about.options.replay.empty() ? about.options.strategy : "replay";
  result.schedules = {about.schedules, 0, 0};
  Failure& failure = result.failure.emplace();
  failure.verdict = verdict;
  failure.message = message;
  failure.explanation = explanation;
  return result;
}

Result compile_error_result(const About& about, const compile::Compiled& compiled) {
  Result result =
      failed_result(about, Verdict::compile_error, compiled.message, compiled.explanation);
  std::vector<CompilerError>& errors = result.failure->compiler_errors.emplace();
  for (const compile::Diagnostic& error : compiled.errors) errors.push_back(compiler_error(error));
  result.failure->compiler_errors_omitted = compiled.more_errors;
  return result;
}

Result judge_failed_result(const About& about, const std::string& why) {
  return failed_result(about, Verdict::internal_error, "the judge failed: " + printable(why),
                       "This is a fault of the workbook, not of the submission.");
}

Result unreported_result(const About& about, const run::Ended& ended, const run::Limits& limits) {
  const Reason reason = reason_for(ended, limits);
  Result result = failed_result(about, reason.verdict, reason.message, reason.explanation);
  result.duration_ms = ended.wall_seconds * 1000;
  return result;
}

void add_compiler_warnings(Result& result, const std::vector<compile::Diagnostic>& warnings) {
  for (const compile::Diagnostic& warning : warnings) {
    result.warnings.push_back(
        {WarningKind::compiler_warning, warning.message,
         Place{warning.file, static_cast<std::uint64_t>(std::max(warning.line, 0)),
               std::string(trim(warning.source))}});
  }
}

void add_sources(Result& result, const std::string& file, const std::string& text) {
  if (!result.failure) return;
  const std::vector<std::string_view> lines = split_lines(text);
  const auto add = [&](Place& place) {
    if (place.file != file || place.line < 1 || place.line > lines.size()) return;
    place.source = std::string(trim(lines[place.line - 1]));
  };
  Failure& failure = *result.failure;
  for (Step& step : failure.events) add(step.place);
  for (Waiting& waiting : failure.waiting_for) add(waiting.place);
  if (!failure.race) return;
  for (Access* access : {&failure.race->first, &failure.race->second}) {
    add(access->place);
    for (Frame& frame : access->stack) add(frame.place);
  }
}

}  // namespace grader::grading
