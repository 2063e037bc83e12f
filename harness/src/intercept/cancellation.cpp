// SPDX-License-Identifier: MIT
#include "intercept/cancellation.hpp"

#include <pthread.h>

#include <cerrno>
#include <cstring>
#include <vector>

#include "intercept/common.hpp"
#include "world/per_schedule.hpp"
#include "world/program.hpp"

namespace kata::intercept {

namespace {

struct Cancellation {
  bool requested = false;
  bool waits = false;        // in a function that is a cancellation point
  bool interrupted = false;  // that wait was broken off
  int state = PTHREAD_CANCEL_ENABLE;
  int type = PTHREAD_CANCEL_DEFERRED;
};

std::vector<Cancellation> cancellations;  // by thread

Cancellation& of(std::size_t thread) {
  if (cancellations.size() <= thread) cancellations.resize(thread + 1);
  return cancellations[thread];
}

Cancellation& mine() { return of(model::world->running->id); }

bool is_due(const Cancellation& it) { return it.requested && it.state == PTHREAD_CANCEL_ENABLE; }

[[noreturn]] void end_as_cancelled() {
  // Only once: the handlers that now run may wait as well.
  mine().state = PTHREAD_CANCEL_DISABLE;
  pthread_exit(PTHREAD_CANCELED);
}

// Breaks off a wait that is a cancellation point. While it takes its mutex back after that, it is
// left alone.
void interrupt(model::Thread& thread, Cancellation& it) {
  if (!it.waits || it.interrupted || thread.standing != model::Standing::blocked) return;
  if (thread.awaited.wait == model::Wait::mutex) return;
  if (thread.queue != nullptr) std::erase(*thread.queue, thread.id);
  it.interrupted = true;
  thread.timed_out = true;
  model::world->wake(thread);
}

const model::PerSchedule reset("cancellation", [](void*) { cancellations.clear(); });

}  // namespace

void CancellationPoint::enter() {
  Cancellation& it = mine();
  if (is_due(it)) end_as_cancelled();
  it.waits = true;
}

void CancellationPoint::leave_wait() {
  Cancellation& it = mine();
  it.waits = false;
  if (it.interrupted) end_as_cancelled();
}

KATA_EXPORT int pthread_cancel(pthread_t handle) {
  if (!in_schedule() || model::program_main == nullptr) unsupported("pthread_cancel");
  model::World& world = *model::world;
  world.point();
  model::Thread* target = world.thread_of(static_cast<std::uintptr_t>(handle));
  if (target == nullptr) {
    world.stop(model::Verdict::undefined_behavior, "pthread_cancel of something that is no thread");
  }
  // Its id is valid until it is joined.
  if (target->standing == model::Standing::finished) return 0;
  world.note(trace::Operation::thread_cancel, target->order,
             {trace::ObjectKind::thread, target->id, 0});
  Cancellation& it = of(target->id);
  if (it.type == PTHREAD_CANCEL_ASYNCHRONOUS) unsupported("asynchronous cancellation");
  it.requested = true;
  // Once in its function it looks no more, so it is let on until it waits or is through.
  const auto is_on_its_way = [&] {
    return of(target->id).waits && target != world.running &&
           (target->standing == model::Standing::runnable ||
            target->standing == model::Standing::passive);
  };
  while (is_on_its_way()) world.give_way();
  if (is_due(of(target->id))) interrupt(*target, of(target->id));
  world.progress();
  return 0;
}

KATA_EXPORT void pthread_testcancel() {
  if (!in_schedule()) return;
  model::world->point();
  CancellationPoint here;
  here.leave();
  model::world->idle_read();
}

KATA_EXPORT int pthread_setcancelstate(int state, int* old) {
  if (!in_schedule() || model::program_main == nullptr) {
    if (old != nullptr) *old = PTHREAD_CANCEL_ENABLE;
    return 0;
  }
  if (state != PTHREAD_CANCEL_ENABLE && state != PTHREAD_CANCEL_DISABLE) return EINVAL;
  if (old != nullptr) *old = mine().state;
  mine().state = state;
  return 0;
}

KATA_EXPORT int pthread_setcanceltype(int type, int* old) {
  if (!in_schedule() || model::program_main == nullptr) {
    if (old != nullptr) *old = PTHREAD_CANCEL_DEFERRED;
    return 0;
  }
  if (type != PTHREAD_CANCEL_DEFERRED && type != PTHREAD_CANCEL_ASYNCHRONOUS) return EINVAL;
  if (type == PTHREAD_CANCEL_ASYNCHRONOUS && mine().requested)
    unsupported("asynchronous cancellation");
  if (old != nullptr) *old = mine().type;
  mine().type = type;
  return 0;
}

}  // namespace kata::intercept
