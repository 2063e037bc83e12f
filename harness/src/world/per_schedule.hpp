// SPDX-License-Identifier: MIT
// State that lives for one schedule: its owner registers how to reset it, beside its definition.
#pragma once

namespace kata::model {

/// A reset that runs before every schedule. An object with static storage duration beside the state
/// that it resets; the engine calls reset_all(). Resets run in the order of their names, whatever
/// the linker's order is, and must not depend on each other. Not thread safe.
class PerSchedule {
 public:
  /// Registers `reset`, which is called with `state`. `name`: a literal, of this reset alone.
  PerSchedule(const char* name, void (*reset)(void* state), void* state = nullptr);
  PerSchedule(const PerSchedule&) = delete;
  PerSchedule& operator=(const PerSchedule&) = delete;
  ~PerSchedule();

  /// Runs every reset that is registered.
  static void reset_all();

 private:
  const char* name_;
  void (*reset_)(void*);
  void* state_;
  PerSchedule* next_;
};

}  // namespace kata::model
