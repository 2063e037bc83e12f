// SPDX-License-Identifier: MIT
#include "world/verdict.hpp"

namespace kata::model {

const char* to_string(Verdict verdict) {
  switch (verdict) {
    case Verdict::accepted:
      return "accepted";
    case Verdict::wrong_answer:
      return "wrong_answer";
    case Verdict::deadlock:
      return "deadlock";
    case Verdict::livelock:
      return "livelock";
    case Verdict::data_race:
      return "data_race";
    case Verdict::undefined_behavior:
      return "undefined_behavior";
    case Verdict::crash:
      return "crash";
    case Verdict::uncaught_exception:
      return "uncaught_exception";
    case Verdict::thread_leak:
      return "thread_leak";
    case Verdict::time_limit:
      return "time_limit";
    case Verdict::memory_limit:
      return "memory_limit";
    case Verdict::nondeterministic:
      return "nondeterministic";
    case Verdict::compile_error:
      return "compile_error";
    case Verdict::internal_error:
      return "internal_error";
  }
  return "internal_error";
}

}  // namespace kata::model
