// SPDX-License-Identifier: MIT
// The register that thread-local storage hangs on. Loading it makes the running code see another
// thread's thread_local variables, errno, pthread_self() and C++ exception state.
#pragma once

#include <asm/prctl.h>
#include <sys/auxv.h>
#include <sys/syscall.h>

#include <cstdint>

#if !defined(__x86_64__)
#error "The controlled engine knows the thread pointer of x86-64 only."
#endif

namespace kata::fiber {

/// The address that %fs holds: on x86-64 Linux, that of the thread's own struct pthread, which is
/// also its pthread_t.
using ThreadPointer = std::uintptr_t;

inline ThreadPointer current_thread_pointer() {
  ThreadPointer pointer;
  asm("mov %%fs:0, %0" : "=r"(pointer));  // the ABI keeps the block's own address in its first word
  return pointer;
}

/// Whether the kernel lets user code execute wrfsbase (bit 1 of AT_HWCAP2, Linux 5.9 and later).
inline bool user_may_write_fsbase() { return (getauxval(AT_HWCAP2) & 2) != 0; }

inline void write_fsbase(ThreadPointer pointer) {
  asm volatile("wrfsbase %0" ::"r"(pointer) : "memory");
}

/// As write_fsbase, through the kernel; about ten times slower. Inline assembly, because errno and
/// the libc wrapper belong to whichever thread pointer is loaded.
inline void write_fsbase_by_kernel(ThreadPointer pointer) {
  long result;
  asm volatile("syscall"
               : "=a"(result)
               : "a"(static_cast<long>(SYS_arch_prctl)), "D"(static_cast<long>(ARCH_SET_FS)),
                 "S"(pointer)
               : "rcx", "r11", "memory");
  (void)result;
}

/// What user_may_write_fsbase() said when the slots were made.
extern bool fsbase_writable;

/// Loads the thread pointer in the fastest way there is here.
inline void load(ThreadPointer pointer) {
  if (fsbase_writable) {
    write_fsbase(pointer);
  } else {
    write_fsbase_by_kernel(pointer);
  }
}

}  // namespace kata::fiber
