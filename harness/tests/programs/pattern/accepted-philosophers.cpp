// SPDX-License-Identifier: MIT
// Dining philosophers in four right ways.
#include <kata/kata.hpp>

constexpr int count = 3;

void ordered(kata::Schedule& schedule) {
  std::mutex forks[count];
  int meals[count] = {};
  std::vector<std::thread> threads;
  for (int i = 0; i < count; ++i) {
    threads.emplace_back([&, i] {
      const int left = i, right = (i + 1) % count;
      const std::lock_guard first(forks[std::min(left, right)]);
      const std::lock_guard second(forks[std::max(left, right)]);
      ++meals[i];
    });
  }
  for (std::thread& thread : threads) thread.join();
  schedule.expect(meals[0] + meals[1] + meals[2] == 3, "all have eaten");
}

void waiter(kata::Schedule& schedule) {
  std::mutex forks[count];
  std::counting_semaphore<count> seats(count - 1);
  std::atomic<int> meals{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < count; ++i) {
    threads.emplace_back([&, i] {
      seats.acquire();
      forks[i].lock();
      forks[(i + 1) % count].lock();
      ++meals;
      forks[i].unlock();
      forks[(i + 1) % count].unlock();
      seats.release();
    });
  }
  for (std::thread& thread : threads) thread.join();
  schedule.expect(meals == count, "all have eaten");
}

void both_at_once(kata::Schedule& schedule) {
  std::vector<std::mutex> forks(count);
  std::atomic<int> meals{0};
  std::vector<std::jthread> threads;
  for (int i = 0; i < count; ++i) {
    threads.emplace_back([&, i] {
      const std::scoped_lock lock(forks[i], forks[(i + 1) % count]);
      ++meals;
    });
  }
  threads.clear();
  schedule.expect(meals == count, "all have eaten");
}

void monitor(kata::Schedule& schedule) {
  std::mutex mutex;
  std::condition_variable changed;
  std::vector<bool> taken(count);
  int meals = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < count; ++i) {
    threads.emplace_back([&, i] {
      const int left = i, right = (i + 1) % count;
      std::unique_lock lock(mutex);
      changed.wait(lock, [&] { return !taken[left] && !taken[right]; });
      taken[left] = taken[right] = true;
      ++meals;
      lock.unlock();
      lock.lock();
      taken[left] = taken[right] = false;
      changed.notify_all();
    });
  }
  for (std::thread& thread : threads) thread.join();
  schedule.expect(meals == count, "all have eaten");
}

KATA_SCENARIOS(kata::scenario("ordered", ordered); kata::scenario("waiter", waiter);
               kata::scenario("both at once", both_at_once); kata::scenario("monitor", monitor);)
