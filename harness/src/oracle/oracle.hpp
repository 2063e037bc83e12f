// SPDX-License-Identifier: MIT
// The engine's side of <kata/kata.hpp>: the registered scenarios and the oracle's books.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "kata/kata.hpp"

namespace kata::oracle {

struct Registered {
  const char* name;
  Scenario run;
  Options options;
};

/// What the harness said about the schedule without ending it, each once.
struct Mark {
  enum class Means { chance, reached, flaw } means;
  const Remark* remark;
  std::uint16_t thread;  ///< that made it
};

std::vector<Registered>& scenarios();

/// Whether the harness may register scenarios now. Nobody else ever may.
extern bool registering;

/// The body of every schedule: draws a scenario and runs it, then ends what a process would end.
void schedule_body();

/// The scenario that the last schedule drew.
const Registered& current();

/// What a whole program's main gets, its own name first.
extern std::vector<std::string> program_arguments;

/// Called at the end of the scenario, before what is static is destroyed, if it is set.
extern void (*on_body_over)();

/// The marks of the last schedule.
const std::vector<Mark>& marks();

/// What transcripts are sealed with: drawn anew for each process, by its owner.
extern std::uint64_t key[2];

/// Ends the schedule: a submission wrote to what is sealed.
[[noreturn]] void stop_forger();

/// Stop the schedule if a book that is sealed was written to; seal all books as they are now.
void look_at_books();
void seal_books();

/// An access of the running thread to what callbacks touch: one of two that nothing orders is a
/// race of the callbacks `name`.
void note_touch(std::uintptr_t address, const char* name);

/// The name of the callbacks that Schedule::touch is checking, or nullptr.
const char* touching();

}  // namespace kata::oracle
