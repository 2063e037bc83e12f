// SPDX-License-Identifier: MIT
// In a fair schedule, who has waited longest for a lock, a permit, a notification or an atomic is
// the first to get on, and a shared mutex does not let readers pass a writer.
#include <kata/kata.hpp>

using std::chrono::milliseconds;

// Threads come one after the other while the first one is inside.
void served_in_order(kata::Schedule& schedule, const std::function<void()>& enter,
                     const std::function<void()>& leave) {
  std::vector<int> served;
  for (int i = 0; i < 5; ++i) {
    schedule.thread("thread " + std::to_string(i), [&, i] {
      schedule.elapse(milliseconds(i));
      enter();
      schedule.judge([&] { served.push_back(i); });
      schedule.elapse(milliseconds(10));
      leave();
    });
  }
  schedule.join();
  schedule.expect(std::is_sorted(served.begin(), served.end()), "first come, first served");
}

void locks(kata::Schedule& schedule) {
  std::mutex mutex;
  served_in_order(
      schedule, [&] { mutex.lock(); }, [&] { mutex.unlock(); });
}

void permits(kata::Schedule& schedule) {
  // Not std::counting_semaphore: that of libstdc++ 12 wakes all who wait, whoever has a chance.
  sem_t permit;
  sem_init(&permit, 0, 1);
  served_in_order(
      schedule, [&] { sem_wait(&permit); }, [&] { sem_post(&permit); });
  sem_destroy(&permit);
}

void notifications(kata::Schedule& schedule) {
  std::mutex mutex;
  std::condition_variable free;
  bool taken = false;
  served_in_order(
      schedule,
      [&] {
        std::unique_lock lock(mutex);
        free.wait(lock, [&] { return !taken; });
        taken = true;
      },
      [&] {
        const std::lock_guard lock(mutex);
        taken = false;
        free.notify_one();
      });
}

void writer_among_readers(kata::Schedule& schedule) {
  std::shared_mutex mutex;
  int read = 0;
  for (int reader = 0; reader < 2; ++reader) {
    schedule.thread("reader", [&, reader] {
      schedule.elapse(milliseconds(2 * reader));
      for (int i = 0; i < 10; ++i) {
        mutex.lock_shared();
        schedule.judge([&] { ++read; });
        schedule.elapse(milliseconds(3));
        mutex.unlock_shared();
        schedule.elapse(milliseconds(1));
      }
    });
  }
  schedule.thread("writer", [&] {
    schedule.elapse(milliseconds(1));
    const std::lock_guard lock(mutex);
    schedule.expect(schedule.judge([&] { return read; }) <= 2, "the writer has its turn");
  });
  schedule.join();
}

constexpr kata::Options fair = {.time = kata::Time::ideal, .fair = true};
KATA_SCENARIOS(kata::scenario("locks", locks, fair); kata::scenario("permits", permits, fair);
               kata::scenario("notifications", notifications, fair);
               kata::scenario("writer among readers", writer_among_readers, fair);)
