// SPDX-License-Identifier: MIT
#include "intercept/faults.hpp"

#include <cxxabi.h>
#include <signal.h>

#include <cstring>
#include <exception>
#include <memory>
#include <string>
#include <typeinfo>
#include <utility>

#include "intercept/common.hpp"
#include "intercept/process.hpp"
#include "intercept/signals.hpp"
#include "intercept/watchdog.hpp"
#include "library/stack.hpp"

namespace kata::intercept {

namespace {

std::string type_name(const std::type_info& type) {
  int status = 0;
  const std::unique_ptr<char, decltype(&std::free)> name(
      abi::__cxa_demangle(type.name(), nullptr, nullptr, &status), &std::free);
  return status == 0 ? name.get() : type.name();
}

[[noreturn]] void on_terminate() {
  const std::type_info* type = abi::__cxa_current_exception_type();
  if (type == nullptr) {
    if (library::is_on(trace::capture_stack(), library::Part::dropping_thread)) {
      stop(model::Verdict::thread_leak,
           "a std::thread was destroyed or assigned to while its thread was not joined",
           "Join or detach every std::thread before its object goes away; otherwise std::terminate "
           "is called. std::jthread joins by itself.");
    }
    stop(model::Verdict::crash, "std::terminate was called");
  }
  std::string what = type_name(*type);
  try {
    throw;
  } catch (const std::exception& exception) {
    // Some of the library's say their type themselves.
    const std::string said = exception.what();
    what = said.starts_with(what) ? said : what + ": " + said;
  } catch (...) {
  }
  model::Failure failure;
  failure.verdict = model::Verdict::uncaught_exception;
  failure.message = "an exception was not caught: " + what;
  failure.rule =
      "An exception that leaves a thread's function, a destructor or a noexcept function ends the "
      "program.";
  if (!on_fiber()) stop(failure.verdict, failure.message, failure.rule);
  const std::exception_ptr exception = std::current_exception();
  std::memcpy(&failure.exception, &exception, sizeof failure.exception);
  model::world->stop(std::move(failure));
}

// ---- signals ----

alignas(16) std::byte signal_stack[64 * 1024];

// Not ours, which keeps the masks of a program's threads.
decltype(::sigprocmask)* real_sigprocmask = nullptr;

void on_fault(int signal, siginfo_t* info, void*) {
  unblock(signal);
  const auto address = reinterpret_cast<std::uintptr_t>(info->si_addr);
  const char* message = signal == SIGABRT  ? "the C library aborted: the heap was misused"
                        : signal == SIGFPE ? "an arithmetic error, such as a division by zero"
                        : signal == SIGILL ? "an illegal instruction"
                        : signal == SIGBUS ? "a misplaced memory access (bus error)"
                        : address < 4096   ? "a null pointer was followed (segmentation fault)"
                                           : "an access to memory that is not there "
                                             "(segmentation fault)";
  if (on_fiber() && signal != SIGABRT && has_handler(signal)) {
    model::world->stop_from_signal(
        model::Verdict::internal_error,
        "the judge does not control a handler of faults (such as SIGSEGV), so it cannot judge this "
        "program",
        {});
  }
  if (!on_fiber()) {
    if (on_early_end != nullptr) on_early_end(model::Verdict::crash, message);
    end_process(3);
  }
  if (model::world->running->slot->is_guard(address)) {
    message =
        "the stack ran over: a function calls itself too often, or its local variables are "
        "too large";
  }
  if (model::heap.is_taken_away(address)) message = "memory is used after it was freed";
  // What is on a broken stack may fault again.
  static bool looking = false;
  trace::Stack at;
  if (!std::exchange(looking, true)) at = trace::capture_stack();
  looking = false;
  model::world->stop_from_signal(model::Verdict::crash, message, std::move(at));
}

}  // namespace

void unblock(int signal) {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, signal);
  sigaddset(&set, SIGPROF);
  real_sigprocmask(SIG_UNBLOCK, &set, nullptr);
}

void install_handlers() {
  real_sigprocmask = real<decltype(::sigprocmask)>("sigprocmask");
  stack_t stack{};
  stack.ss_sp = signal_stack;
  stack.ss_size = sizeof signal_stack;
  sigaltstack(&stack, nullptr);
  struct sigaction action {};
  action.sa_sigaction = on_fault;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER;
  for (const int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT})
    sigaction(signal, &action, nullptr);
  start_watchdog();
  std::set_terminate(on_terminate);
}

// By the time that it turns out to be caught nowhere, the stack that it was thrown from is gone.
KATA_EXPORT __attribute__((noreturn)) void kata_throw(
    void* exception, std::type_info* type, void (*destructor)(void*)) __asm__("__cxa_throw");
KATA_EXPORT void kata_throw(void* exception, std::type_info* type, void (*destructor)(void*)) {
  static const auto next = real<void(void*, std::type_info*, void (*)(void*))>("__cxa_throw");
  if (on_fiber() && model::world->tracing()) {
    model::World& world = *model::world;
    world.trace.add(
        {.step = world.points(),
         .thread = world.running->id,
         .operation = trace::Operation::throw_exception,
         .object = {trace::ObjectKind::none, 0, reinterpret_cast<std::uintptr_t>(exception)},
         .detail = type_name(*type),
         .stack = {}});
  }
  next(exception, type, destructor);
  __builtin_unreachable();
}

}  // namespace kata::intercept
