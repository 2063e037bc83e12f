// SPDX-License-Identifier: MIT
// warns: global_state
// counting_semaphore, binary_semaphore and POSIX semaphores.
#include <kata/kata.hpp>

void hand_over(kata::Schedule& schedule) {
  std::binary_semaphore full(0), empty(1);
  int slot = 0, sum = 0;
  std::thread producer([&] {
    for (int i = 1; i <= 3; ++i) {
      empty.acquire();
      slot = i;
      full.release();
    }
  });
  std::thread consumer([&] {
    for (int i = 1; i <= 3; ++i) {
      full.acquire();
      sum += slot;
      empty.release();
    }
  });
  producer.join();
  consumer.join();
  schedule.expect(sum == 6, "each value once");
}

void as_mutex(kata::Schedule& schedule) {
  std::binary_semaphore gate(1);
  int count = 0;
  const auto work = [&] {
    for (int i = 0; i < 2; ++i) {
      gate.acquire();
      ++count;
      gate.release();
    }
  };
  std::thread a(work), b(work), c(work);
  a.join();
  b.join();
  c.join();
  schedule.expect(count == 6, "no increment is lost");
}

void limit(kata::Schedule& schedule) {
  std::counting_semaphore<3> seats(2);
  std::atomic<int> inside{0}, most{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      seats.acquire();
      const int now = ++inside;
      int seen = most;
      while (seen < now && !most.compare_exchange_weak(seen, now)) {
      }
      --inside;
      seats.release();
    });
  }
  for (std::thread& thread : threads) thread.join();
  schedule.expect(most <= 2, "at most two at a time");
}

void many_at_once(kata::Schedule& schedule) {
  std::counting_semaphore<> semaphore(0);
  std::atomic<int> through{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < 3; ++i) {
    threads.emplace_back([&] {
      semaphore.acquire();
      ++through;
    });
  }
  semaphore.release(3);
  for (std::thread& thread : threads) thread.join();
  schedule.expect(through == 3, "one release for three");
}

void timed(kata::Schedule& schedule) {
  using namespace std::chrono_literals;
  std::counting_semaphore<> semaphore(0);
  schedule.expect(!semaphore.try_acquire(), "there is none");
  schedule.expect(!semaphore.try_acquire_for(5ms), "nor in 5 ms");
  schedule.expect(!semaphore.try_acquire_until(std::chrono::steady_clock::now() + 5ms), "nor 10");
  std::thread giver([&] { semaphore.release(); });
  const bool got = semaphore.try_acquire_for(1s);
  giver.join();
  if (!got) semaphore.acquire();
  schedule.expect(!semaphore.try_acquire(), "there was one");
}

void on_the_heap(kata::Schedule& schedule) {
  // The waiter may destroy the semaphore while release() is still on its way out.
  auto* semaphore = new std::binary_semaphore(0);
  std::thread giver([=] { semaphore->release(); });
  semaphore->acquire();
  giver.join();
  delete semaphore;
  schedule.expect(true, "it is gone");
}

void posix(kata::Schedule& schedule) {
  sem_t items, room;
  schedule.expect(sem_init(&items, 0, 0) == 0 && sem_init(&room, 0, 1) == 0, "two semaphores");
  int slot = 0, sum = 0;
  std::thread producer([&] {
    for (int i = 1; i <= 3; ++i) {
      sem_wait(&room);
      slot = i;
      sem_post(&items);
    }
  });
  std::thread consumer([&] {
    for (int i = 1; i <= 3; ++i) {
      while (sem_wait(&items) != 0) {
      }
      sum += slot;
      sem_post(&room);
    }
  });
  producer.join();
  consumer.join();
  int value = -1;
  sem_getvalue(&room, &value);
  schedule.expect(sum == 6 && value == 1, "each value once");
  schedule.expect(sem_trywait(&items) == -1 && errno == EAGAIN, "there is none left");
  schedule.expect(sem_destroy(&items) == 0 && sem_destroy(&room) == 0, "gone");
}

void posix_timed(kata::Schedule& schedule) {
  sem_t semaphore;
  sem_init(&semaphore, 0, 0);
  timespec soon;
  clock_gettime(CLOCK_REALTIME, &soon);
  soon.tv_sec += 1;
  schedule.expect(sem_timedwait(&semaphore, &soon) == -1 && errno == ETIMEDOUT, "it times out");
  const timespec wrong{0, 2'000'000'000};
  schedule.expect(sem_timedwait(&semaphore, &wrong) == -1 && errno == EINVAL, "no such time");
  sem_post(&semaphore);
  schedule.expect(sem_timedwait(&semaphore, &soon) == 0, "it is there, though the time is past");
  clock_gettime(CLOCK_MONOTONIC, &soon);
  schedule.expect(sem_clockwait(&semaphore, CLOCK_MONOTONIC, &soon) == -1, "or on another clock");
  sem_destroy(&semaphore);
  sem_init(&semaphore, 0, 2);
  schedule.expect(sem_wait(&semaphore) == 0 && sem_wait(&semaphore) == 0, "made again with 2");
  sem_destroy(&semaphore);
}

sem_t global_semaphore;

void posix_global(kata::Schedule& schedule) {
  sem_init(&global_semaphore, 0, 0);
  int value = 0;
  std::thread giver([&] {
    value = 1;
    sem_post(&global_semaphore);
  });
  sem_wait(&global_semaphore);
  schedule.expect(value == 1, "the post publishes");
  giver.join();
}

KATA_SCENARIOS(kata::scenario("hand over", hand_over); kata::scenario("as mutex", as_mutex);
               kata::scenario("limit", limit); kata::scenario("many at once", many_at_once);
               kata::scenario("timed", timed); kata::scenario("on the heap", on_the_heap);
               kata::scenario("posix", posix); kata::scenario("posix timed", posix_timed);
               kata::scenario("posix global", posix_global);)
