// SPDX-License-Identifier: MIT
// What the C++ runtime does behind the program's back: destructors of thread_local and static
// objects, and exceptions that several threads share.
#include <cxxabi.h>
#include <pthread.h>
#include <sys/types.h>

#include <cstddef>

#include "choice/chooser.hpp"
#include "intercept/common.hpp"
#include "model/mutex.hpp"
#include "world/static_objects.hpp"

namespace kata::intercept {

KATA_EXPORT int __cxa_thread_atexit(void (*destructor)(void*), void* object, void*) noexcept {
  if (on_fiber()) {
    model::world->running->destructors.push_back({destructor, object});
    return 0;
  }
  // Of a thread_local that was made outside of any schedule: the process ends without it.
  return 0;
}

// From the executable: statics. Those made in a schedule end with it; those made before, only where
// the schedule is a whole process.
KATA_EXPORT int __cxa_atexit(void (*function)(void*), void* argument, void* object) noexcept {
  if (from_executable(__builtin_return_address(0))) {
    (on_fiber() ? model::static_destructors : model::global_destructors)
        .push_back({function, argument});
    return 0;
  }
  static const auto next = real<int(void (*)(void*), void*, void*)>("__cxa_atexit");
  return next(function, argument, object);
}

// An exception that threads hand round in an exception_ptr is counted inside libstdc++, where
// nothing is instrumented. Whoever lets go of an exception happens before whoever lets go of it
// last and destroys it.

namespace {

void exception_released(const void* exception) {
  if (!in_schedule() || exception == nullptr) return;
  model::Thread& self = *model::observed;
  detect::VectorClock& clock = model::released_of_exception(exception);
  // libstdc++ keeps the count of owners 128 bytes before the exception.
  const auto* owners = reinterpret_cast<const int*>(static_cast<const std::byte*>(exception) - 128);
  if (*owners == 1) self.clock.acquire(clock);
  self.clock.release(clock);
}

// The Itanium C++ ABI's header of an exception, as far as it matters here: 112 bytes, at whose end
// is the unwinder's part that begins with the exception's class. A header whose class ends in 1
// stands for a rethrown exception_ptr and begins with the address of the exception itself.
const void* caught_exception() {
  struct Globals {
    std::byte* caught;
    unsigned uncaught;
  };
  const auto* globals = reinterpret_cast<const Globals*>(abi::__cxa_get_globals());
  if (globals->caught == nullptr) return nullptr;
  constexpr std::size_t header_size = 112;
  constexpr std::size_t unwind_size = 32;
  const std::byte* class_at = globals->caught + header_size - unwind_size;
  const bool dependent = *reinterpret_cast<const std::uint64_t*>(class_at) % 256 == 1;
  return dependent ? *reinterpret_cast<void**>(globals->caught) : globals->caught + header_size;
}

}  // namespace

KATA_EXPORT void kata_exception_release(void* self) __asm__(
    "_ZNSt15__exception_ptr13exception_ptr10_M_releaseEv");
KATA_EXPORT void kata_exception_release(void* self) {
  static const auto next = real<void(void*)>("_ZNSt15__exception_ptr13exception_ptr10_M_releaseEv");
  exception_released(*static_cast<void**>(self));
  next(self);
}

KATA_EXPORT void __cxa_end_catch() {
  static const auto next = real<void()>("__cxa_end_catch");
  if (in_schedule()) exception_released(caught_exception());
  next();
}

// The free functions atomic_load(&shared_ptr) and its like lock a mutex inside libstdc++. Inside
// the lock is code of the header, which has scheduling points; so the model must know it.

namespace {

alignas(8) std::byte pointer_mutex[sizeof(pthread_mutex_t)];

void lock_pointers(unsigned char* self) {
  self[0] = self[1] = 16;  // libstdc++'s mark for "nothing locked"
  if (in_schedule()) model::lock(model::mutexes.of(pointer_mutex));
}

}  // namespace

KATA_EXPORT void kata_pointer_locker(unsigned char* self,
                                     const void*) __asm__("_ZNSt10_Sp_lockerC1EPKv");
KATA_EXPORT void kata_pointer_locker(unsigned char* self, const void*) { lock_pointers(self); }
KATA_EXPORT void kata_pointer_locker_two(unsigned char* self, const void*,
                                         const void*) __asm__("_ZNSt10_Sp_lockerC1EPKvS1_");
KATA_EXPORT void kata_pointer_locker_two(unsigned char* self, const void*, const void*) {
  lock_pointers(self);
}
KATA_EXPORT void kata_pointer_unlocker(unsigned char*) __asm__("_ZNSt10_Sp_lockerD1Ev");
KATA_EXPORT void kata_pointer_unlocker(unsigned char*) {
  if (in_schedule()) model::unlock(model::mutexes.of(pointer_mutex));
}

// Entropy is a choice like any other: std::random_device, whatever token it was made with, and the
// kernel's own source.
namespace {

void choose_bytes(void* memory, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i) {
    static_cast<std::byte*>(memory)[i] =
        static_cast<std::byte>(model::world->chooser.choose(choice::Kind::entropy, 256));
  }
}

}  // namespace

KATA_EXPORT ssize_t getrandom(void* memory, std::size_t size, unsigned flags) {
  static const auto next = real<ssize_t(void*, std::size_t, unsigned)>("getrandom");
  if (!on_fiber()) return next(memory, size, flags);
  choose_bytes(memory, size);
  return static_cast<ssize_t>(size);
}
KATA_EXPORT int getentropy(void* memory, std::size_t size) {
  static const auto next = real<int(void*, std::size_t)>("getentropy");
  if (!on_fiber()) return next(memory, size);
  choose_bytes(memory, size);
  return 0;
}

KATA_EXPORT unsigned kata_random_device_value(void* self) __asm__(
    "_ZNSt13random_device9_M_getvalEv");
KATA_EXPORT unsigned kata_random_device_value(void* self) {
  static const auto next = real<unsigned(void*)>("_ZNSt13random_device9_M_getvalEv");
  if (!on_fiber()) return next(self);
  choice::Chooser& chooser = model::world->chooser;
  const unsigned high = chooser.choose(choice::Kind::entropy, 1U << 16);
  return high << 16 | chooser.choose(choice::Kind::entropy, 1U << 16);
}

}  // namespace kata::intercept
