// SPDX-License-Identifier: MIT
#include "fiber/slot.hpp"

#include <dlfcn.h>
#include <linux/futex.h>
#include <pthread.h>
#include <signal.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "fiber/image.hpp"

namespace kata::fiber {

namespace {

constexpr std::size_t page = 4096;
// Fiber stack, guard page, the parked thread's stack (its TLS is at the top of it, and added to its
// size). The stack's guard is all that it does not have of the room below.
constexpr std::size_t parked_bytes = 56 * 1024;
constexpr std::size_t stride = std::size_t{1} << SlotPool::stride_bits;
// Stacks begin at different offsets, or the hot ends of all would compete for the same lines of the
// processor's caches, and for the same places in the shadow memory's cache of chunks. That one goes
// by the 64 KB that an address lies in, modulo 64 MB: a stack has one such place and its
// thread-local storage the next. The heap begins at a multiple of 64 MB, and its first 31 MB, as
// executables, are out of their way.
constexpr std::size_t colours = 16;
constexpr std::size_t colour_bytes = 4096 / colours;
constexpr std::size_t places = 128;
constexpr std::size_t place_bytes = 128 * 1024;
constexpr std::size_t lowest_end = SlotPool::largest_stack + (std::size_t{31} << 20);
static_assert(lowest_end + places * place_bytes + SlotPool::largest_thread_locals <= stride);

void futex(int* word, int operation, int value) {
  long result;
  register long timeout asm("r10") = 0;
  asm volatile("syscall"
               : "=a"(result)
               : "a"(static_cast<long>(SYS_futex)), "D"(word), "S"(static_cast<long>(operation)),
                 "d"(static_cast<long>(value)), "r"(timeout)
               : "rcx", "r11", "memory");
}

int parked_flag = 0;

// Lends its thread-local storage and never runs again. Raw system calls, because by now every
// libc entry that could be used to wait is the engine's own.
void* park(void*) {
  __atomic_store_n(&parked_flag, 1, __ATOMIC_RELEASE);
  futex(&parked_flag, FUTEX_WAKE_PRIVATE, 1);
  int never = 0;
  for (;;) futex(&never, FUTEX_WAIT_PRIVATE, 0);
}

using CreateThread = int (*)(pthread_t*, const pthread_attr_t*, void* (*)(void*), void*);

}  // namespace

bool fsbase_writable = false;

bool Slot::is_guard(std::uintptr_t address) const {
  const auto low = reinterpret_cast<std::uintptr_t>(stack_low_);
  return address < low && address >= (low & ~(stride - 1));
}

void SlotPool::open() {
  fsbase_writable = user_may_write_fsbase();
  engine_.thread_pointer_ = current_thread_pointer();
  void* base = reinterpret_cast<void*>(region_base);
  void* got = mmap(base, stride * capacity, PROT_NONE,
                   MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED_NOREPLACE, -1, 0);
  if (got != base) {
    std::fprintf(stderr, "kata: the address range for thread stacks is taken; cannot run here\n");
    std::abort();
  }
}

bool SlotPool::create(Slot& slot, std::size_t index) {
  static const auto create_thread =
      reinterpret_cast<CreateThread>(dlsym(RTLD_NEXT, "pthread_create"));
  static const auto mask = reinterpret_cast<int (*)(int, const sigset_t*, sigset_t*)>(
      dlsym(RTLD_NEXT, "pthread_sigmask"));
  auto* base = reinterpret_cast<std::byte*>(region_base + index * stride);
  std::byte* end = base + lowest_end + index % places * place_bytes;
  slot.stack_low_ = end;
  slot.stack_high_ = end - index % colours * colour_bytes;
  std::byte* parked = end + page;
  const std::size_t parked_size = (parked_bytes + thread_locals_size() + page - 1) & ~(page - 1);
  if (!resize_stack(slot, stack_bytes) ||
      mprotect(parked, parked_size, PROT_READ | PROT_WRITE) != 0) {
    return false;
  }
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstack(&attributes, parked, parked_size);
  // Signals (the watchdog's) must reach the one thread that runs; the parked ones block them all.
  sigset_t all, before;
  sigfillset(&all);
  mask(SIG_SETMASK, &all, &before);
  parked_flag = 0;
  pthread_t handle;
  // The new thread copies its stack guard and its scheduling from the creator, so that must be
  // the engine's real thread, whichever fiber asks for the slot.
  const ThreadPointer running = current_thread_pointer();
  load(engine_.thread_pointer_);
  const int failed = create_thread(&handle, &attributes, park, nullptr);
  if (failed == 0) {
    while (__atomic_load_n(&parked_flag, __ATOMIC_ACQUIRE) == 0) {
      futex(&parked_flag, FUTEX_WAIT_PRIVATE, 0);
    }
  }
  mask(SIG_SETMASK, &before, nullptr);
  load(running);
  pthread_attr_destroy(&attributes);
  if (failed != 0) return false;
  slot.thread_pointer_ = reinterpret_cast<ThreadPointer>(reinterpret_cast<void*>(handle));
  return true;
}

// The stack keeps its upper end, and what was on it.
bool SlotPool::resize_stack(Slot& slot, std::size_t stack) {
  const auto high = reinterpret_cast<std::uintptr_t>(slot.stack_high_);
  auto* low = reinterpret_cast<std::byte*>((high + page - 1) & ~(page - 1)) - stack;
  if (low == slot.stack_low_) return true;
  if (low < slot.stack_low_) {
    const auto more = static_cast<std::size_t>(slot.stack_low_ - low);
    if (mprotect(low, more, PROT_READ | PROT_WRITE) != 0) return false;
  } else {
    mprotect(slot.stack_low_, static_cast<std::size_t>(low - slot.stack_low_), PROT_NONE);
  }
  slot.stack_low_ = low;
  return true;
}

Slot* SlotPool::at(std::size_t index, std::size_t stack) {
  if (thread_locals_size() > largest_thread_locals) return nullptr;
  while (created_ <= index) {
    if (!create(slots_[created_], created_)) return nullptr;
    ++created_;
  }
  return resize_stack(slots_[index], stack) ? &slots_[index] : nullptr;
}

std::size_t SlotPool::index_of(ThreadPointer handle) const {
  if (!contains(handle)) return capacity;
  const std::size_t index = (handle - region_base) / stride;
  return index < created_ && slots_[index].thread_pointer_ == handle ? index : capacity;
}

void prepare(Slot& slot, Entry entry, int fill, std::size_t filled) {
  std::memset(slot.stack_high_ - filled, fill, filled);
  slot.context_ = suspend_before(entry, slot.stack_high_);
  slot.doubt_below_now(0);
  reset_thread_locals(slot.thread_pointer_);
}

void load_thread_pointer(const Slot& slot) { load(slot.thread_pointer_); }

}  // namespace kata::fiber
