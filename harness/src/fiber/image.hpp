// SPDX-License-Identifier: MIT
// The executable's variables as they were before the first schedule, and how to get them back, so
// that every schedule starts like a fresh process. The executable holds the submission and its
// harness only; the engine is a shared library and keeps its own variables.
#pragma once

#include <cstddef>
#include <cstdint>

#include "fiber/thread_pointer.hpp"

namespace kata::fiber {

/// A range of addresses.
struct Range {
  std::uintptr_t begin = 0;
  std::uintptr_t end = 0;
  bool contains(std::uintptr_t address) const { return address - begin < end - begin; }
  std::size_t size() const { return end - begin; }
};

/// Finds the executable's segments. Call once, on the real main thread, before anything else here.
void find_executable();

/// The executable's code: calls from it are the submission's or its harness's.
extern Range executable_text;
/// The part of it that is the judge's, if that was compiled by itself; else empty.
extern Range judge_text;
/// Its writable variables (.data and .bss, outside of what the loader made read-only).
extern Range executable_data;

/// Whether `address` is a variable of the C library, the C++ library, the loader or this runtime.
bool is_system_variable(std::uintptr_t address);

/// Keeps the process from running the constructors of the executable's global objects before its
/// main; run_constructors() runs them, with main's arguments. Call before main.
void hold_constructors();
void run_constructors(int count, char** arguments, char** environment);

/// Remembers the variables of the executable, and of the shared libraries that are the program's
/// own, as they are now; restore_data() puts them back.
void snapshot_data();
void restore_data();
/// The variables as snapshot_data() found them, byte for byte as in `executable_data`.
const std::byte* data_snapshot();

/// How much of a thread's storage the executable's thread_local variables take.
std::size_t thread_locals_size();

/// Gives the thread whose thread pointer is `pointer` the executable's initial thread_local
/// variables and no exception in flight. That thread must not be running on a stack of its own.
void reset_thread_locals(ThreadPointer pointer);

}  // namespace kata::fiber
