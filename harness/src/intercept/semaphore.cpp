// SPDX-License-Identifier: MIT
// sem_*.
#include "model/semaphore.hpp"

#include <fcntl.h>
#include <semaphore.h>

#include <cerrno>
#include <cstdarg>
#include <cstring>
#include <map>
#include <string>

#include "intercept/cancellation.hpp"
#include "intercept/common.hpp"
#include "intercept/making.hpp"
#include "intercept/virtual_time.hpp"
#include "world/forbidden.hpp"
#include "world/per_schedule.hpp"

namespace kata::intercept {

#define KATA_CALLER __builtin_return_address(0)

namespace {

// sem_init leaves no mark that tells a semaphore from any other bytes, so the model is made there
// and nowhere else; a semaphore from a static initialiser of ours does not exist.
[[gnu::always_inline]] inline model::Semaphore& model_of(sem_t* semaphore, const void* caller) {
  // A judge may wait on a semaphore of its own.
  if (from_watched_code(caller)) note_use(model::Primitive::semaphore);
  bool is_new = false;
  bool is_first = false;
  model::Semaphore& found = model::semaphores.of(semaphore, &is_new, &is_first);
  if (is_first) [[unlikely]]
    note_first_use(model::semaphores, found, is_first, caller);
  if (is_new) {
    model::world->stop(model::Verdict::undefined_behavior,
                       "a sem_t is used that sem_init never made",
                       "A POSIX semaphore must be initialised with sem_init before it is used.");
  }
  return found;
}

int result_of(int error) {
  if (error == 0) return 0;
  errno = error;
  return -1;
}

// By what follows the slashes that a name begins with.
std::map<std::string, sem_t*> named;

// Returns what glibc says of a name, which is that of a file: 0, or `bad` or ENAMETOOLONG.
int fault_of_name(std::string& name, int bad) {
  constexpr std::size_t longest_part = 255;
  constexpr std::size_t prefix = 4;  // "sem."
  name.erase(0, name.find_first_not_of('/'));
  if (name.empty() || name.find('/') != std::string::npos || name.size() > longest_part) return bad;
  return name.size() > longest_part - prefix ? ENAMETOOLONG : 0;
}

sem_t* refused(int error) {
  errno = error;
  return SEM_FAILED;
}

const model::PerSchedule reset("named_semaphores", [](void*) { named.clear(); });

}  // namespace

// There is one process, so a semaphore that others may share is one like any other.
KATA_EXPORT int sem_init(sem_t* semaphore, int shared, unsigned value) {
  static const auto next = real<decltype(sem_init)>("sem_init");
  if (!in_schedule()) return next(semaphore, shared, value);
  if (value > SEM_VALUE_MAX) return result_of(EINVAL);
  note_making(semaphore, sizeof *semaphore, KATA_CALLER);
  std::memset(semaphore, 0, sizeof *semaphore);
  model::semaphores.make(semaphore).value = value;
  wait_for_use(model::semaphores, semaphore);
  return 0;
}

KATA_EXPORT int sem_destroy(sem_t* semaphore) {
  if (in_schedule()) return result_of(model::destroy(model_of(semaphore, KATA_CALLER)));
  return on_fiber() ? 0 : real<decltype(sem_destroy)>("sem_destroy")(semaphore);
}

KATA_EXPORT int sem_wait(sem_t* semaphore) {
  const void* caller = KATA_CALLER;
  if (in_schedule())
    return result_of(cancellable([&] { return model::wait(model_of(semaphore, caller)); }));
  return real<decltype(sem_wait)>("sem_wait")(semaphore);
}

KATA_EXPORT int sem_trywait(sem_t* semaphore) {
  if (in_schedule()) return result_of(model::try_wait(model_of(semaphore, KATA_CALLER)));
  return real<decltype(sem_trywait)>("sem_trywait")(semaphore);
}

KATA_EXPORT int sem_clockwait(sem_t* semaphore, clockid_t clock, const timespec* time) {
  if (in_schedule()) {
    if (!is_valid(*time) || !is_limits_clock(clock)) return result_of(EINVAL);
    const model::Nanoseconds deadline = deadline_of(clock, *time);
    const void* caller = KATA_CALLER;
    return result_of(
        cancellable([&] { return model::wait(model_of(semaphore, caller), deadline); }));
  }
  return real<decltype(sem_clockwait)>("sem_clockwait")(semaphore, clock, time);
}

KATA_EXPORT int sem_timedwait(sem_t* semaphore, const timespec* time) {
  return sem_clockwait(semaphore, CLOCK_REALTIME, time);
}

KATA_EXPORT int sem_post(sem_t* semaphore) {
  if (in_schedule()) return result_of(model::post(model_of(semaphore, KATA_CALLER)));
  return real<decltype(sem_post)>("sem_post")(semaphore);
}

KATA_EXPORT int sem_getvalue(sem_t* semaphore, int* value) {
  if (in_schedule()) {
    model::world->point();
    *value = static_cast<int>(model_of(semaphore, KATA_CALLER).value);
    model::world->idle_read();
    return 0;
  }
  return real<decltype(sem_getvalue)>("sem_getvalue")(semaphore, value);
}

// ---- named semaphores: no other process uses them, and no schedule finds those of another ----

KATA_EXPORT sem_t* sem_open(const char* its_name, int flags, ...) {
  if (!in_schedule()) unsupported("sem_open (a named semaphore) outside of a schedule");
  model::world->point();
  std::va_list more;
  va_start(more, flags);
  static_cast<void>(va_arg(more, unsigned));  // the mode
  const unsigned value = va_arg(more, unsigned);
  va_end(more);
  std::string name = its_name;
  if (const int fault = fault_of_name(name, EINVAL)) return refused(fault);
  const auto known = named.find(name);
  if (known != named.end()) {
    if ((flags & O_CREAT) != 0 && (flags & O_EXCL) != 0) return refused(EEXIST);
    return known->second;
  }
  if ((flags & O_CREAT) == 0) return refused(ENOENT);
  if (value > SEM_VALUE_MAX) return refused(EINVAL);
  auto* fresh = static_cast<sem_t*>(model::heap.allocate(sizeof(sem_t), alignof(sem_t), true));
  model::semaphores.make(fresh).value = value;
  named.emplace(name, fresh);
  return fresh;
}

// Others may have it open still, so it stays what it is.
KATA_EXPORT int sem_close(sem_t* semaphore) {
  if (!in_schedule()) unsupported("sem_close outside of a schedule");
  model_of(semaphore, KATA_CALLER);
  return 0;
}

KATA_EXPORT int sem_unlink(const char* its_name) {
  if (!in_schedule()) unsupported("sem_unlink outside of a schedule");
  model::world->point();
  std::string name = its_name;
  if (const int fault = fault_of_name(name, ENOENT)) return result_of(fault);
  return result_of(named.erase(name) == 1 ? 0 : ENOENT);
}

}  // namespace kata::intercept
