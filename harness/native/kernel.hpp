// SPDX-License-Identifier: MIT
// System calls made directly. The C library's functions would be ours (intercept_*.cpp) or a
// sanitizer's, which would take what the judge does for something that orders the threads.
#pragma once

#include <fcntl.h>
#include <linux/futex.h>
#include <sys/syscall.h>
#include <time.h>

#include <atomic>
#include <cstddef>
#include <cstdint>

namespace kata::native::kernel {

inline long call(long number, long a = 0, long b = 0, long c = 0, long d = 0, long e = 0,
                 long f = 0) {
  long result = 0;
  register long r10 asm("r10") = d;
  register long r8 asm("r8") = e;
  register long r9 asm("r9") = f;
  asm volatile("syscall"
               : "=a"(result)
               : "a"(number), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8), "r"(r9)
               : "rcx", "r11", "memory");
  return result;
}

template <class T>
long word(T* pointer) {
  return reinterpret_cast<long>(pointer);
}

inline std::int64_t nanoseconds(const timespec& time) {
  return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

inline timespec timespec_of(std::int64_t nanoseconds) {
  timespec time{nanoseconds / 1'000'000'000, nanoseconds % 1'000'000'000};
  if (time.tv_nsec < 0) time = {time.tv_sec - 1, time.tv_nsec + 1'000'000'000};
  return time;
}

inline std::int64_t clock(clockid_t which) {
  timespec time{};
  call(SYS_clock_gettime, which, word(&time));
  return nanoseconds(time);
}

/// Nanoseconds of a clock that never goes back.
inline std::int64_t now() { return clock(CLOCK_MONOTONIC); }

inline void nap(std::int64_t nanoseconds) {
  timespec time = timespec_of(nanoseconds);
  while (call(SYS_nanosleep, word(&time), word(&time)) != 0) {
  }
}

inline void yield() { call(SYS_sched_yield); }
inline int thread_id() { return static_cast<int>(call(SYS_gettid)); }

/// Returns when `value` is no longer `seen`, when woken, or after `longest` nanoseconds (if >= 0).
inline void wait(std::atomic<std::uint32_t>& value, std::uint32_t seen, std::int64_t longest = -1) {
  const timespec time = timespec_of(longest);
  call(SYS_futex, word(&value), FUTEX_WAIT_PRIVATE, seen, longest < 0 ? 0 : word(&time));
}

inline void wake_all(std::atomic<std::uint32_t>& value) {
  call(SYS_futex, word(&value), FUTEX_WAKE_PRIVATE, 1 << 30);
}

[[noreturn]] inline void sleep_for_ever() {
  for (;;) nap(1'000'000'000);
}

[[noreturn]] inline void end_process(int status) {
  for (;;) call(SYS_exit_group, status);
}

/// The first bytes of a file, ended with a 0; how many there are.
inline std::size_t read_file(const char* path, char* to, std::size_t size) {
  const long file = call(SYS_open, word(path), O_RDONLY | O_CLOEXEC);
  if (file < 0) return 0;
  const long got = call(SYS_read, file, word(to), static_cast<long>(size - 1));
  call(SYS_close, file);
  const std::size_t length = got > 0 ? static_cast<std::size_t>(got) : 0;
  to[length] = 0;
  return length;
}

}  // namespace kata::native::kernel
