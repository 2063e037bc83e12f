// SPDX-License-Identifier: MIT
// Threads that should be over, and one that never will be.
#pragma once

#include <cstdint>
#include <string>

#include "trace/operation.hpp"
#include "world/threads.hpp"

namespace kata::model {

/// Not thread safe.
class Exits {
 public:
  /// Whether some thread must be over.
  bool watched = false;
  /// The thread that computes without end (see World::leave_computing), and where.
  Thread* computing = nullptr;
  trace::Stack computing_at;

  void reset() {
    watched = false;
    computing = nullptr;
  }
  /// The submission's threads that exist now must be over when `call` has returned; nullptr: the
  /// last call. Returns one that waits and so will not be, or nullptr.
  const Thread* expect_over(Threads& threads, const char* call);
};

/// What is wrong with a thread that `is` (such as "still running") when it must be over.
std::string leak_text(const Thread& thread, const char* is);

}  // namespace kata::model
