// SPDX-License-Identifier: MIT
// warns: global_state
// The raw POSIX interface, used as it should be.
#include <kata/kata.hpp>

pthread_mutex_t global_mutex = PTHREAD_MUTEX_INITIALIZER;
pthread_cond_t global_condition = PTHREAD_COND_INITIALIZER;
int global_turn = 0;
std::string global_text;

void* taker(void* argument) {
  const int me = static_cast<int>(reinterpret_cast<std::intptr_t>(argument));
  for (int round = 0; round < 2; ++round) {
    pthread_mutex_lock(&global_mutex);
    while (global_turn != me) pthread_cond_wait(&global_condition, &global_mutex);
    global_text += static_cast<char>('a' + me);
    global_turn = 1 - me;
    pthread_cond_broadcast(&global_condition);
    pthread_mutex_unlock(&global_mutex);
  }
  return argument;
}

void turns(kata::Schedule& schedule) {
  pthread_t threads[2];
  for (std::intptr_t i = 0; i < 2; ++i) {
    pthread_create(&threads[i], nullptr, taker, reinterpret_cast<void*>(i));
  }
  for (std::intptr_t i = 0; i < 2; ++i) {
    void* result = nullptr;
    schedule.expect(pthread_join(threads[i], &result) == 0, "joined");
    schedule.expect(result == reinterpret_cast<void*>(i), "the result comes back");
  }
  schedule.expect(global_text == "abab", "in turn");
}

void kinds_of_mutex(kata::Schedule& schedule) {
  pthread_mutexattr_t attributes;
  pthread_mutexattr_init(&attributes);
  pthread_mutexattr_settype(&attributes, PTHREAD_MUTEX_ERRORCHECK);
  pthread_mutex_t checked;
  pthread_mutex_init(&checked, &attributes);
  pthread_mutexattr_settype(&attributes, PTHREAD_MUTEX_RECURSIVE);
  pthread_mutex_t recursive;
  pthread_mutex_init(&recursive, &attributes);
  pthread_mutexattr_destroy(&attributes);
  schedule.expect(pthread_mutex_unlock(&checked) == EPERM, "not locked");
  schedule.expect(pthread_mutex_lock(&checked) == 0, "locked");
  schedule.expect(pthread_mutex_lock(&checked) == EDEADLK, "locked already");
  schedule.expect(pthread_mutex_lock(&recursive) == 0 && pthread_mutex_lock(&recursive) == 0, "2");
  int results[2] = {};
  std::thread other([&] {
    results[0] = pthread_mutex_unlock(&checked);
    results[1] = pthread_mutex_trylock(&recursive);
  });
  other.join();
  schedule.expect(results[0] == EPERM && results[1] == EBUSY, "another thread may not");
  schedule.expect(pthread_mutex_unlock(&recursive) == 0 && pthread_mutex_unlock(&recursive) == 0 &&
                      pthread_mutex_unlock(&checked) == 0,
                  "unlocked");
  schedule.expect(pthread_mutex_destroy(&checked) == 0 && pthread_mutex_destroy(&recursive) == 0,
                  "destroyed");
}

timespec in(clockid_t clock, long milliseconds) {
  timespec time;
  clock_gettime(clock, &time);
  time.tv_nsec += milliseconds * 1'000'000;
  time.tv_sec += time.tv_nsec / 1'000'000'000;
  time.tv_nsec %= 1'000'000'000;
  return time;
}

void timed(kata::Schedule& schedule) {
  pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
  pthread_condattr_t attributes;
  pthread_condattr_init(&attributes);
  pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
  pthread_cond_t condition;
  pthread_cond_init(&condition, &attributes);
  pthread_condattr_destroy(&attributes);
  pthread_mutex_lock(&mutex);
  const timespec soon = in(CLOCK_MONOTONIC, 10);
  int result = 0;
  while (result != ETIMEDOUT) result = pthread_cond_timedwait(&condition, &mutex, &soon);
  timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  schedule.expect(
      now.tv_sec > soon.tv_sec || (now.tv_sec == soon.tv_sec && now.tv_nsec >= soon.tv_nsec),
      "not before its time");
  int other_result = 0;
  std::thread other([&] {
    const timespec time = in(CLOCK_REALTIME, 5);
    other_result = pthread_mutex_timedlock(&mutex, &time);
  });
  other.join();
  schedule.expect(other_result == ETIMEDOUT, "the mutex is held");
  pthread_mutex_unlock(&mutex);
  pthread_cond_destroy(&condition);
  pthread_mutex_destroy(&mutex);
}

void read_write_lock(kata::Schedule& schedule) {
  pthread_rwlock_t lock;
  pthread_rwlock_init(&lock, nullptr);
  int value = 0;
  std::atomic<int> sum{0};
  const auto read = [&] {
    pthread_rwlock_rdlock(&lock);
    sum += value;
    pthread_rwlock_unlock(&lock);
  };
  std::thread a(read), b(read);
  std::thread writer([&] {
    pthread_rwlock_wrlock(&lock);
    ++value;
    pthread_rwlock_unlock(&lock);
  });
  a.join();
  b.join();
  writer.join();
  schedule.expect(sum <= 2 && pthread_rwlock_tryrdlock(&lock) == 0, "0, 1 or 2 readers saw it");
  schedule.expect(pthread_rwlock_unlock(&lock) == 0 && pthread_rwlock_trywrlock(&lock) == 0, "ok");
  pthread_rwlock_unlock(&lock);
  schedule.expect(pthread_rwlock_destroy(&lock) == 0, "destroyed");
}

pthread_rwlock_t static_lock = PTHREAD_RWLOCK_INITIALIZER;

