// SPDX-License-Identifier: MIT
// syscall(): how libstdc++ waits for atomics, and how a submission would get round us.
#include "model/futex.hpp"

#include <linux/futex.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstdarg>
#include <string>

#include "intercept/common.hpp"
#include "intercept/process.hpp"
#include "intercept/virtual_time.hpp"
#include "world/program.hpp"

namespace kata::intercept {

namespace {

long raw_syscall(long number, const long (&a)[6]) {
  long result;
  register long r10 asm("r10") = a[3];
  register long r8 asm("r8") = a[4];
  register long r9 asm("r9") = a[5];
  asm volatile("syscall"
               : "=a"(result)
               : "a"(number), "D"(a[0]), "S"(a[1]), "d"(a[2]), "r"(r10), "r"(r8), "r"(r9)
               : "rcx", "r11", "memory");
  return result;
}

long result_of(int error) {
  if (error == 0) return 0;
  errno = error;
  return -1;
}

long futex(const long (&a)[6]) {
  auto* address = reinterpret_cast<int*>(a[0]);
  const int operation = static_cast<int>(a[1]) & ~(FUTEX_PRIVATE_FLAG | FUTEX_CLOCK_REALTIME);
  const clockid_t clock = (a[1] & FUTEX_CLOCK_REALTIME) != 0 ? CLOCK_REALTIME : CLOCK_MONOTONIC;
  const auto* time = reinterpret_cast<const timespec*>(a[3]);
  switch (operation) {
    case FUTEX_WAIT: {  // a duration
      model::Nanoseconds deadline = model::never;
      if (time != nullptr) deadline = model::world->now() + to_nanoseconds(*time);
      return result_of(model::futex_wait(address, static_cast<int>(a[2]), deadline));
    }
    case FUTEX_WAIT_BITSET: {  // a moment
      const model::Nanoseconds deadline =
          time != nullptr ? deadline_of(clock, *time) : model::never;
      return result_of(model::futex_wait(address, static_cast<int>(a[2]), deadline));
    }
    case FUTEX_WAKE:
    case FUTEX_WAKE_BITSET:
      return model::futex_wake(address, static_cast<int>(a[2]));
    default:
      unsupported("a futex operation other than wait and wake");
  }
}

// Of a program under `kata explore`, all others are made as they stand: it may need them.
bool is_harmless(long number) {
  switch (number) {
    case SYS_read:
    case SYS_write:
    case SYS_getrandom:
    case SYS_getcpu:
    case SYS_membarrier:
    case SYS_getuid:
    case SYS_geteuid:
    case SYS_getgid:
    case SYS_getegid:
    case SYS_uname:
    case SYS_sysinfo:
      return true;
    default:
      return false;
  }
}

// As the library's functions for it do.
[[noreturn]] void reach_for_processes() {
  if (model::program_main != nullptr) {
    unsupported("a raw system call that would go round the judge");
  }
  stop(model::Verdict::crash,
       "the submission ends, starts or signals processes by a system call of its own",
       "An answer runs in threads of its own process, to their end.");
}

// A verdict, because a submission may choose the schedules in which it does so.
[[noreturn]] void go_round_the_judge(long number) {
  stop(model::Verdict::crash,
       "the submission makes the system call " + std::to_string(number) + " by itself",
       "An answer uses the functions of the libraries; the judge knows those. Of system calls by "
       "number it permits futex and those that only ask.");
}

}  // namespace

KATA_EXPORT long syscall(long number, ...) {
  long a[6];
  va_list list;
  va_start(list, number);
  for (long& value : a) value = va_arg(list, long);
  va_end(list);
  if (in_schedule()) {
    switch (number) {
      case SYS_futex:
        return futex(a);
      case SYS_gettid:
        return gettid();
      case SYS_getpid:
        return getpid();
      case SYS_getppid:
        return getppid();
      case SYS_fork:
      case SYS_vfork:
      case SYS_clone:
      case SYS_clone3:
      case SYS_execve:
      case SYS_exit:
      case SYS_exit_group:
      case SYS_kill:
      case SYS_tkill:
      case SYS_tgkill:
        reach_for_processes();
      case SYS_ptrace:
      case SYS_rt_sigaction:
      case SYS_mmap:
      case SYS_munmap:
        if (model::program_main == nullptr) go_round_the_judge(number);
        unsupported("a raw system call that would go round the judge");
      default:
        if (model::program_main == nullptr && !is_harmless(number)) go_round_the_judge(number);
        break;
    }
  }
  const long result = raw_syscall(number, a);
  if (result < 0 && result > -4096) return result_of(static_cast<int>(-result));
  return result;
}

}  // namespace kata::intercept
