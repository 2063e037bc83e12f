// SPDX-License-Identifier: MIT
// Detached threads whose last act tells the caller that they are done: nothing outlives the call
// that anybody could see.
#include <kata/kata.hpp>

void latch(kata::Schedule& schedule) {
  std::latch done(2);
  int values[2] = {};
  for (int i = 0; i < 2; ++i) {
    std::thread([&, i] {
      values[i] = i + 1;
      done.count_down();
    }).detach();
  }
  done.wait();
  schedule.expect(values[0] + values[1] == 3, "both are done");
}

void condition(kata::Schedule& schedule) {
  std::mutex mutex;
  std::condition_variable ready;
  int left = 2;
  for (int i = 0; i < 2; ++i) {
    std::thread([&] {
      const std::lock_guard lock(mutex);
      if (--left == 0) ready.notify_one();  // under the lock: the waiter may destroy both after it
    }).detach();
  }
  std::unique_lock lock(mutex);
  ready.wait(lock, [&] { return left == 0; });
  schedule.expect(left == 0, "both are done");
}

void promise(kata::Schedule& schedule) {
  std::promise<int> promise;
  std::future<int> future = promise.get_future();
  std::thread([promise = std::move(promise)]() mutable { promise.set_value(5); }).detach();
  schedule.expect(future.get() == 5, "the value arrives");
}

void semaphore(kata::Schedule& schedule) {
  std::counting_semaphore<> done(0);
  int values[2] = {};
  for (int i = 0; i < 2; ++i) {
    std::thread([&, i] {
      values[i] = 1;
      done.release();
    }).detach();
  }
  done.acquire();
  done.acquire();
  schedule.expect(values[0] + values[1] == 2, "both are done");
}

void posix_semaphore(kata::Schedule& schedule) {
  sem_t done;
  sem_init(&done, 0, 0);
  int value = 0;
  std::thread([&] {
    value = 1;
    sem_post(&done);
  }).detach();
  sem_wait(&done);
  sem_destroy(&done);
  schedule.expect(value == 1, "it is done");
}

KATA_SCENARIOS(kata::scenario("latch", latch); kata::scenario("condition", condition);
               kata::scenario("promise", promise); kata::scenario("semaphore", semaphore);
               kata::scenario("posix semaphore", posix_semaphore);)
