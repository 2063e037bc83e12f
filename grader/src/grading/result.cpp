// SPDX-License-Identifier: MIT
#include "grading/result.hpp"

#include <fmt/format.h>
#include <signal.h>

#include "base/text.hpp"

namespace grader::grading {

namespace {

Json base_result(const About& about, const std::string& verdict) {
  return {{"problem", about.problem},
          {"submission", about.submission},
          {"verdict", verdict},
          {"passed", false},
          {"warnings", Json::array()},
          {"seed", about.options.seed},
          {"strategy", about.options.replay.empty() ? about.options.strategy : "replay"},
          {"schedules", {{"requested", about.schedules}, {"run", 0}, {"distinct", 0}}},
          {"duration_ms", 0.0},
          {"stats", nullptr}};
}

Json place_json(const compile::Diagnostic& one) {
  Json json = {{"file", one.file},
               {"line", one.line},
               {"column", one.column},
               {"message", one.message},
               {"source", one.source}};
  for (const compile::Note& note : one.notes) {
    json["notes"].push_back({{"file", note.file}, {"line", note.line}, {"message", note.message}});
  }
  return json;
}

struct Reason {
  std::string verdict, message, explanation;
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
    return {"memory_limit",
            fmt::format("the submission used more than {} MB of memory", limits.resident >> 20),
            "Something grows without end: a loop that allocates, or a queue that is only filled."};
  }
  if (ended.stopped == run::Stopped::report_flood) {
    return {"crash", "the submission wrote into the judge's own channel", look_for_end};
  }
  // Starved rather than slow: what it would have said, nobody knows.
  if (ended.stopped == run::Stopped::wall_clock && ended.waited_seconds > ended.wall_seconds / 2) {
    return {
        "internal_error",
        fmt::format("the machine is too busy: the run waited {:.0f} of {:.0f} s for a processor",
                    ended.waited_seconds, ended.wall_seconds),
        "This says nothing about the submission. Grade it again when less is going on, or "
        "with a longer --time-limit."};
  }
  if (ended.stopped == run::Stopped::wall_clock || out_of_cpu) {
    return {"time_limit",
            fmt::format("the run had to be stopped after {:.0f} s",
                        out_of_cpu ? ended.cpu_seconds : ended.wall_seconds),
            "Some thread computes, or waits in a way that the judge does not control, without end. "
            "Look for loops whose condition nobody changes."};
  }
  return {"crash",
          fmt::format("the submission ended the process in the middle of a schedule ({})",
                      run::describe_end(ended)),
          look_for_end};
}

}  // namespace

Json failed_result(const About& about, const std::string& verdict, const std::string& message,
                   const std::string& explanation) {
  Json result = base_result(about, verdict);
  result["failure"] = {{"verdict", verdict},
                       {"message", message},
                       {"explanation", explanation},
                       {"expected", nullptr},
                       {"got", nullptr},
                       {"scenario", nullptr},
                       {"instance", Json::array()},
                       {"schedule", nullptr},
                       {"replay", nullptr},
                       {"threads", Json::array()},
                       {"events", Json::array()},
                       {"waiting_for", Json::array()},
                       {"events_omitted", 0},
                       {"output", ""}};
  return result;
}

Json compile_error_result(const About& about, const compile::Compiled& compiled) {
  Json result = failed_result(about, "compile_error", compiled.message, compiled.explanation);
  Json errors = Json::array();
  for (const compile::Diagnostic& error : compiled.errors) errors.push_back(place_json(error));
  result["failure"]["compiler_errors"] = std::move(errors);
  result["failure"]["compiler_errors_omitted"] = compiled.more_errors;
  return result;
}

Json unreported_result(const About& about, const run::Ended& ended, const run::Limits& limits) {
  // The judge's own failures are told on stderr before anything of the submission can be in the
  // way.
  constexpr std::string_view own = "the judge failed: ";
  if (ended.exit_status == 3 && ended.err.rfind(own, 0) == 0) {
    return failed_result(about, "internal_error", std::string(trim(printable(ended.err))),
                         "This is a fault of the workbook, not of the submission.");
  }
  const Reason reason = reason_for(ended, limits);
  Json result = failed_result(about, reason.verdict, reason.message, reason.explanation);
  result["duration_ms"] = ended.wall_seconds * 1000;
  return result;
}

void add_compiler_warnings(Json& result, const std::vector<compile::Diagnostic>& warnings) {
  for (const compile::Diagnostic& warning : warnings) {
    result["warnings"].push_back({{"kind", "compiler_warning"},
                                  {"message", warning.message},
                                  {"file", warning.file},
                                  {"line", warning.line},
                                  {"source", std::string(trim(warning.source))}});
  }
}

void add_sources(Json& result, const std::string& file, const std::string& text) {
  if (!result["failure"].is_object()) return;
  const std::vector<std::string_view> lines = split_lines(text);
  const auto add = [&](Json& place) {
    const auto line = static_cast<std::size_t>(number_or(place, "line"));
    if (string_or(place, "file") != file || line < 1 || line > lines.size()) return;
    place["source"] = std::string(trim(lines[line - 1]));
  };
  Json& failure = result["failure"];
  for (const char* list : {"events", "waiting_for"}) {
    if (!failure.contains(list)) continue;
    for (Json& place : failure[list]) add(place);
  }
  if (!failure.contains("race")) return;
  for (const char* access : {"first", "second"}) {
    Json& side = failure["race"][access];
    if (!side.is_object()) continue;
    add(side);
    if (!side.contains("stack")) continue;
    for (Json& frame : side["stack"]) add(frame);
  }
}

}  // namespace grader::grading
