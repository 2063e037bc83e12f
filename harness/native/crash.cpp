// SPDX-License-Identifier: MIT
#include "native/crash.hpp"

#include <cxxabi.h>
#include <signal.h>
#include <string.h>

#include <exception>
#include <typeinfo>

#include "native/run.hpp"
#include "native/threads.hpp"

namespace kata::native {

namespace {

constexpr std::size_t signal_stack = 64 << 10;
// Pages that nobody writes to take no memory.
alignas(16) char signal_stacks[most_threads][signal_stack];

void on_signal(int number) {
  Text<256> message;
  const char* name = sigdescr_np(number);
  std::snprintf(message.data, sizeof message.data, "signal %d (%s)", number,
                name != nullptr ? name : "unknown");
  fail("crash", message.view(),
       number == SIGABRT
           ? "Something called abort(): a failed assertion, or a check of the library."
           : "Look for pointers and references to what is no more, for indexes out of "
             "range, and for recursion without end.");
}

[[noreturn]] void on_terminate() {
  Text<1024> message;
  const std::type_info* type = abi::__cxa_current_exception_type();
  if (type == nullptr) {
    if (any_joinable()) {
      fail("thread_leak",
           "std::terminate was called while there were threads that nobody had joined",
           "The destructor of a std::thread that was neither joined nor detached does that.");
    }
    fail("crash", "std::terminate was called, and no exception was on its way");
  }
  int status = 0;
  char* name = abi::__cxa_demangle(type->name(), nullptr, nullptr, &status);
  try {
    throw;
  } catch (const std::exception& error) {
    std::snprintf(message.data, sizeof message.data, "an exception was not caught: %s (%s)",
                  status == 0 ? name : type->name(), error.what());
  } catch (...) {
    std::snprintf(message.data, sizeof message.data, "an exception was not caught: %s",
                  status == 0 ? name : type->name());
  }
  fail("uncaught_exception", message.view(),
       "It left a thread's function, a function that is noexcept, or a destructor.");
}

}  // namespace

void catch_crashes() {
  std::set_terminate(on_terminate);
  struct sigaction action {};
  action.sa_handler = on_signal;
  action.sa_flags = SA_ONSTACK | SA_NODEFER;
  for (const int number : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGTRAP, SIGSYS}) {
    sigaction(number, &action, nullptr);
  }
}

void use_signal_stack(int id) {
  stack_t stack{};
  stack.ss_sp = signal_stacks[id];
  stack.ss_size = signal_stack;
  sigaltstack(&stack, nullptr);
}

}  // namespace kata::native
