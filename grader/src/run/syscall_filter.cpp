// SPDX-License-Identifier: MIT
// The list of system calls that a submission's process may make.
#include <fcntl.h>
#include <linux/sched.h>
#include <seccomp.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <vector>

#include "base/files.hpp"
#include "run/confine.hpp"

namespace grader::run {

namespace {

// Allowed whatever the arguments. Files: Landlock decides which. What changes files by their names
// is missing, because a confined process may write nowhere.
constexpr const char* allowed[] = {
    // files
    "read", "write", "readv", "writev", "pread64", "pwrite64", "preadv", "pwritev", "preadv2",
    "pwritev2", "close", "close_range", "stat", "fstat", "lstat", "newfstatat", "statx", "statfs",
    "fstatfs", "access", "faccessat", "faccessat2", "lseek", "readlink", "readlinkat", "getdents",
    "getdents64", "getcwd", "chdir", "fchdir", "umask", "dup", "dup2", "dup3", "pipe", "pipe2",
    "fsync", "fdatasync", "ftruncate", "fallocate", "fadvise64", "memfd_create", "poll", "ppoll",
    "select", "pselect6",
    // memory
    "brk", "munmap", "mremap", "madvise", "mincore", "msync", "membarrier",
    // the process itself
    "getpid", "getppid", "gettid", "getuid", "geteuid", "getgid", "getegid", "getresuid",
    "getresgid", "getgroups", "getpgid", "getpgrp", "getsid", "getrusage", "getrlimit",
    "getpriority", "times", "sysinfo", "uname", "getcpu", "capget", "getrandom", "exit",
    "exit_group", "restart_syscall", "arch_prctl", "set_tid_address", "set_robust_list",
    "get_robust_list", "rseq", "futex", "sched_yield", "sched_getaffinity", "sched_getparam",
    "sched_getscheduler", "sched_getattr", "sched_get_priority_max", "sched_get_priority_min",
    "sched_rr_get_interval",
    // signals and time
    "rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "rt_sigpending", "rt_sigtimedwait",
    "rt_sigsuspend", "sigaltstack", "pause", "alarm", "setitimer", "getitimer", "timer_create",
    "timer_settime", "timer_gettime", "timer_getoverrun", "timer_delete", "clock_gettime",
    "clock_getres", "clock_nanosleep", "nanosleep", "gettimeofday", "time"};

// glibc takes ENOSYS for an old kernel and uses another call.
constexpr const char* unknown[] = {"clone3", "openat2", "futex_waitv", "epoll_pwait2"};

// Allowed if the first argument is the process itself: those that send signals, among others.
constexpr const char* to_itself[] = {
    "kill", "tgkill", "tkill", "rt_sigqueueinfo", "rt_tgsigqueueinfo", "sched_setaffinity"};

// Adds rules and remembers whether one was refused.
class Rules {
 public:
  explicit Rules(scmp_filter_ctx context) : context_(context) {}

  // Takes `action` for the call `name`, if its arguments are so. A call that this architecture does
  // not have is no failure.
  void add(const char* name, std::uint32_t action,
           const std::vector<scmp_arg_cmp>& arguments = {}) {
    const int number = seccomp_syscall_resolve_name(name);
    if (number < 0) return;
    const int failed = seccomp_rule_add_array(
        context_, action, number, static_cast<unsigned>(arguments.size()), arguments.data());
    good_ = good_ && failed == 0;
  }
  void allow(const char* name, const std::vector<scmp_arg_cmp>& arguments = {}) {
    add(name, SCMP_ACT_ALLOW, arguments);
  }

  bool good() const { return good_; }

