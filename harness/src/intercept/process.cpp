// SPDX-License-Identifier: MIT
#include "intercept/process.hpp"

#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <string>
#include <string_view>

#include "intercept/common.hpp"
#include "trace/symbols.hpp"
#include "world/program.hpp"

namespace kata::intercept {

OnEarlyEnd on_early_end = nullptr;

void stop(model::Verdict verdict, const std::string& message, const std::string& rule) {
  if (on_fiber()) model::world->stop(verdict, message, rule);
  if (on_early_end != nullptr) on_early_end(verdict, message.c_str());
  end_process(3);
}

namespace {

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

}  // namespace

void unsupported(const char* what) {
  stop(model::Verdict::internal_error,
       std::string("the judge does not control ") + what + ", so it cannot judge this " +
           (model::program_main != nullptr ? "program" : "submission"));
}

void end_process(int status) {
  asm volatile("syscall" ::"a"(static_cast<long>(SYS_exit_group)), "D"(static_cast<long>(status))
               : "rcx", "r11", "memory");
  __builtin_unreachable();
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

// Threads that wait for each other through descriptors are beyond the model.
KATA_EXPORT int pipe(int*) noexcept { unsupported("pipe()"); }
KATA_EXPORT int pipe2(int*, int) noexcept { unsupported("pipe2()"); }
KATA_EXPORT int eventfd(unsigned, int) noexcept { unsupported("eventfd()"); }
KATA_EXPORT int socketpair(int, int, int, int*) noexcept { unsupported("socketpair()"); }
KATA_EXPORT int socket(int, int, int) noexcept { unsupported("socket()"); }

// Files are the schedule's, and memory that other processes share is a file. Who a process is
// belongs to all of its schedules.
KATA_EXPORT int shm_open(const char*, int, mode_t) { unsupported("shm_open()"); }
KATA_EXPORT int shm_unlink(const char*) { unsupported("shm_unlink()"); }
KATA_EXPORT int setuid(uid_t) noexcept { unsupported("setuid()"); }
KATA_EXPORT int setgid(gid_t) noexcept { unsupported("setgid()"); }
KATA_EXPORT int seteuid(uid_t) noexcept { unsupported("seteuid()"); }
KATA_EXPORT int setegid(gid_t) noexcept { unsupported("setegid()"); }
KATA_EXPORT int setreuid(uid_t, uid_t) noexcept { unsupported("setreuid()"); }
KATA_EXPORT int setregid(gid_t, gid_t) noexcept { unsupported("setregid()"); }

}  // namespace kata::intercept
