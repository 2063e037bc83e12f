// SPDX-License-Identifier: MIT
// Which members each type of a result has as JSON: one list for each type, for reading and writing.
// Included by result_json.cpp only.
#pragma once

#include <concepts>
#include <type_traits>

#include "base/result.hpp"

namespace grader {

// `T` is `Of` or const Of: the same list of fields serves reading and writing.
template <class T, class Of>
concept Is = std::same_as<std::remove_const_t<T>, Of>;

// The members are in the order in which they are written.
//
// io(name, value): required. io.nullable: required, null if there is none. io.optional: absent if
// there is none. io.list: absent if empty.

template <class Io>
void fields(Io& io, Is<Warning> auto& one) {
  io("kind", one.kind);
  io("message", one.message);
  io.place(one.place);
}

template <class Io>
void fields(Io& io, Is<Schedules> auto& one) {
  io("requested", one.requested);
  io("run", one.run);
  io.optional("distinct", one.distinct);
}

template <class Io>
void fields(Io& io, Is<Statistics> auto& one) {
  io("points", one.points);
  io("switches", one.switches);
  io("wakeups", one.wakeups);
  io("lock_operations", one.lock_operations);
  io("virtual_makespan_ms", one.virtual_makespan_ms);
  io("max_threads", one.max_threads);
}

template <class Io>
void fields(Io& io, Is<Novelty> auto& one) {
  io("schedules", one.schedules);
  io("new", one.fresh);
}

template <class Io>
void fields(Io& io, Is<Drawn> auto& one) {
  io("name", one.name);
  io("least", one.least);
  io("most", one.most);
}

template <class Io>
void fields(Io& io, Is<Confidence> auto& one) {
  io("schedules", one.schedules);
  io("distinct", one.distinct);
  io("strategies", one.strategies);
  io("last_half", one.last_half);
  io("last_tenth", one.last_tenth);
  io.nullable("one_in", one.one_in);
  io("drawn", one.drawn);
  io("run_twice", one.run_twice);
  io("not_covered", one.not_covered);
  io("text", one.text);
}

template <class Io>
void fields(Io& io, Is<Parameter> auto& one) {
  io("name", one.name);
  io("value", one.value);
}

template <class Io>
void fields(Io& io, Is<Thread> auto& one) {
  io("id", one.id);
  io("name", one.name);
  io("state", one.state);
}

template <class Io>
void fields(Io& io, Is<Step> auto& one) {
  io("step", one.number);
  io("thread", one.thread);
  io("operation", one.operation);
  io("object", one.object);
  io("detail", one.detail);
  io("file", one.place.file);
  io("line", one.place.line);
  io("function", one.function);
  io("blocked", one.blocked);
  io.optional("source", one.place.source);
}

template <class Io>
void fields(Io& io, Is<Waiting> auto& one) {
  io("thread", one.thread);
  io("kind", one.kind);
  io("object", one.object);
  io.nullable("held_by", one.held_by);
  io("file", one.place.file);
  io("line", one.place.line);
  io.optional("source", one.place.source);
}

template <class Io>
void fields(Io& io, Is<Frame> auto& one) {
  io("function", one.function);
  io("file", one.place.file);
  io("line", one.place.line);
  io.optional("source", one.place.source);
}

template <class Io>
void fields(Io& io, Is<Access> auto& one) {
  io("thread", one.thread);
  io("operation", one.operation);
  io("file", one.place.file);
  io("line", one.place.line);
  io("function", one.function);
  io("stack", one.stack);
  io.optional("source", one.place.source);
}

template <class Io>
void fields(Io& io, Is<Race> auto& one) {
  io("first", one.first);
  io("second", one.second);
  io("object", one.object);
}

template <class Io>
void fields(Io& io, Is<CompilerNote> auto& one) {
  io("file", one.file);
  io("line", one.line);
  io("message", one.message);
}

template <class Io>
void fields(Io& io, Is<CompilerError> auto& one) {
  io("file", one.file);
  io("line", one.line);
  io("column", one.column);
  io("message", one.message);
  io("source", one.source);
  io.list("notes", one.notes);
}

template <class Io>
void fields(Io& io, Is<Failure> auto& one) {
  io("verdict", one.verdict);
  io("message", one.message);
  io("explanation", one.explanation);
  io.nullable("expected", one.expected);
  io.nullable("got", one.got);
  io.nullable("scenario", one.scenario);
  io("instance", one.instance);
  io.nullable("schedule", one.schedule);
  io.optional("preemptions", one.preemptions);
  io.nullable("replay", one.replay);
  io("threads", one.threads);
  io("events", one.events);
  io("waiting_for", one.waiting_for);
  io("events_omitted", one.events_omitted);
  io("output", one.output);
  io.optional("race", one.race);
  io.optional("compiler_errors", one.compiler_errors);
  io.optional("compiler_errors_omitted", one.compiler_errors_omitted);
  io.list("hints", one.hints);
}

template <class Io>
void fields(Io& io, Is<ExploredProgram> auto& one) {
  io("files", one.files);
  io("flags", one.flags);
  io("arguments", one.arguments);
  io("races", one.races);
  io.optional("exit_status", one.exit_status);
  io.optional("late", one.late);
}

template <class Io>
void fields(Io& io, Is<Result> auto& one) {
  io("problem", one.problem);
  io("submission", one.submission);
  io("verdict", one.verdict);
  io.computed("passed", one.passed());
  io("warnings", one.warnings);
  io("seed", one.seed);
  io("strategy", one.strategy);
  io("schedules", one.schedules);
  io("duration_ms", one.duration_ms);
  io.optional("fingerprint", one.fingerprint);
  io.nullable("stats", one.stats);
  io.nullable("failure", one.failure);
  io.optional("confidence", one.confidence);
  io.optional("peak_memory_mb", one.peak_memory_mb);
  io.optional("engine", one.engine);
  io.optional("sanitizer", one.sanitizer);
  io.optional("compile_ms", one.compile_ms);
  io.optional("elapsed_ms", one.elapsed_ms);
  io.optional("program", one.program);
}

}  // namespace grader
