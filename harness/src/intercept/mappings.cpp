// SPDX-License-Identifier: MIT
// What a program maps belongs to its schedule, as to a process: the next finds none of it, and gets
// the same addresses.
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <vector>

#include "intercept/common.hpp"
#include "model/atomic.hpp"
#include "world/per_schedule.hpp"
#include "world/program.hpp"

namespace kata::intercept {

namespace {

struct Mapping {
  std::uintptr_t begin;
  std::size_t size;
};
std::vector<Mapping>& mappings() {
  static std::vector<Mapping> all;
  return all;
}

// Not the C library's functions, which are ours here.
long system_call(long number, long a, long b, long c = 0, long d = 0, long e = 0, long f = 0) {
  long result;
  register long r10 asm("r10") = d;
  register long r8 asm("r8") = e;
  register long r9 asm("r9") = f;
  asm volatile("syscall"
               : "=a"(result)
               : "a"(number), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8), "r"(r9)
               : "rcx", "r11", "memory");
  return result;
}

const model::PerSchedule reset("mappings", [](void*) {
  for (const Mapping& one : mappings()) {
    system_call(SYS_munmap, static_cast<long>(one.begin), static_cast<long>(one.size));
  }
  mappings().clear();
});

bool is_programs(const void* caller) {
  return in_schedule() && model::program_main != nullptr && from_executable(caller);
}

// Takes the pages from `begin` on, `size` bytes, out of what the schedule has mapped.
void forget(std::uintptr_t begin, std::size_t size) {
  std::vector<Mapping>& all = mappings();
  const std::uintptr_t end = begin + ((size + 4095) & ~std::size_t{4095});
  std::vector<Mapping> rest;
  for (const Mapping& one : all) {
    const std::uintptr_t its_end = one.begin + one.size;
    if (its_end <= begin || one.begin >= end) {
      rest.push_back(one);
      continue;
    }
    if (one.begin < begin) rest.push_back({one.begin, begin - one.begin});
    if (its_end > end) rest.push_back({end, its_end - end});
  }
  all = std::move(rest);
}

}  // namespace

#define KATA_MMAP(name)                                                                 \
  KATA_EXPORT void* name(void* address, std::size_t size, int protection, int flags,    \
                         int descriptor, off_t offset) noexcept {                       \
    const long result =                                                                 \
        system_call(SYS_mmap, reinterpret_cast<long>(address), static_cast<long>(size), \
                    protection, flags, descriptor, offset);                             \
    if (result < 0 && result > -4096) {                                                 \
      errno = static_cast<int>(-result);                                                \
      return MAP_FAILED;                                                                \
    }                                                                                   \
    if (is_programs(__builtin_return_address(0))) {                                     \
      const auto begin = static_cast<std::uintptr_t>(result);                           \
      forget(begin, size);                                                              \
      mappings().push_back({begin, (size + 4095) & ~std::size_t{4095}});                \
      model::shadow->forget_used(begin, mappings().back().size);                        \
    }                                                                                   \
    return reinterpret_cast<void*>(result);                                             \
  }
KATA_MMAP(mmap)
KATA_MMAP(mmap64)
#undef KATA_MMAP

KATA_EXPORT int munmap(void* address, std::size_t size) noexcept {
  const long result =
      system_call(SYS_munmap, reinterpret_cast<long>(address), static_cast<long>(size));
  if (result < 0) {
    errno = static_cast<int>(-result);
    return -1;
  }
  if (is_programs(__builtin_return_address(0))) {
    forget(reinterpret_cast<std::uintptr_t>(address), size);
  }
  return 0;
}

}  // namespace kata::intercept