void static_read_write_lock(kata::Schedule& schedule) {
  int value = 0;
  const auto write = [&] {
    const timespec time = in(CLOCK_REALTIME, 1000);
    if (pthread_rwlock_timedwrlock(&static_lock, &time) != 0) pthread_rwlock_wrlock(&static_lock);
    ++value;
    pthread_rwlock_unlock(&static_lock);
  };
  std::thread a(write), b(write);
  a.join();
  b.join();
  schedule.expect(value == 2, "both wrote");
}

void barrier(kata::Schedule& schedule) {
  pthread_barrier_t barrier;
  pthread_barrier_init(&barrier, nullptr, 3);
  int values[3] = {}, serial[3] = {};
  std::vector<std::thread> threads;
  for (int i = 0; i < 3; ++i) {
    threads.emplace_back([&, i] {
      for (int round = 1; round <= 2; ++round) {
        values[i] = round;
        if (pthread_barrier_wait(&barrier) == PTHREAD_BARRIER_SERIAL_THREAD) ++serial[i];
        for (const int value : values) schedule.expect(value == round, "all have come");
        pthread_barrier_wait(&barrier);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  schedule.expect(serial[0] + serial[1] + serial[2] == 2, "one serial thread a round");
  pthread_barrier_destroy(&barrier);
}

pthread_key_t key;
std::atomic<int> destroyed{0};

void keys(kata::Schedule& schedule) {
  destroyed = 0;
  schedule.expect(pthread_key_create(&key,
                                     [](void* value) {
                                       delete static_cast<int*>(value);
                                       ++destroyed;
                                     }) == 0,
                  "a key");
  const auto work = [&](int n) {
    schedule.expect(pthread_getspecific(key) == nullptr, "fresh in every thread");
    pthread_setspecific(key, new int(n));
    std::this_thread::yield();
    schedule.expect(*static_cast<int*>(pthread_getspecific(key)) == n, "a thread's own");
  };
  std::thread a(work, 1), b(work, 2);
  a.join();
  b.join();
  schedule.expect(destroyed == 2 && pthread_getspecific(key) == nullptr, "destructors ran");
  pthread_key_delete(key);
}

struct Guard {
  int* runs;
  ~Guard() { ++*runs; }
};

void* leaver(void* argument) {
  const Guard guard{static_cast<int*>(argument)};
  pthread_exit(argument);
}

void leaving(kata::Schedule& schedule) {
  int runs = 0;
  pthread_t thread;
  pthread_create(&thread, nullptr, leaver, &runs);
  void* result = nullptr;
  pthread_join(thread, &result);
  schedule.expect(result == &runs && runs == 1, "the stack is unwound and the result kept");
}

void* post(void* argument) {
  sem_post(static_cast<sem_t*>(argument));
  return nullptr;
}

void detached(kata::Schedule& schedule) {
  sem_t done;
  sem_init(&done, 0, 0);
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  pthread_attr_setstacksize(&attributes, 1 << 16);
  pthread_t thread;
  schedule.expect(pthread_create(&thread, &attributes, post, &done) == 0, "started");
  pthread_attr_destroy(&attributes);
  sem_wait(&done);
  pthread_create(&thread, nullptr, post, &done);
  pthread_detach(thread);
  sem_wait(&done);
  sem_destroy(&done);
  schedule.expect(pthread_equal(pthread_self(), pthread_self()) != 0, "this thread is itself");
}

void made_again(kata::Schedule& schedule) {
  // The same memory, one object after the other.
  pthread_mutex_t mutex;
  int sum = 0;
  for (int round = 0; round < 3; ++round) {
    pthread_mutex_init(&mutex, nullptr);
    std::thread other([&] {
      pthread_mutex_lock(&mutex);
      ++sum;
      pthread_mutex_unlock(&mutex);
    });
    pthread_mutex_lock(&mutex);
    ++sum;
    pthread_mutex_unlock(&mutex);
    other.join();
    schedule.expect(pthread_mutex_destroy(&mutex) == 0, "destroyed");
  }
  schedule.expect(sum == 6, "three rounds");
}

void in_allocated_memory(kata::Schedule& schedule) {
  struct Shared {
    pthread_mutex_t mutex;
    pthread_cond_t condition;
    int value;
  };
  auto* shared = static_cast<Shared*>(std::malloc(sizeof(Shared)));
  pthread_mutex_init(&shared->mutex, nullptr);
  pthread_cond_init(&shared->condition, nullptr);
  shared->value = 0;
  std::thread other([=] {
    pthread_mutex_lock(&shared->mutex);
    shared->value = 1;
    pthread_cond_signal(&shared->condition);
    pthread_mutex_unlock(&shared->mutex);
  });
  pthread_mutex_lock(&shared->mutex);
  while (shared->value == 0) pthread_cond_wait(&shared->condition, &shared->mutex);
  pthread_mutex_unlock(&shared->mutex);
  other.join();
  pthread_cond_destroy(&shared->condition);
  pthread_mutex_destroy(&shared->mutex);
  schedule.expect(shared->value == 1, "woken");
  std::free(shared);
}

KATA_SCENARIOS(kata::scenario("turns", turns); kata::scenario("kinds of mutex", kinds_of_mutex);
               kata::scenario("timed", timed); kata::scenario("read-write lock", read_write_lock);
               kata::scenario("static read-write lock", static_read_write_lock);
               kata::scenario("barrier", barrier); kata::scenario("keys", keys);
               kata::scenario("leaving", leaving); kata::scenario("detached", detached);
               kata::scenario("made again", made_again);
               kata::scenario("in allocated memory", in_allocated_memory);)
