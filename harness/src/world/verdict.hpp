// SPDX-License-Identifier: MIT
// How a schedule is judged.
#pragma once

#include <cstdint>

namespace kata::model {

/// The closed list of verdicts. The names are part of the report format and of file names.
enum class Verdict : std::uint8_t {
  accepted,
  wrong_answer,        ///< the oracle saw what the statement forbids
  deadlock,            ///< no thread can move
  livelock,            ///< threads move, nothing happens
  data_race,           ///< two accesses, one a write, that nothing orders
  undefined_behavior,  ///< misuse of a primitive
  crash,               ///< a signal, an abort, or misuse of the heap
  uncaught_exception,
  thread_leak,  ///< a thread outlives what should have joined it
  time_limit,   ///< code that never returns to the engine, or a schedule without end
  memory_limit,
  nondeterministic,  ///< the same choices led elsewhere
  compile_error,     ///< the grader's only
  internal_error,    ///< ours: what the submission uses is not controlled
};

const char* to_string(Verdict verdict);

}  // namespace kata::model
