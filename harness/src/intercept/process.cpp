// SPDX-License-Identifier: MIT
#include "intercept/process.hpp"

#include <cxxabi.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstring>
#include <exception>
#include <memory>
#include <string>
#include <string_view>
#include <typeinfo>
#include <utility>

#include "intercept/common.hpp"
#include "intercept/watchdog.hpp"
#include "trace/symbols.hpp"
#include "world/program.hpp"
#include "world/static_objects.hpp"

namespace kata::intercept {

OnEarlyEnd on_early_end = nullptr;

namespace {

[[noreturn]] void stop(model::Verdict verdict, const std::string& message,
                       const std::string& rule = "") {
  if (on_fiber()) model::world->stop(verdict, message, rule);
  if (on_early_end != nullptr) on_early_end(verdict, message.c_str());
  end_process(3);
}

[[noreturn]] void ended(const std::string& call, int status, model::AtExit handlers) {
  if (on_fiber() && model::program_main != nullptr) {
    model::end_program(status, handlers, "the program called " + call + " with status");
  }
  stop(model::Verdict::crash,
       "the submission called " + call + "(" + std::to_string(status) +
           ") and so ended the whole process",
       "An answer returns from its functions; it does not end the program.");
}

bool called_from(const trace::Stack& stack, std::string_view function) {
  const std::vector<trace::Frame> frames = trace::frames_of(stack);
  return !frames.empty() && frames.front().function == function;
}

// Whether the terminate that is going on comes from a std::thread object that was dropped.
bool dropped_thread(const trace::Stack& stack) {
  for (const trace::Frame& frame : trace::frames_of(stack)) {
    if (frame.function.find("std::thread::~thread") != std::string::npos ||
        frame.function.find("std::thread::operator=") != std::string::npos) {
      return true;
    }
  }
  return false;
}

std::string type_name(const std::type_info& type) {
  int status = 0;
  const std::unique_ptr<char, decltype(&std::free)> name(
      abi::__cxa_demangle(type.name(), nullptr, nullptr, &status), &std::free);
  return status == 0 ? name.get() : type.name();
}

[[noreturn]] void on_terminate() {
  const std::type_info* type = abi::__cxa_current_exception_type();
  if (type == nullptr) {
    if (dropped_thread(trace::capture_stack())) {
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

void unsupported(const char* what) {
  stop(model::Verdict::internal_error,
       std::string("the judge does not control ") + what + ", so it cannot judge this " +
           (model::program_main != nullptr ? "program" : "submission"));
}

void stop_as_crash(const std::string& message) { stop(model::Verdict::crash, message); }

void end_process(int status) {
  asm volatile("syscall" ::"a"(static_cast<long>(SYS_exit_group)), "D"(static_cast<long>(status))
               : "rcx", "r11", "memory");
  __builtin_unreachable();
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

KATA_EXPORT void exit(int status) { ended("exit", status, model::AtExit::run); }
KATA_EXPORT void _exit(int status) { ended("_exit", status, model::AtExit::skip); }
KATA_EXPORT void _Exit(int status) { ended("_Exit", status, model::AtExit::skip); }
KATA_EXPORT void quick_exit(int status) noexcept {
  ended("quick_exit", status, model::AtExit::skip);
}
KATA_EXPORT void abort() noexcept {
  // SV-COMP's way to say that a run with these inputs is not meant.
  if (on_fiber() && model::program_main != nullptr &&
      called_from(trace::capture_stack(), "assume_abort_if_not")) {
    model::world->end();
  }
  stop(model::Verdict::crash, "the program aborted (abort, or a failed assertion)");
}
KATA_EXPORT void __assert_fail(const char* assertion, const char*, unsigned line,
                               const char*) noexcept {
  stop(model::Verdict::crash,
       "the assertion `" + std::string(assertion) + "' failed, line " + std::to_string(line));
}
// By the time that nobody turns out to catch it, the stack that it was thrown from is gone.
KATA_EXPORT __attribute__((noreturn)) void kata_throw(
    void* exception, std::type_info* type, void (*destructor)(void*)) __asm__("__cxa_throw");
KATA_EXPORT void kata_throw(void* exception, std::type_info* type, void (*destructor)(void*)) {
  static const auto next = real<void(void*, std::type_info*, void (*)(void*))>("__cxa_throw");
  if (on_fiber() && model::world->tracing()) {
    model::World& world = *model::world;
    world.trace.add({.step = world.points(),
                     .thread = world.running->id,
                     .operation = trace::Operation::throw_exception,
                     .object = {nullptr, 0, reinterpret_cast<std::uintptr_t>(exception)},
                     .detail = type_name(*type),
                     .stack = {}});
  }
  next(exception, type, destructor);
  __builtin_unreachable();
}

// A container used against its rules, where the library's headers look (-D_GLIBCXX_ASSERTIONS).
KATA_EXPORT void kata_library_assertion(
    const char*, int, const char* function,
    const char* condition) __asm__("_ZSt21__glibcxx_assert_failPKciS0_S0_");
KATA_EXPORT void kata_library_assertion(const char*, int, const char* function,
                                        const char* condition) {
  const std::string text = function != nullptr ? function : "";
  const std::size_t end = text.find('(');
  const std::size_t begin = text.rfind("::", end);
  stop(model::Verdict::crash,
       "the standard library refuses a call" +
           (begin != std::string::npos && end != std::string::npos
                ? " of " + text.substr(begin + 2, end - begin - 2) + "()"
                : "") +
           ": `" + (condition != nullptr ? condition : "") + "' does not hold",
       "Such as front() of an empty container, or an index behind its end: what is there is not an "
       "element.");
}

// A copy of the process would run the judge too.
[[noreturn]] void another_process(const char* call) {
  if (model::program_main != nullptr) unsupported(call);
  stop(model::Verdict::crash, std::string("the submission called ") + call,
       "An answer runs in threads of its own process; it starts no other.");
}

KATA_EXPORT pid_t fork() noexcept { another_process("fork()"); }
KATA_EXPORT pid_t vfork() noexcept { another_process("vfork()"); }
KATA_EXPORT int system(const char*) { another_process("system()"); }
KATA_EXPORT FILE* popen(const char*, const char*) { another_process("popen()"); }
KATA_EXPORT int execve(const char*, char* const*, char* const*) noexcept {
  another_process("execve()");
}
KATA_EXPORT int execv(const char*, char* const*) noexcept { another_process("execv()"); }
KATA_EXPORT int execvp(const char*, char* const*) noexcept { another_process("execvp()"); }
KATA_EXPORT int posix_spawn(pid_t*, const char*, const posix_spawn_file_actions_t*,
                            const posix_spawnattr_t*, char* const*, char* const*) {
  another_process("posix_spawn()");
}
KATA_EXPORT int posix_spawnp(pid_t*, const char*, const posix_spawn_file_actions_t*,
                             const posix_spawnattr_t*, char* const*, char* const*) {
  another_process("posix_spawnp()");
}

// What differs from process to process, and must not decide what a schedule does.
KATA_EXPORT pid_t getpid() noexcept { return 1000; }
KATA_EXPORT pid_t getppid() noexcept { return 999; }
KATA_EXPORT pid_t gettid() noexcept {
  return 1000 + (on_fiber() ? static_cast<pid_t>(model::world->running->id) : 0);
}

// Threads that wait for each other through descriptors are beyond the model.
KATA_EXPORT int pipe(int*) noexcept { unsupported("pipe()"); }
KATA_EXPORT int pipe2(int*, int) noexcept { unsupported("pipe2()"); }
KATA_EXPORT int eventfd(unsigned, int) noexcept { unsupported("eventfd()"); }
KATA_EXPORT int socketpair(int, int, int, int*) noexcept { unsupported("socketpair()"); }
KATA_EXPORT int socket(int, int, int) noexcept { unsupported("socket()"); }

// ---- pseudo-random numbers of the C library: the same in every schedule ----

KATA_EXPORT int rand() noexcept {
  model::random_state = model::random_state * 6364136223846793005ULL + 1442695040888963407ULL;
  return static_cast<int>(model::random_state >> 33);
}
KATA_EXPORT void srand(unsigned seed) noexcept { model::random_state = seed; }
KATA_EXPORT long random() noexcept { return rand(); }
KATA_EXPORT long lrand48() noexcept { return rand(); }
KATA_EXPORT double drand48() noexcept { return rand() / (RAND_MAX + 1.0); }
KATA_EXPORT void srand48(long seed) noexcept { model::random_state = static_cast<unsigned>(seed); }
KATA_EXPORT void srandom(unsigned seed) noexcept { srand(seed); }

}  // namespace kata::intercept
