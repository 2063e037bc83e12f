// SPDX-License-Identifier: MIT
// pthread_once (std::call_once) and the guards of static local variables.
#include "model/once.hpp"

#include <pthread.h>

#include "intercept/common.hpp"
#include "model/atomic.hpp"
#include "world/static_objects.hpp"

namespace kata::intercept {

namespace {

constexpr int done = 2;  // glibc's value too, which an initialised library flag already has

bool control_done(std::uintptr_t address) { return *reinterpret_cast<int*>(address) == done; }
bool guard_done(std::uintptr_t address) { return *reinterpret_cast<unsigned char*>(address) != 0; }

// The compiler's inline check reads the guard's first byte atomically; so it is written as one.
void set_guard(std::uintptr_t address) {
  detect::AtomicHistory& flag = model::shadow->atomic(model::world->running->clock, address, 1,
                                                      detect::Access::atomic_write, 0);
  *reinterpret_cast<unsigned char*>(address) = 1;
  model::atomic_stored(flag, model::Order::release, false, true);
}

}  // namespace

KATA_EXPORT int pthread_once(pthread_once_t* control, void (*routine)()) {
  if (!in_schedule() || !is_submissions(control)) {
    static const auto next = real<decltype(pthread_once)>("pthread_once");
    return next(control, routine);
  }
  model::Once& once = model::once_at(control);
  if (!model::once_begin(once, trace::Operation::call_once, control_done)) return 0;
  try {
    routine();
  } catch (...) {
    model::once_finished(once, true);
    throw;
  }
  *control = done;
  model::once_finished(once, false);
  return 0;
}

KATA_EXPORT int __cxa_guard_acquire(std::uint64_t* guard) {
  const auto address = reinterpret_cast<std::uintptr_t>(guard);
  if (!in_schedule() || !is_submissions(guard)) return guard_done(address) ? 0 : 1;
  return model::once_begin(model::once_at(guard), trace::Operation::static_initialisation,
                           guard_done)
             ? 1
             : 0;
}

KATA_EXPORT void __cxa_guard_release(std::uint64_t* guard) noexcept {
  const auto address = reinterpret_cast<std::uintptr_t>(guard);
  if (!in_schedule() || !is_submissions(guard)) {
    *reinterpret_cast<unsigned char*>(address) = 1;
    return;
  }
  set_guard(address);
  if (model::on_static_made != nullptr) model::on_static_made(address);
  model::once_finished(model::once_at(guard), false);
}

KATA_EXPORT void __cxa_guard_abort(std::uint64_t* guard) noexcept {
  if (!in_schedule() || !is_submissions(guard)) return;
  model::once_finished(model::once_at(guard), true);
}

}  // namespace kata::intercept
