// SPDX-License-Identifier: MIT
// malloc, free, new and delete. What the executable allocates comes from the schedule's heap; what
// the libraries allocate for themselves (streams, locales, exceptions in flight) outlives schedules
// and comes from libc's.
#include "memory/heap.hpp"

#include <malloc.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <new>

#include "intercept/common.hpp"
#include "model/atomic.hpp"

extern "C" {
void* __libc_malloc(std::size_t);
void* __libc_calloc(std::size_t, std::size_t);
void* __libc_realloc(void*, std::size_t);
void* __libc_memalign(std::size_t, std::size_t);
void __libc_free(void*);
}

namespace kata::intercept {

namespace {

constexpr std::size_t usual_alignment = 16;

// True while the executable's code can be running: from its static constructors on.
bool for_schedule(const void* caller) { return model::world != nullptr && from_executable(caller); }

// libc reuses memory, and orders free before malloc: who used it before is forgotten.
void* fresh(void* memory, std::size_t size) {
  if (memory != nullptr && on_fiber()) {
    model::shadow->forget(reinterpret_cast<std::uintptr_t>(memory), size);
  }
  return memory;
}

void* allocate(std::size_t size, std::size_t alignment, bool zero, const void* caller) {
  if (alignment < usual_alignment) alignment = usual_alignment;
  if (for_schedule(caller)) return model::heap.allocate(size, alignment, zero);
  if (zero) return fresh(__libc_calloc(1, size), size);
  return fresh(alignment > usual_alignment ? __libc_memalign(alignment, size) : __libc_malloc(size),
               size);
}

void release(void* memory, const void* caller) {
  if (memory == nullptr) return;
  const auto address = reinterpret_cast<std::uintptr_t>(memory);
  if (model::heap.contains(memory) || (on_fiber() && (model::world->slots.contains(address) ||
                                                      fiber::executable_data.contains(address)))) {
    model::heap.release(memory, pc_of(caller));
  } else {
    __libc_free(memory);
  }
}

void* allocate_or_throw(std::size_t size, std::size_t alignment, const void* caller) {
  void* memory = allocate(size, alignment, false, caller);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}

}  // namespace

#define KATA_CALLER __builtin_return_address(0)

KATA_EXPORT void* malloc(std::size_t size) { return allocate(size, 0, false, KATA_CALLER); }

KATA_EXPORT void* calloc(std::size_t count, std::size_t size) {
  std::size_t bytes;
  if (__builtin_mul_overflow(count, size, &bytes)) {
    errno = ENOMEM;
    return nullptr;
  }
  return allocate(bytes, 0, true, KATA_CALLER);
}

KATA_EXPORT void* realloc(void* memory, std::size_t size) {
  if (memory == nullptr) return allocate(size, 0, false, KATA_CALLER);
  if (!model::heap.contains(memory)) return fresh(__libc_realloc(memory, size), size);
  void* larger = model::heap.allocate(size, usual_alignment, false);
  if (larger == nullptr) return nullptr;
  const std::size_t before = model::heap.size_of(memory);
  std::memcpy(larger, memory, before < size ? before : size);
  model::heap.release(memory, pc_of(KATA_CALLER));
  return larger;
}

KATA_EXPORT void free(void* memory) { release(memory, KATA_CALLER); }

KATA_EXPORT void* memalign(std::size_t alignment, std::size_t size) {
  return allocate(size, alignment, false, KATA_CALLER);
}
KATA_EXPORT void* aligned_alloc(std::size_t alignment, std::size_t size) {
  return allocate(size, alignment, false, KATA_CALLER);
}
KATA_EXPORT int posix_memalign(void** result, std::size_t alignment, std::size_t size) {
  if (alignment < sizeof(void*) || (alignment & (alignment - 1)) != 0) return EINVAL;
  *result = allocate(size, alignment, false, KATA_CALLER);
  return *result != nullptr ? 0 : ENOMEM;
}
KATA_EXPORT std::size_t malloc_usable_size(void* memory) {
  if (memory == nullptr) return 0;
  if (model::heap.contains(memory)) return model::heap.size_of(memory);
  static const auto next = real<std::size_t(void*)>("malloc_usable_size");
  return next(memory);
}

}  // namespace kata::intercept

#define KATA_NEW __attribute__((visibility("default")))
using kata::intercept::allocate;
using kata::intercept::allocate_or_throw;
using kata::intercept::release;

KATA_NEW void* operator new(std::size_t size) { return allocate_or_throw(size, 0, KATA_CALLER); }
KATA_NEW void* operator new[](std::size_t size) { return allocate_or_throw(size, 0, KATA_CALLER); }
KATA_NEW void* operator new(std::size_t size, std::align_val_t alignment) {
  return allocate_or_throw(size, static_cast<std::size_t>(alignment), KATA_CALLER);
}
KATA_NEW void* operator new[](std::size_t size, std::align_val_t alignment) {
  return allocate_or_throw(size, static_cast<std::size_t>(alignment), KATA_CALLER);
}
KATA_NEW void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  return allocate(size, 0, false, KATA_CALLER);
}
KATA_NEW void* operator new[](std::size_t size, const std::nothrow_t&) noexcept {
  return allocate(size, 0, false, KATA_CALLER);
}
KATA_NEW void* operator new(std::size_t size, std::align_val_t alignment,
                            const std::nothrow_t&) noexcept {
  return allocate(size, static_cast<std::size_t>(alignment), false, KATA_CALLER);
}
KATA_NEW void* operator new[](std::size_t size, std::align_val_t alignment,
                              const std::nothrow_t&) noexcept {
  return allocate(size, static_cast<std::size_t>(alignment), false, KATA_CALLER);
}
KATA_NEW void operator delete(void* memory) noexcept { release(memory, KATA_CALLER); }
KATA_NEW void operator delete[](void* memory) noexcept { release(memory, KATA_CALLER); }
KATA_NEW void operator delete(void* memory, std::size_t) noexcept { release(memory, KATA_CALLER); }
KATA_NEW void operator delete[](void* memory, std::size_t) noexcept {
  release(memory, KATA_CALLER);
}
KATA_NEW void operator delete(void* memory, std::align_val_t) noexcept {
  release(memory, KATA_CALLER);
}
KATA_NEW void operator delete[](void* memory, std::align_val_t) noexcept {
  release(memory, KATA_CALLER);
}
KATA_NEW void operator delete(void* memory, std::size_t, std::align_val_t) noexcept {
  release(memory, KATA_CALLER);
}
KATA_NEW void operator delete[](void* memory, std::size_t, std::align_val_t) noexcept {
  release(memory, KATA_CALLER);
}
