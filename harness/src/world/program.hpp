// SPDX-License-Identifier: MIT
// A whole program in place of a scenario: its main is the schedule's main thread, and the schedule
// ends as a process does.
#pragma once

#include <string>

namespace kata::model {

using ProgramMain = int (*)(int, char**, char**);

/// The program's main; null where a problem's harness runs scenarios.
extern ProgramMain program_main;

/// The exit status that is no bug, besides 0.
constexpr int any_status = -1;
extern int good_status;

enum class AtExit : bool { skip, run };

/// The process of this schedule ends here, in the running thread: what was left for the exit is run
/// (or not: _exit), other threads vanish, and a status that is not good is the bug. `how` says how
/// it came to the end: "main returned" or "the program called exit with".
[[noreturn]] void end_program(int status, AtExit handlers, const std::string& how);

}  // namespace kata::model
