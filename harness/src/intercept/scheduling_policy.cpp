// SPDX-License-Identifier: MIT
// Scheduling policies and priorities: kept for each thread as for a user that may set them, so that
// what was set is read back. They forbid no schedule: on a machine with enough processors threads
// of every priority run at once.
#include <pthread.h>
#include <sched.h>
#include <unistd.h>

#include <cerrno>
#include <vector>

#include "intercept/common.hpp"
#include "intercept/scheduling_policy.hpp"
#include "world/per_schedule.hpp"

namespace kata::intercept {

namespace {

struct Policy {
  int policy = SCHED_OTHER;  // without SCHED_RESET_ON_FORK, which is kept and means nothing here
  int flags = 0;
  int priority = 0;
};

std::vector<Policy> policies;  // by thread

const model::PerSchedule reset("scheduling_policies", [](void*) { policies.clear(); });

Policy& policy_of(std::size_t thread) {
  if (thread >= policies.size()) policies.resize(thread + 1);
  return policies[thread];
}

bool is_priority_of(int policy, int priority) {
  const int least = sched_get_priority_min(policy);
  return least >= 0 && priority >= least && priority <= sched_get_priority_max(policy);
}

// The thread that pthread functions name by its handle; null if there is none.
model::Thread* named(pthread_t handle) {
  return model::world->thread_of(static_cast<std::uintptr_t>(handle));
}

// The thread that the functions for processes name: 0 is the caller, and the process's own number
// its main thread.
model::Thread* named_by_number(pid_t number) {
  if (number == 0) return model::world->running;
  return number == getpid() ? &model::world->thread(0) : nullptr;
}

int set(Policy& kept, int policy, int priority) {
  const int flags = policy & SCHED_RESET_ON_FORK;
  if (!is_priority_of(policy & ~flags, priority)) return EINVAL;
  kept = {policy & ~flags, flags, priority};
  return 0;
}

int result_of(int error) {
  if (error == 0) return 0;
  errno = error;
  return -1;
}

}  // namespace

void give_policy(std::size_t fresh, const pthread_attr_t* attributes) {
  if (attributes == nullptr && policies.empty()) return;  // that of all threads
  int inherits = PTHREAD_INHERIT_SCHED;
  if (attributes != nullptr) pthread_attr_getinheritsched(attributes, &inherits);
  Policy given = policy_of(model::world->running->id);
  if (inherits == PTHREAD_EXPLICIT_SCHED) {
    sched_param parameters{};
    pthread_attr_getschedpolicy(attributes, &given.policy);
    pthread_attr_getschedparam(attributes, &parameters);
    given.priority = parameters.sched_priority;
  } else if (given.flags != 0) {
    given = {};
  }
  policy_of(fresh) = given;
}

bool is_policy_possible(const pthread_attr_t* attributes) {
  int inherits = PTHREAD_INHERIT_SCHED;
  if (attributes != nullptr) pthread_attr_getinheritsched(attributes, &inherits);
  if (inherits != PTHREAD_EXPLICIT_SCHED) return true;
  int policy = SCHED_OTHER;
  sched_param parameters{};
  pthread_attr_getschedpolicy(attributes, &policy);
  pthread_attr_getschedparam(attributes, &parameters);
  return is_priority_of(policy, parameters.sched_priority);
}

KATA_EXPORT int pthread_setschedparam(pthread_t handle, int policy, const sched_param* parameters) {
  if (!in_schedule()) {
    return real<decltype(pthread_setschedparam)>("pthread_setschedparam")(handle, policy,
                                                                          parameters);
  }
  const model::Thread* thread = named(handle);
  if (thread == nullptr) return ESRCH;
  return set(policy_of(thread->id), policy, parameters->sched_priority);
}

KATA_EXPORT int pthread_getschedparam(pthread_t handle, int* policy, sched_param* parameters) {
  if (!in_schedule()) {
    return real<decltype(pthread_getschedparam)>("pthread_getschedparam")(handle, policy,
                                                                          parameters);
  }
  const model::Thread* thread = named(handle);
  if (thread == nullptr) return ESRCH;
  const Policy& kept = policy_of(thread->id);
  *policy = kept.policy;
  parameters->sched_priority = kept.priority;
  return 0;
}

KATA_EXPORT int pthread_setschedprio(pthread_t handle, int priority) {
  if (!in_schedule())
    return real<decltype(pthread_setschedprio)>("pthread_setschedprio")(handle, priority);
  const model::Thread* thread = named(handle);
  if (thread == nullptr) return ESRCH;
  Policy& kept = policy_of(thread->id);
  return set(kept, kept.policy | kept.flags, priority);
}

KATA_EXPORT int sched_setscheduler(pid_t number, int policy, const sched_param* parameters) {
  if (!in_schedule())
    return real<decltype(sched_setscheduler)>("sched_setscheduler")(number, policy, parameters);
  if (number < 0 || parameters == nullptr) return result_of(EINVAL);
  const model::Thread* thread = named_by_number(number);
  if (thread == nullptr) return result_of(ESRCH);
  return result_of(set(policy_of(thread->id), policy, parameters->sched_priority));
}

KATA_EXPORT int sched_getscheduler(pid_t number) {
  if (!in_schedule()) return real<decltype(sched_getscheduler)>("sched_getscheduler")(number);
  if (number < 0) return result_of(EINVAL);
  const model::Thread* thread = named_by_number(number);
  if (thread == nullptr) return result_of(ESRCH);
  const Policy& kept = policy_of(thread->id);
  return kept.policy | kept.flags;
}

KATA_EXPORT int sched_setparam(pid_t number, const sched_param* parameters) {
  if (!in_schedule()) return real<decltype(sched_setparam)>("sched_setparam")(number, parameters);
  if (number < 0 || parameters == nullptr) return result_of(EINVAL);
  const model::Thread* thread = named_by_number(number);
  if (thread == nullptr) return result_of(ESRCH);
  Policy& kept = policy_of(thread->id);
  return result_of(set(kept, kept.policy | kept.flags, parameters->sched_priority));
}

KATA_EXPORT int sched_getparam(pid_t number, sched_param* parameters) {
  if (!in_schedule()) return real<decltype(sched_getparam)>("sched_getparam")(number, parameters);
  if (number < 0 || parameters == nullptr) return result_of(EINVAL);
  const model::Thread* thread = named_by_number(number);
  if (thread == nullptr) return result_of(ESRCH);
  parameters->sched_priority = policy_of(thread->id).priority;
  return 0;
}

}  // namespace kata::intercept
