// SPDX-License-Identifier: MIT
// Looks at the stack before the libraries' constructors need it: below a few dozen KB they would
// end the process with a segmentation fault, which says nothing.
#include <sys/resource.h>
#include <unistd.h>

#include <cstddef>

#include "base/exit_status.hpp"
#include "run/child.hpp"

namespace {

constexpr rlim_t least_stack = 64 << 10;

template <std::size_t size>
void say(const char (&text)[size]) {
  [[maybe_unused]] const ssize_t written = write(STDERR_FILENO, text, size - 1);
}

// Needs next to no stack. Runs before anything else of the process but the loader, and so before a
// sanitizer is ready.
__attribute__((no_sanitize("address", "undefined"))) void look_at_stack(int, char**, char**) {
  rlimit stack{};
  if (getrlimit(RLIMIT_STACK, &stack) != 0) return;
  if (stack.rlim_max < least_stack) {
    say("kata: a limit from outside leaves less than 64 KB of stack: raise it (ulimit -s)\n");
    _exit(static_cast<int>(grader::ExitStatus::could_not_judge));
  }
  if (stack.rlim_cur >= grader::run::stack_size) return;
  stack.rlim_cur =
      stack.rlim_max < grader::run::stack_size ? stack.rlim_max : rlim_t{grader::run::stack_size};
  setrlimit(RLIMIT_STACK, &stack);
}

}  // namespace

// NOLINTNEXTLINE: the loader calls what lies in this section.
[[gnu::section(".preinit_array"),
  gnu::used]] void (*const kata_before_main)(int, char**, char**) = look_at_stack;
