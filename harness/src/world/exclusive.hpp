// SPDX-License-Identifier: MIT
// Sections that no other thread interrupts: what a program declares to be one step.
#pragma once

#include <cstdint>

#include "world/threads.hpp"

namespace kata::model {

/// Sections are ordered like the holders of a lock, and may be nested. Not thread safe.
class Exclusive {
 public:
  detect::VectorClock released;  ///< what the thread knew that left the last section

  void reset();
  bool is_held_by(const Thread& thread) const { return holder_ == &thread; }
  /// Keeps out all threads of `threads` that could run, except `self`.
  void enter(Thread& self, Threads& threads);
  /// A section within the section.
  void nest() { ++depth_; }
  /// Returns whether that leaves the outermost section.
  bool leave() { return --depth_ == 0; }
  /// Returns the threads that were kept out, and lets them be.
  WaitQueue open();

 private:
  Thread* holder_ = nullptr;
  std::uint32_t depth_ = 0;
  WaitQueue kept_out_;
};

}  // namespace kata::model
