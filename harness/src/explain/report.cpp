// SPDX-License-Identifier: MIT
#include "explain/report.hpp"

#include <cstdio>
#include <nlohmann/json.hpp>

#include "explain/explain.hpp"
#include "explain/library_calls.hpp"
#include "explain/output.hpp"

namespace kata::explain {

namespace {

constexpr const char* unwritten =
    "A variable is read before anything was written to it: with other values in memory that was "
    "never written, the same schedule goes another way. Members and local variables of types such "
    "as int and bool begin without a value; initialise each of them. ";

using Json = nlohmann::ordered_json;
using model::Verdict;

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

std::string object_text(const trace::ObjectName& object) {
  if (!object) return "";
  const std::string variable = trace::variable_at(object.address);
  return variable.empty() ? to_string(object)
                          : std::string(word(object.kind)) + " '" + variable + "'";
}

Json events(const FailedSchedule& failed, const Source& source) {
  Json list = Json::array();
  for (const Step& step : steps_of(failed, source)) {
    const trace::Event& event = *step.event;
    const Place place = source.place(event.stack);
    list.push_back({{"step", event.step},
                    {"thread", event.thread},
                    {"operation", step.operation},
                    {"object", object_text(step.object)},
                    {"detail", step.detail},
                    {"file", place.file},
                    {"line", place.line},
                    {"function", place.function},
                    {"blocked", event.blocked}});
  }
  return list;
}

// Without what a template is an instance of, which for the judge's own can take several lines.
std::string untemplated(const std::string& function) {
  constexpr std::size_t readable = 60;
  if (function.size() <= readable) return function;
  std::string text;
  int depth = 0;
  for (const char c : function) {
    if (c == '<') ++depth;
    if (depth == 0) text += c;
    if (c == '>') --depth;
  }
  return text.substr(text.rfind(' ') + 1);
}

// Who called the answer's functions is worth a line; the judge's other calls around that are not.
Json stack(const std::vector<trace::Frame>& frames, const Source& source) {
  Json list = Json::array();
  for (const trace::Frame& frame : frames) {
    if (!source.is_readers(frame.file)) continue;
    list.push_back({{"function", untemplated(frame.function)},
                    {"file", source.shown(frame.file)},
                    {"line", frame.line}});
    if (source.is_harness(frame.file) && source.in_submission(frames)) break;
  }
  return list;
}

const char* access_name(detect::Access access) {
  switch (access) {
    case detect::Access::read:
      return "read";
    case detect::Access::write:
      return "write";
    case detect::Access::atomic_read:
      return "atomic read";
    case detect::Access::atomic_write:
      return "atomic write";
    case detect::Access::free:
      return "free";
  }
  return "access";
}

Json access(std::uint32_t thread, detect::Access kind, const std::vector<trace::Frame>& frames,
            const Source& source) {
  const Place place = source.place(frames);
  return {{"thread", thread},   {"operation", access_name(kind)}, {"file", place.file},
          {"line", place.line}, {"function", place.function},     {"stack", stack(frames, source)}};
}

std::string memory_text(const detect::Race& race, const FailedSchedule& failed) {
  if (!failed.failure.race_name.empty()) return "";
  const bool freed =
      race.first_access == detect::Access::free || race.second_access == detect::Access::free;
  const explore::RacedMemory& memory = failed.memory;
  if (freed && memory.on_heap) {
    return "a heap block of " + std::to_string(memory.block_size) + " bytes";
  }
  const std::string variable = trace::variable_at(race.address);
  const std::string size = std::to_string(race.size) + (race.size == 1 ? " byte" : " bytes");
  if (!variable.empty()) return size + " of '" + variable + "'";
  if (memory.on_heap) {
    return size + " at offset " + std::to_string(memory.offset) + " of a heap block of " +
           std::to_string(memory.block_size);
  }
  if (memory.on_stack_of < 0) return size;
  const model::ThreadSummary& owner =
      failed.outcome.threads[static_cast<std::size_t>(memory.on_stack_of)];
  return size + " of a local variable of " +
         (owner.name.empty() ? "thread " + std::to_string(owner.id) : owner.name);
}

// Of callbacks that nothing orders, the two lines that called back say it all.
Json callback(std::uint32_t thread, const trace::Stack& stack, const Source& source) {
  const Place place = source.place(stack);
  return {{"thread", thread},   {"operation", "callback"},    {"file", place.file},
          {"line", place.line}, {"function", place.function}, {"stack", Json::array()}};
}

Json race(const FailedSchedule& failed, const Source& source) {
  const detect::Race& race = *failed.failure.race;
  const trace::Event* before = first_access(failed);
  if (!failed.failure.race_name.empty()) {
    return {{"first", callback(detect::thread_of(race.first),
                               before != nullptr ? before->stack : trace::Stack(), source)},
            {"second", callback(failed.failure.thread, failed.failure.stack, source)},
            {"object", ""}};
  }
  const std::vector<trace::Frame> first =
      before != nullptr ? trace::frames_of(before->stack) : trace::frames_of(race.first_pc);
  return {{"first", access(detect::thread_of(race.first), race.first_access, first, source)},
          {"second", access(failed.failure.thread, race.second_access,
                            trace::frames_of(failed.failure.stack), source)},
          {"object", memory_text(race, failed)}};
}

Json failure(const explore::Settings& settings, const FailedSchedule& failed,
             const Source& source) {
  const model::Failure& failure = failed.failure;
  Json instance = Json::array();
  for (const model::Parameter& parameter : failed.outcome.instance) {
    instance.push_back({{"name", parameter.name}, {"value", parameter.value}});
  }
  Json threads = Json::array();
  for (const model::ThreadSummary& thread : failed.outcome.threads) {
    threads.push_back({{"id", thread.id},
                       {"name", thread_name(failed, thread.id, source)},
                       {"state", word(thread.state)}});
  }
  Json waiting = Json::array();
  for (const model::WaitingFor& one : failed.outcome.waiting) {
    const Place place = source.place(one.stack);
    waiting.push_back({{"thread", one.thread},
                       {"kind", kind_of(one)},
                       {"object", is_of_library(one) ? "" : object_text(one.object)},
                       {"held_by", one.held_by < 0 ? Json(nullptr) : Json(one.held_by)},
                       {"file", place.file},
                       {"line", place.line}});
  }
  Json json = {
      {"verdict", model::to_string(failure.verdict)},
      {"message", headline(failed)},
      {"explanation", (failed.reads_unwritten ? unwritten : "") + explain(failed, source)},
      {"expected", text_or_null(failure.expected)},
      {"got", failure.expected.empty() ? Json(nullptr) : Json(failure.got)},
      {"scenario", failed.scenario},
      {"instance", instance},
      {"schedule", failed.number == 0 ? Json(nullptr) : Json(failed.number)},
      {"preemptions", failed.preemptions},
      {"replay", failed.number == 0 ? Json(nullptr) : Json(settings.problem + ":" + failed.token)},
      {"threads", threads},
      {"events", events(failed, source)},
      {"waiting_for", waiting},
      {"events_omitted", failed.events_omitted},
      {"output", printed(failed)}};
  if (failure.race && failure.verdict != Verdict::undefined_behavior) {
    json["race"] = race(failed, source);
  }
  return json;
}

Json confidence(const explore::Confidence& rests_on, bool program) {
  Json drawn = Json::array();
  for (const explore::Drawn& one : rests_on.drawn) {
    drawn.push_back({{"name", one.name}, {"least", one.least}, {"most", one.most}});
  }
  return {{"schedules", rests_on.schedules},
          {"distinct", rests_on.distinct},
          {"strategies", rests_on.strategies},
          {"last_half", {{"schedules", rests_on.last_half}, {"new", rests_on.new_in_last_half}}},
          {"last_tenth", {{"schedules", rests_on.last_tenth}, {"new", rests_on.new_in_last_tenth}}},
          {"one_in", rests_on.one_in > 0 ? Json(rests_on.one_in) : Json(nullptr)},
          {"drawn", drawn},
          {"run_twice", rests_on.run_twice},
          {"not_covered", not_covered(rests_on, program)},
          {"text", in_words(rests_on, program)}};
}

}  // namespace

std::string report(const explore::Settings& settings, const explore::Result& result,
                   const std::string& submission_path) {
  std::string shown = settings.submission;
  if (shown.empty()) shown = submission_path.substr(submission_path.rfind('/') + 1);
  const Source source = submission_path.empty() ? Source() : Source(submission_path, shown);
  Json warnings = Json::array();
  for (const explore::Warning& warning : result.warnings) {
    warnings.push_back({{"kind", warning.kind->word}, {"message", warning.message}});
    if (warning.at.empty() || !source.in_submission(warning.at)) continue;
    const Place place = source.place(warning.at);
    warnings.back()["file"] = place.file;
    warnings.back()["line"] = place.line;
  }
  char fingerprint[17];
  std::snprintf(fingerprint, sizeof fingerprint, "%016lx", result.fingerprint);
  const model::Statistics& statistics = result.statistics;
  const bool replayed = settings.replay.has_value();
  Json json = {
      {"problem", settings.problem},
      {"submission", shown},
      {"verdict", model::to_string(result.verdict)},
      {"passed", result.verdict == Verdict::accepted},
      {"warnings", warnings},
      {"seed", settings.seed},
      {"strategy", replayed ? "replay" : settings.strategy},
      {"schedules",
       {{"requested", replayed ? 1 : settings.schedules},
        {"run", result.run},
        {"distinct", result.distinct}}},
      {"duration_ms", result.seconds * 1000},
      {"fingerprint", fingerprint},
      {"stats",
       {{"points", statistics.points},
        {"switches", statistics.switches},
        {"wakeups", statistics.wakeups},
        {"lock_operations", statistics.lock_operations},
        {"virtual_makespan_ms", static_cast<double>(statistics.longest_ns) / 1e6},
        {"max_threads", statistics.most_threads}}},
      {"failure", result.failed ? failure(settings, *result.failed, source) : Json(nullptr)}};
  if (result.confidence) json["confidence"] = confidence(*result.confidence, result.of_program);
  // What a submission throws or prints need not be UTF-8.
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string judge_failed(const std::string& why) {
  return Json{{"judge_failed", why}}.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace kata::explain
