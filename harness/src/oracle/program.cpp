// SPDX-License-Identifier: MIT
// The scenario of a whole program: its main with its arguments, anew in each schedule.
#include "world/program.hpp"

#include <unistd.h>

#include <cstddef>
#include <cstring>

#include "fiber/image.hpp"
#include "memory/heap.hpp"
#include "model/atomic.hpp"
#include "oracle/oracle.hpp"
#include "world/world.hpp"

namespace kata::oracle {

constinit std::vector<std::string> program_arguments;

namespace {

// The program may write to its arguments, so they are of its own memory.
char* copied(const std::string& text) {
  auto* copy = static_cast<char*>(model::heap.allocate(text.size() + 1, 16, false));
  return static_cast<char*>(std::memcpy(copy, text.c_str(), text.size() + 1));
}

// What main's variables hold that were never written. Its stack was made before the schedule drew
// what that is.
[[gnu::noinline]] void fill_stack_below() {
  std::byte below[32 * 1024];
  std::memset(below, model::world->features.fill, sizeof below);
  asm volatile("" : : "r"(below) : "memory");
}

void run_main(Schedule&) {
  const std::size_t count = program_arguments.size();
  auto** arguments =
      static_cast<char**>(model::heap.allocate((count + 1) * sizeof(char*), 16, true));
  for (std::size_t i = 0; i < count; ++i) arguments[i] = copied(program_arguments[i]);
  fiber::run_constructors(static_cast<int>(count), arguments, environ);
  fill_stack_below();
  const int status = model::program_main(static_cast<int>(count), arguments, environ);
  model::end_program(status, model::AtExit::run, "main returned");
}

}  // namespace

extern "C" __attribute__((visibility("default"))) void kata_program(
    model::ProgramMain main_function) {
  model::program_main = main_function;
  // Programs are of any size; answers are not.
  model::Limits& limits = model::world->limits;
  limits.heap_bytes = 512U << 20;
  limits.points = 2'000'000;
  limits.still_points = 200'000;
  // Its sleeps and its limits are those of a process on a machine that is not idle.
  limits.early_time = limits.guard_time = 1'000'000'000;
  scenario("main", run_main);
}

extern "C" __attribute__((visibility("default"))) void kata_old_release_sequences() {
  model::old_release_sequences = true;
}

}  // namespace kata::oracle
