// SPDX-License-Identifier: MIT
// Every way to lock a shared mutex, unlocked in the same mode: by hand, by each guard, through a
// class of the program's own whose functions have the library's names, and by pthreads, where one
// function unlocks both.
#include <pthread.h>

#include <kata/kata.hpp>

struct shared_thing {
  std::shared_mutex mutex;
  void unlock_shared() { mutex.unlock(); }  // badly named, but right
  void unlock() { mutex.unlock_shared(); }
};

void run(kata::Schedule& schedule) {
  std::shared_mutex plain;
  std::shared_timed_mutex timed;
  shared_thing thing;
  pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;
  int value = 0;
  for (int i = 0; i < 2; ++i) {
    schedule.thread("thread", [&] {
      {
        const std::unique_lock<std::shared_mutex> a(plain);
        ++value;
      }
      {
        const std::shared_lock<std::shared_mutex> a(plain);
        schedule.expect(value > 0, "written");
      }
      {
        const std::scoped_lock both(plain, timed);
        ++value;
      }
      { const std::shared_lock<std::shared_timed_mutex> a(timed, std::chrono::seconds(1)); }
      { const std::unique_lock<std::shared_timed_mutex> a(timed, std::chrono::seconds(1)); }
      if (plain.try_lock()) plain.unlock();
      if (timed.try_lock_shared()) timed.unlock_shared();
      thing.mutex.lock();
      thing.unlock_shared();
      thing.mutex.lock_shared();
      thing.unlock();
      pthread_rwlock_wrlock(&lock);
      pthread_rwlock_unlock(&lock);
      pthread_rwlock_rdlock(&lock);
      pthread_rwlock_unlock(&lock);
    });
  }
  schedule.join();
  pthread_rwlock_destroy(&lock);
}

KATA_SCENARIOS(kata::scenario("run", run);)