 private:
  scmp_filter_ctx context_;
  bool good_ = true;
};

scmp_arg_cmp equal(unsigned argument, std::uint64_t value) {
  return {argument, SCMP_CMP_EQ, value, 0};
}

// The bits of `mask` are as in `value`.
scmp_arg_cmp bits(unsigned argument, std::uint64_t mask, std::uint64_t value) {
  return {argument, SCMP_CMP_MASKED_EQ, mask, value};
}

// Where the kernel has no Landlock, which files is open to a process; but it opens none to write.
void add_opening(Rules& rules) {
  if (has_landlock()) {
    for (const char* name : {"open", "openat", "creat"}) rules.allow(name);
    return;
  }
  constexpr std::uint64_t writing = O_ACCMODE | O_CREAT | O_TRUNC | (O_TMPFILE & ~O_DIRECTORY);
  rules.allow("open", {bits(1, writing, O_RDONLY)});
  rules.allow("openat", {bits(2, writing, O_RDONLY)});
}

void add_descriptors(Rules& rules) {
  // Not F_SETOWN and F_SETSIG with O_ASYNC: the kernel would send signals to others.
  for (const int command :
       {F_DUPFD, F_DUPFD_CLOEXEC, F_GETFD, F_SETFD, F_GETFL, F_GETLK, F_SETLK, F_SETLKW}) {
    rules.allow("fcntl", {equal(1, static_cast<std::uint64_t>(command))});
  }
  rules.allow("fcntl", {equal(1, F_SETFL), bits(2, O_ASYNC, 0)});
  for (const std::uint64_t request : {TCGETS, TIOCGWINSZ, FIONREAD}) {
    rules.allow("ioctl", {equal(1, request)});
  }
}

void add_memory(Rules& rules) {
  // Code comes from files: the loader maps it.
  rules.allow("mmap", {bits(2, PROT_EXEC, 0)});
  rules.allow("mmap", {bits(2, PROT_EXEC, PROT_EXEC), bits(3, MAP_ANONYMOUS, 0)});
  rules.allow("mprotect", {bits(2, PROT_EXEC, 0)});
}

bool add_rules(scmp_filter_ctx context) {
  Rules rules(context);
  for (const char* name : allowed) rules.allow(name);
  for (const char* name : unknown) rules.add(name, SCMP_ACT_ERRNO(ENOSYS));
  for (const char* name : to_itself) rules.allow(name, {equal(0, placeholder_pid)});
  rules.allow("sched_setaffinity", {equal(0, 0)});
  add_opening(rules);
  add_descriptors(rules);
  add_memory(rules);
  // Threads: the engine borrows their thread-local storage. clone3, which hides its flags from us,
  // is unknown, and glibc falls back to clone.
  rules.allow("clone", {bits(0, CLONE_THREAD, CLONE_THREAD)});
  // Asking for a limit is fine, setting one is not.
  rules.allow("prlimit64", {equal(2, 0)});
  rules.allow("personality", {equal(0, 0xffffffff)});
  for (const std::uint64_t option : {PR_SET_NAME, PR_GET_NAME, PR_SET_TIMERSLACK, PR_SET_VMA}) {
    rules.allow("prctl", {equal(0, option)});
  }
  const std::uint64_t path =
      std::uint64_t{placeholder_path_high} << 32 | std::uint64_t{placeholder_path_low};
  rules.allow("execve", {equal(0, path)});
  return rules.good();
}

std::vector<sock_filter> build() {
  const scmp_filter_ctx context = seccomp_init(SCMP_ACT_ERRNO(EPERM));
  if (context == nullptr) return {};
  std::vector<sock_filter> program;
  const Descriptor memory(memfd_create("filter", MFD_CLOEXEC));
  if (add_rules(context) && memory.open() && seccomp_export_bpf(context, memory.get()) == 0) {
    const off_t size = lseek(memory.get(), 0, SEEK_END);
    program.resize(static_cast<std::size_t>(size) / sizeof(sock_filter));
    if (pread(memory.get(), program.data(), static_cast<std::size_t>(size), 0) != size) {
      program.clear();
    }
  }
  seccomp_release(context);
  return program;
}

}  // namespace

const std::vector<sock_filter>& syscall_filter() {
  static const std::vector<sock_filter> program = build();
  return program;
}

}  // namespace grader::run
