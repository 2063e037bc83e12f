// SPDX-License-Identifier: MIT
// pthread_create and what follows from it: std::thread, jthread, async.
#include <pthread.h>
#include <sched.h>
#include <sys/sysinfo.h>
#include <unwind.h>

#include <cerrno>
#include <string>
#include <string_view>

#include "intercept/calls.hpp"
#include "intercept/cancellation.hpp"
#include "intercept/common.hpp"
#include "intercept/scheduling_policy.hpp"
#include "intercept/signals.hpp"
#include "intercept/virtual_time.hpp"
#include "model/join.hpp"
#include "world/program.hpp"

namespace kata::intercept {

namespace {

model::Thread& thread_at(pthread_t handle, const char* operation) {
  model::Thread* thread = model::world->thread_of(static_cast<std::uintptr_t>(handle));
  if (thread == nullptr) {
    model::world->stop(model::Verdict::undefined_behavior,
                       std::string(operation) + " of something that is no thread");
  }
  return *thread;
}

// The stack that a program asks for. Never less than the usual one: what runs on it is more than
// the program's own code.
std::size_t stack_of(const pthread_attr_t* attributes) {
  constexpr std::size_t usual = fiber::SlotPool::stack_bytes;
  if (attributes == nullptr) return usual;
  static const std::size_t default_of_process = [] {
    pthread_attr_t fresh;
    pthread_attr_init(&fresh);
    std::size_t size = 0;
    pthread_attr_getstacksize(&fresh, &size);
    pthread_attr_destroy(&fresh);
    return size;
  }();
  std::size_t size = 0;
  pthread_attr_getstacksize(attributes, &size);
  if (size <= usual || size == default_of_process) return usual;
  if (size > fiber::SlotPool::largest_stack) {
    const std::string what = "a thread with a stack of more than " +
                             std::to_string(fiber::SlotPool::largest_stack >> 20) + " MB";
    unsupported(what.c_str());
  }
  return (size + 4095) & ~std::size_t{4095};
}

// Threads of an OpenMP library wait for each other by system calls of its own.
void check_library(const void* caller) {
  static const void* known = nullptr;
  if (from_executable(caller) || caller == known) return;
  Dl_info info;
  if (dladdr(caller, &info) == 0 || info.dli_fname == nullptr) return;
  const std::string_view path = info.dli_fname;
  const std::string_view name = path.substr(path.rfind('/') + 1);
  if (name.starts_with("libgomp") || name.starts_with("libomp") || name.starts_with("libiomp")) {
    unsupported("the threads of OpenMP");
  }
  known = caller;
}

}  // namespace

KATA_EXPORT int pthread_create(pthread_t* handle, const pthread_attr_t* attributes,
                               void* (*start)(void*), void* argument) {
  if (!in_schedule()) {
    // The engine's own parked threads do not come this way.
    if (model::world != nullptr) {
      unsupported("a thread started before the first call, from a global object's constructor");
    }
    static const auto next = real<decltype(pthread_create)>("pthread_create");
    return next(handle, attributes, start, argument);
  }
  check_library(__builtin_return_address(0));
  model::World& world = *model::world;
  if (!is_policy_possible(attributes)) return EINVAL;
  model::Thread* fresh = model::start(start, argument, stack_of(attributes));
  if (fresh == nullptr) {
    static const std::string most =
        "more than " + std::to_string(fiber::SlotPool::capacity - 1) + " threads at a time";
    unsupported(most.c_str());
  }
  if (model::program_main != nullptr) inherit_mask(fresh->id);
  give_policy(fresh->id, attributes);
  int detached = PTHREAD_CREATE_JOINABLE;
  if (attributes != nullptr) pthread_attr_getdetachstate(attributes, &detached);
  fresh->detached = fresh->clock.detached = detached == PTHREAD_CREATE_DETACHED;
  *handle = static_cast<pthread_t>(fresh->slot->thread_pointer());
  // A program may end before it comes to another point, and the thread would never have run.
  if (model::program_main != nullptr) {
    world.point();
    note_return(*world.running, end_of_frame(__builtin_frame_address(0)));
  }
  return 0;
}

KATA_EXPORT int pthread_join(pthread_t handle, void** result) {
  if (in_schedule())
    return cancellable([&] { return model::join(thread_at(handle, "join"), result); });
  return real<decltype(pthread_join)>("pthread_join")(handle, result);
}

KATA_EXPORT int pthread_tryjoin_np(pthread_t handle, void** result) {
  if (!in_schedule()) unsupported("pthread_tryjoin_np outside of a schedule");
  model::world->point();
  model::Thread& thread = thread_at(handle, "join");
  if (thread.standing != model::Standing::finished) {
    model::world->idle_read();
    return EBUSY;
  }
  return model::join(thread, result);
}

KATA_EXPORT int pthread_clockjoin_np(pthread_t handle, void** result, clockid_t clock,
                                     const timespec* time) {
  if (!in_schedule()) unsupported("pthread_clockjoin_np outside of a schedule");
  const model::Nanoseconds deadline = deadline_of(clock, *time);
  return cancellable([&] { return model::join(thread_at(handle, "join"), result, deadline); });
}

KATA_EXPORT int pthread_timedjoin_np(pthread_t handle, void** result, const timespec* time) {
  return pthread_clockjoin_np(handle, result, CLOCK_REALTIME, time);
}

KATA_EXPORT int pthread_detach(pthread_t handle) {
  if (in_schedule()) return model::detach(thread_at(handle, "detach"));
  return real<decltype(pthread_detach)>("pthread_detach")(handle);
}

namespace {

// Unwinds the whole stack, running destructors, and ends the thread where it would run out.
_Unwind_Reason_Code unwind_step(int, _Unwind_Action actions, _Unwind_Exception_Class,
                                _Unwind_Exception*, _Unwind_Context* context, void*) {
  const bool at_bottom =
      _Unwind_GetRegionStart(context) == reinterpret_cast<_Unwind_Ptr>(&model::World::thread_main);
  if (at_bottom || (actions & _UA_END_OF_STACK) != 0) model::world->finish_thread();
  return _URC_NO_REASON;
}

}  // namespace

KATA_EXPORT void pthread_exit(void* result) {
  if (!on_fiber()) real<void(void*)>("pthread_exit")(result);
  model::Thread& self = *model::world->running;
  if (self.id == 0 && model::program_main == nullptr)
    unsupported("pthread_exit in the main thread");
  self.result = result;
  static _Unwind_Exception exception;
  exception.exception_class = 0;
  exception.exception_cleanup = nullptr;
  _Unwind_ForcedUnwind(&exception, unwind_step, nullptr);
  __builtin_unreachable();
}

KATA_EXPORT int pthread_getattr_np(pthread_t handle, pthread_attr_t* attributes) {
  static const auto next = real<decltype(pthread_getattr_np)>("pthread_getattr_np");
  const int failed = next(handle, attributes);
  if (failed != 0 || !in_schedule()) return failed;
  const fiber::Slot& slot = *thread_at(handle, "pthread_getattr_np").slot;
  return pthread_attr_setstack(attributes, slot.stack_low(),
                               static_cast<std::size_t>(slot.stack_high() - slot.stack_low()));
}

KATA_EXPORT int pthread_setname_np(pthread_t handle, const char* name) {
  if (!in_schedule()) return 0;
  thread_at(handle, "pthread_setname_np").name = name;
  return 0;
}

KATA_EXPORT int sched_yield() {
  if (!in_schedule()) return 0;
  std::uint64_t nothing = 0;
  model::world->note(trace::Operation::yield, nothing, {});
  model::world->yield();
  return 0;
}

KATA_EXPORT int pthread_yield() { return sched_yield(); }

// std::thread::hardware_concurrency(): the same on every machine.
KATA_EXPORT int get_nprocs() noexcept {
  if (on_fiber()) return 4;
  static const auto next = real<decltype(get_nprocs)>("get_nprocs");
  return next();
}

// ---- keys ----

KATA_EXPORT int pthread_key_create(pthread_key_t* key, void (*destructor)(void*)) {
  return model::create_key(key, destructor, !from_executable(__builtin_return_address(0)));
}
KATA_EXPORT int pthread_key_delete(pthread_key_t key) { return model::delete_key(key); }
KATA_EXPORT void* pthread_getspecific(pthread_key_t key) { return model::get_specific(key); }
KATA_EXPORT int pthread_setspecific(pthread_key_t key, const void* value) {
  return model::set_specific(key, value);
}

}  // namespace kata::intercept
