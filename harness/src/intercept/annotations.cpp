// SPDX-License-Identifier: MIT
// ThreadSanitizer's own interface (<sanitizer/tsan_interface.h>) and the dynamic annotations before
// it. A program that was compiled with -fsanitize=thread may call both. What orders threads there
// orders them here; what only changes reports does nothing.
#include <cstddef>
#include <unordered_map>

#include "intercept/common.hpp"
#include "world/per_schedule.hpp"

namespace kata::intercept {

namespace {

// By address, what the threads knew that released it.
std::unordered_map<std::uintptr_t, detect::VectorClock>& annotated() {
  static std::unordered_map<std::uintptr_t, detect::VectorClock> clocks;
  return clocks;
}
const model::PerSchedule reset("annotations", [](void*) {
  if (!annotated().empty()) annotated().clear();
});

void acquire(const volatile void* address) {
  if (!in_schedule()) return;
  const auto found = annotated().find(reinterpret_cast<std::uintptr_t>(address));
  if (found != annotated().end()) model::observed->clock.acquire(found->second);
}

void release(const volatile void* address) {
  if (!in_schedule()) return;
  model::observed->clock.release(annotated()[reinterpret_cast<std::uintptr_t>(address)]);
}

}  // namespace

KATA_EXPORT void __tsan_acquire(void* address) { acquire(address); }
KATA_EXPORT void __tsan_release(void* address) { release(address); }

// ---- locks of the program's own ----

namespace {
constexpr unsigned try_lock_failed = 1U << 5;
}  // namespace

KATA_EXPORT void __tsan_mutex_create(void*, unsigned) {}
KATA_EXPORT void __tsan_mutex_destroy(void*, unsigned) {}
KATA_EXPORT void __tsan_mutex_pre_lock(void*, unsigned) {}
KATA_EXPORT void __tsan_mutex_post_lock(void* address, unsigned flags, int) {
  if ((flags & try_lock_failed) == 0) acquire(address);
}
KATA_EXPORT int __tsan_mutex_pre_unlock(void* address, unsigned) {
  release(address);
  return 0;
}
KATA_EXPORT void __tsan_mutex_post_unlock(void*, unsigned) {}
KATA_EXPORT void __tsan_mutex_pre_signal(void*, unsigned) {}
KATA_EXPORT void __tsan_mutex_post_signal(void*, unsigned) {}
KATA_EXPORT void __tsan_mutex_pre_divert(void*, unsigned) {}
KATA_EXPORT void __tsan_mutex_post_divert(void*, unsigned) {}

// ---- fibers: their switches are not seen ----

#define KATA_UNCONTROLLED(result, name, parameters) \
  KATA_EXPORT result name parameters { unsupported(#name " (fibers of the program's own)"); }
KATA_UNCONTROLLED(void*, __tsan_get_current_fiber, ())
KATA_UNCONTROLLED(void*, __tsan_create_fiber, (unsigned))
KATA_UNCONTROLLED(void, __tsan_destroy_fiber, (void*))
KATA_UNCONTROLLED(void, __tsan_switch_to_fiber, (void*, unsigned))
KATA_UNCONTROLLED(void, __tsan_set_fiber_name, (void*, const char*))
#undef KATA_UNCONTROLLED

// ---- libraries that are not instrumented ----

KATA_EXPORT void* __tsan_external_register_tag(const char*) { return nullptr; }
KATA_EXPORT void __tsan_external_register_header(void*, const char*) {}
KATA_EXPORT void __tsan_external_assign_tag(void*, void*) {}
KATA_EXPORT void __tsan_external_read(void*, void*, void*) {}
KATA_EXPORT void __tsan_external_write(void*, void*, void*) {}
KATA_EXPORT void __tsan_flush_memory() {}

// ---- dynamic annotations, under both of their names ----

// The file and the line of the annotation come first.
#define KATA_HARMLESS(name, ...)                                                  \
  KATA_EXPORT void Annotate##name(const char*, int __VA_OPT__(, ) __VA_ARGS__) {} \
  KATA_EXPORT void WTFAnnotate##name(const char*, int __VA_OPT__(, ) __VA_ARGS__) {}

KATA_EXPORT void AnnotateHappensBefore(const char*, int, const volatile void* address) {
  release(address);
}
KATA_EXPORT void AnnotateHappensAfter(const char*, int, const volatile void* address) {
  acquire(address);
}
KATA_EXPORT void WTFAnnotateHappensBefore(const char*, int, const volatile void* address) {
  release(address);
}
KATA_EXPORT void WTFAnnotateHappensAfter(const char*, int, const volatile void* address) {
  acquire(address);
}
KATA_EXPORT void AnnotateRWLockAcquired(const char*, int, const volatile void* lock, long) {
  acquire(lock);
}
KATA_EXPORT void AnnotateRWLockReleased(const char*, int, const volatile void* lock, long) {
  release(lock);
}
KATA_HARMLESS(RWLockCreate, const volatile void*)
KATA_HARMLESS(RWLockCreateStatic, const volatile void*)
KATA_HARMLESS(RWLockDestroy, const volatile void*)
KATA_HARMLESS(CondVarSignal, const volatile void*)
KATA_HARMLESS(CondVarSignalAll, const volatile void*)
KATA_HARMLESS(CondVarWait, const volatile void*, const volatile void*)
KATA_HARMLESS(PublishMemoryRange, const volatile void*, std::size_t)
KATA_HARMLESS(UnpublishMemoryRange, const volatile void*, std::size_t)
KATA_HARMLESS(NewMemory, const volatile void*, std::size_t)
KATA_HARMLESS(MutexIsUsedAsCondVar, const volatile void*)
KATA_HARMLESS(MutexIsNotPHB, const volatile void*)
KATA_HARMLESS(PCQCreate, const volatile void*)
KATA_HARMLESS(PCQDestroy, const volatile void*)
KATA_HARMLESS(PCQPut, const volatile void*)
KATA_HARMLESS(PCQGet, const volatile void*)
KATA_HARMLESS(ExpectRace, const volatile void*, const char*)
KATA_HARMLESS(BenignRace, const volatile void*, const char*)
KATA_HARMLESS(BenignRaceSized, const volatile void*, std::size_t, const char*)
KATA_HARMLESS(TraceMemory, const volatile void*)
KATA_HARMLESS(ThreadName, const char*)
KATA_HARMLESS(IgnoreReadsBegin)
KATA_HARMLESS(IgnoreReadsEnd)
KATA_HARMLESS(IgnoreWritesBegin)
KATA_HARMLESS(IgnoreWritesEnd)
KATA_HARMLESS(IgnoreSyncBegin)
KATA_HARMLESS(IgnoreSyncEnd)
KATA_HARMLESS(EnableRaceDetection, int)
KATA_HARMLESS(NoOp, const volatile void*)
KATA_HARMLESS(FlushState)
#undef KATA_HARMLESS

KATA_EXPORT int RunningOnValgrind() { return 0; }
KATA_EXPORT double ValgrindSlowdown() { return 1; }

}  // namespace kata::intercept
