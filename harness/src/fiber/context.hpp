// SPDX-License-Identifier: MIT
// What is left of a fiber that does not run, and the instructions that change from one to another.
//
// Our own rather than Boost.Context's, because they are in line here. A switch that is called and
// that jumps instead of returning leaves the processor's stack of return addresses one entry out
// of step: every return up to the submission's code is then predicted wrongly, which costs more
// than the switch itself. In line, fibers that wait at the same depth, as those at scheduling
// points do, return as predicted: a point of the uniform walk among 8 threads fell from 85 ns
// to 64.
#pragma once

#include <cstdint>

namespace kata::fiber {

/// What a suspended fiber's stack ends with.
struct Suspended {
  std::uint32_t mxcsr;        ///< the control and status of SSE arithmetic
  std::uint16_t x87_control;  ///< the control word of x87 arithmetic: its rounding and precision
  std::uint16_t unused;
  std::uintptr_t frame;   ///< the frame pointer
  std::uintptr_t resume;  ///< where to go on
};

/// A fiber that has not run yet: going on with it calls `entry`, which must never return, on the
/// stack that ends at `high`. Its arithmetic is controlled as the caller's is now ([cfenv]: a
/// thread inherits the environment of the one that makes it).
inline Suspended* suspend_before(void (*entry)(), void* high) {
  // As if called from nowhere: above its frame lies the return address 0, at which whoever walks
  // the stack stops.
  const auto aligned = reinterpret_cast<std::uintptr_t>(high) & ~std::uintptr_t{15};
  auto* top = reinterpret_cast<std::uintptr_t*>(aligned - 2 * sizeof(std::uintptr_t));
  *--top = 0;
  auto* suspended = reinterpret_cast<Suspended*>(top) - 1;
  *suspended = {0, 0, 0, 0, reinterpret_cast<std::uintptr_t>(entry)};
  asm("stmxcsr %0" : "=m"(suspended->mxcsr));
  asm("fnstcw %0" : "=m"(suspended->x87_control));
  return suspended;
}

/// Suspends the running fiber, whose Suspended is noted in `left`, and goes on with `next`. Comes
/// back when somebody goes on with what was noted.
[[gnu::always_inline]] inline void change_stacks(void** left, void* next) {
  // All other registers are either clobbered, so that the compiler keeps what it needs of them on
  // the stack, or the stack pointer. The red zone below it may be in use.
  asm volatile(
      "lea -128(%%rsp), %%rsp\n\t"
      "lea 1f(%%rip), %%rax\n\t"
      "push %%rax\n\t"
      "push %%rbp\n\t"
      "push $0\n\t"
      "stmxcsr (%%rsp)\n\t"
      "fnstcw 4(%%rsp)\n\t"
      "mov %%rsp, (%[left])\n\t"
      // Loading the control words is slow, and they hardly ever differ.
      "mov (%%rsp), %%eax\n\t"
      "movzwl 4(%%rsp), %%ecx\n\t"
      "mov %[next], %%rsp\n\t"
      "cmp (%%rsp), %%eax\n\t"
      "jne 2f\n\t"
      "cmp 4(%%rsp), %%cx\n\t"
      "je 3f\n"
      "2:\n\t"
      "ldmxcsr (%%rsp)\n\t"
      "fldcw 4(%%rsp)\n"
      "3:\n\t"
      "mov 8(%%rsp), %%rbp\n\t"
      "mov 16(%%rsp), %%rax\n\t"
      "lea 24(%%rsp), %%rsp\n\t"
      "jmp *%%rax\n"
      "1:\n\t"
      "lea 128(%%rsp), %%rsp\n\t"
      : [left] "+D"(left), [next] "+S"(next)
      :
      : "rax", "rbx", "rcx", "rdx", "r8", "r9", "r10", "r11", "r12", "r13", "r14", "r15", "cc",
        "memory", "xmm0", "xmm1", "xmm2", "xmm3", "xmm4", "xmm5", "xmm6", "xmm7", "xmm8", "xmm9",
        "xmm10", "xmm11", "xmm12", "xmm13", "xmm14", "xmm15");
}

}  // namespace kata::fiber
