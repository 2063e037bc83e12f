// SPDX-License-Identifier: MIT
// malloc, free, new and delete. What the executable allocates comes from the schedule's heap; what
// the libraries allocate for themselves (streams, locales, exceptions in flight) outlives schedules
// and comes from libc's.
#include "memory/heap.hpp"

#include <link.h>
#include <malloc.h>
#include <unwind.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <new>

#include "intercept/common.hpp"
#include "model/atomic.hpp"
#include "world/program.hpp"

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

// The functions of a program's own operator new, in its various forms.
class OwnNew {
 public:
  OwnNew() {
    for (const char* name :
         {"_Znwm", "_Znam", "_ZnwmRKSt9nothrow_t", "_ZnamRKSt9nothrow_t", "_ZnwmSt11align_val_t",
          "_ZnamSt11align_val_t", "_ZnwmSt11align_val_tRKSt9nothrow_t",
          "_ZnamSt11align_val_tRKSt9nothrow_t"}) {
      void* used = dlsym(RTLD_DEFAULT, name);
      if (used == nullptr || !from_executable(used)) continue;
      Dl_info info;
      const ElfW(Sym)* symbol = nullptr;
      if (dladdr1(used, &info, reinterpret_cast<void**>(const_cast<ElfW(Sym)**>(&symbol)),
                  RTLD_DL_SYMENT) == 0 ||
          symbol == nullptr) {
        continue;
      }
      const auto begin = reinterpret_cast<std::uintptr_t>(used);
      functions_[count_++] = {begin, begin + symbol->st_size};
    }
  }
  bool exists() const { return count_ > 0; }
  bool contains(std::uintptr_t address) const {
    for (std::size_t i = 0; i < count_; ++i) {
      if (functions_[i].contains(address)) return true;
    }
    return false;
  }

 private:
  fiber::Range functions_[8];
  std::size_t count_ = 0;
};

const OwnNew& own_new() {
  static const OwnNew functions;
  return functions;
}

// Whether a library has called the program's operator new, which asks for memory now.
bool is_new_for_library() {
  struct Walk {
    bool in_new = false;
    bool by_library = false;
  } walk;
  _Unwind_Backtrace(
      [](_Unwind_Context* context, void* into) {
        Walk& walk = *static_cast<Walk*>(into);
        const auto at = static_cast<std::uintptr_t>(_Unwind_GetIP(context)) - 1;
        if (own_new().contains(at)) {
          walk.in_new = true;
          return _URC_NO_REASON;
        }
        if (!walk.in_new) return _URC_NO_REASON;
        walk.by_library = !fiber::executable_text.contains(at);
        return _URC_NORMAL_STOP;
      },
      &walk);
  return walk.by_library;
}

// True while the executable's code can be running: from its static constructors on.
bool for_schedule(const void* caller) {
  return model::world != nullptr && from_executable(caller) &&
         !(own_new().exists() && is_new_for_library());
}

// libc reuses memory, and orders free before malloc: who used it before is forgotten.
void* fresh(void* memory, std::size_t size) {
  if (memory != nullptr && on_fiber()) {
    model::shadow->forget(reinterpret_cast<std::uintptr_t>(memory), size);
  }
  return memory;
}

// That there is memory at all, and what calloc wrote to it, is known to other threads only through
// what orders them. The beginning of a block stands for all of it.
void note_allocation(const void* memory, std::size_t size, const void* caller) {
  constexpr std::size_t most = 256;
  detect::ThreadClock& clock = model::observed->clock;
  const bool wrote = clock.wrote;
  model::shadow->access(clock, reinterpret_cast<std::uintptr_t>(memory), std::min(size, most),
                        pc_of(caller), true);
  clock.wrote = wrote;
}

void* allocate(std::size_t size, std::size_t alignment, bool zero, const void* caller) {
  if (alignment < usual_alignment) alignment = usual_alignment;
  if (for_schedule(caller)) {
    void* memory = model::heap.allocate(size, alignment, zero);
    if (memory != nullptr && in_schedule() && model::program_main != nullptr)
      note_allocation(memory, size, caller);
    return memory;
  }
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
KATA_EXPORT void* valloc(std::size_t size) { return allocate(size, 4096, false, KATA_CALLER); }
KATA_EXPORT void* pvalloc(std::size_t size) {
  return allocate((size + 4095) & ~std::size_t{4095}, 4096, false, KATA_CALLER);
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
