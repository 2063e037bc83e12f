// SPDX-License-Identifier: MIT
#include "native/threads.hpp"

#include <errno.h>
#include <signal.h>

#include <cstdlib>

#include "native/crash.hpp"
#include "native/noise.hpp"
#include "native/real.hpp"
#include "native/run.hpp"
#include "native/sanitizer.hpp"

namespace kata::native {

namespace {

constinit Real<int(pthread_t*, const pthread_attr_t*, void* (*)(void*), void*)> real_create(
    "pthread_create");
constinit Real<int(pthread_t, void**)> real_join("pthread_join");
constinit Real<int(pthread_t)> real_detach("pthread_detach");

char end_of_threads;  // its address, for what orders them before the next schedule

struct Start {
  Thread* thread;
  void* (*body)(void*);
  void* argument;
};

// Called after the destructors of thread_local variables, so that nothing of the submission comes
// later; on pthread_exit, too.
void ended(void* thread) {
  auto* self = static_cast<Thread*>(thread);
  release_order(&end_of_threads);
  run.progress.fetch_add(1);
  self->ended = true;
  me = nullptr;
  // In this order, so that nobody sees fewer than there are of the submission.
  if (self->of_harness) --run.harness_alive;
  --run.alive;
  ++run.ends;
  kernel::wake_all(run.ends);
}

pthread_key_t key_of_end;

void* begin(void* argument) {
  const Start start = *static_cast<Start*>(argument);
  std::free(argument);
  me = start.thread;
  me->kernel_id = kernel::thread_id();
  use_signal_stack(me->id);
  pthread_setspecific(key_of_end, me);
  take_place();
  progress();
  noise(4);
  return start.body(start.argument);
}

}  // namespace

void prepare_threads() { pthread_key_create(&key_of_end, ended); }

void forget_threads() {
  acquire_order(&end_of_threads);
  for (int i = 0; i < run.threads; ++i) {
    Thread& thread = thread_slots[i];
    thread.kernel_id = 0;
    thread.handle = 0;
    thread.joined = false;
    thread.ended = false;
    thread.unseen = 0;
    thread.of_harness = false;
  }
  run.threads = 0;
  run.alive = 0;
  run.harness_alive = 0;
  run.timed_waits = 0;
}

int start_thread(pthread_t* handle, const pthread_attr_t* attributes, void* (*body)(void*),
                 void* argument, std::string_view role, bool of_harness) {
  const int id = run.threads.fetch_add(1);
  if (id >= most_threads) {
    fail("internal_error", "the native engine has room for 1024 threads in a schedule");
  }
  Thread& thread = thread_slots[id];
  thread.id = id;
  thread.role = role;
  thread.of_harness = of_harness;
  thread.random =
      Random(run.settings.seed * 1'000'003 + run.schedule * 1'031 + static_cast<std::uint64_t>(id));
  int state = PTHREAD_CREATE_JOINABLE;
  if (attributes != nullptr) pthread_attr_getdetachstate(attributes, &state);
  thread.joined = state == PTHREAD_CREATE_DETACHED;
  auto* start = static_cast<Start*>(std::malloc(sizeof(Start)));
  *start = {&thread, body, argument};
  ++run.alive;
  if (of_harness) ++run.harness_alive;
  noise();
  // The new thread may run, and end, before this function returns.
  const int result = real_create(handle, attributes, begin, start);
  if (result == 0) {
    thread.handle = *handle;
  } else {
    std::free(start);
    thread.ended = true;
    thread.joined = true;
    if (of_harness) --run.harness_alive;
    --run.alive;
  }
  noise();
  return result;
}

void join_thread(pthread_t handle) { real_join(handle, nullptr); }

bool any_joinable() {
  for (int i = 1; i < run.threads && i < most_threads; ++i) {
    if (!thread_slots[i].of_harness && !thread_slots[i].joined) return true;
  }
  return false;
}

}  // namespace kata::native

using namespace kata::native;

namespace {

// Handles are used again when a thread has been joined: the youngest it is.
void note_joined(pthread_t handle) {
  for (int i = std::min<int>(run.threads, most_threads) - 1; i >= 0; --i) {
    if (thread_slots[i].handle != handle || thread_slots[i].joined) continue;
    thread_slots[i].joined = true;
    return;
  }
}

}  // namespace

KATA_INSTEAD int pthread_create(pthread_t* handle, const pthread_attr_t* attributes,
                                void* (*body)(void*), void* argument) noexcept {
  if (me == nullptr) return real_create(handle, attributes, body, argument);
  return start_thread(handle, attributes, body, argument, "", false);
}

KATA_INSTEAD int pthread_join(pthread_t handle, void** value) {
  const Frame frame(__builtin_return_address(0));
  noise();
  if (me != nullptr) note_joined(handle);
  return real_join(handle, value);
}

KATA_INSTEAD int pthread_detach(pthread_t handle) noexcept {
  const Frame frame(__builtin_return_address(0));
  noise();
  if (me != nullptr) note_joined(handle);
  return real_detach(handle);
}
