// SPDX-License-Identifier: MIT
// Condition variables used as they should be.
#include <kata/kata.hpp>

void bounded_queue(kata::Schedule& schedule) {
  const int producers = schedule.draw("producers", 1, 3);
  const int consumers = schedule.draw("consumers", 1, 3);
  const int each = schedule.draw("each", 1, 2);
  const std::size_t capacity = schedule.draw("capacity", 1, 2);
  std::mutex mutex;
  std::condition_variable not_full, not_empty;
  std::queue<int> queue;
  int sum = 0;
  std::vector<std::thread> threads;
  for (int p = 0; p < producers; ++p) {
    threads.emplace_back([&] {
      for (int i = 0; i < each; ++i) {
        std::unique_lock lock(mutex);
        not_full.wait(lock, [&] { return queue.size() < capacity; });
        queue.push(1);
        not_empty.notify_one();
      }
    });
  }
  const int total = producers * each;
  for (int c = 0; c < consumers; ++c) {
    const int share = total / consumers + (c < total % consumers ? 1 : 0);
    threads.emplace_back([&, share] {
      for (int i = 0; i < share; ++i) {
        std::unique_lock lock(mutex);
        while (queue.empty()) not_empty.wait(lock);
        sum += queue.front();
        queue.pop();
        lock.unlock();
        not_full.notify_one();
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  schedule.expect(sum == total && queue.empty(), "everything is consumed");
}

void turn_taking(kata::Schedule& schedule) {
  std::mutex mutex;
  std::condition_variable condition;
  int turn = 0;
  std::string text;
  std::vector<std::thread> threads;
  for (const int who : schedule.permutation(3)) {
    threads.emplace_back([&, who] {
      for (int round = 0; round < 2; ++round) {
        std::unique_lock lock(mutex);
        condition.wait(lock, [&] { return turn == who; });
        text += static_cast<char>('a' + who);
        turn = (turn + 1) % 3;
        condition.notify_all();
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  schedule.expect(text == "abcabc", "in turn");
}

void notify_outside_lock(kata::Schedule& schedule) {
  std::mutex mutex;
  std::condition_variable condition;
  bool ready = false;
  int seen = 0;
  std::thread waiter([&] {
    std::unique_lock lock(mutex);
    condition.wait(lock, [&] { return ready; });
    seen = 1;
  });
  {
    const std::lock_guard lock(mutex);
    ready = true;
  }
  condition.notify_one();
  waiter.join();
  schedule.expect(seen == 1, "the waiter is woken");
}

void timed_waits(kata::Schedule& schedule) {
  using namespace std::chrono_literals;
  std::mutex mutex;
  std::condition_variable condition;
  bool ready = false;
  int timeouts = 0;
  std::thread setter([&] {
    std::this_thread::sleep_for(30ms);
    const std::lock_guard lock(mutex);
    ready = true;
    condition.notify_all();
  });
  {
    std::unique_lock lock(mutex);
    while (!condition.wait_for(lock, 10ms, [&] { return ready; })) ++timeouts;
  }
  {
    std::unique_lock lock(mutex);
    const auto deadline = std::chrono::steady_clock::now() + 5ms;
    while (condition.wait_until(lock, deadline) != std::cv_status::timeout) {
    }
    schedule.expect(std::chrono::steady_clock::now() >= deadline, "a timeout is not early");
    const auto other = std::chrono::system_clock::now() + 5ms;
    while (condition.wait_until(lock, other) != std::cv_status::timeout) {
    }
    schedule.expect(std::chrono::system_clock::now() >= other, "on either clock");
  }
  setter.join();
  schedule.expect(ready, "it came");
}

void any_with_shared_lock(kata::Schedule& schedule) {
  std::shared_mutex mutex;
  std::condition_variable_any condition;
  bool ready = false;
  std::atomic<int> seen{0};
  const auto read = [&] {
    std::shared_lock lock(mutex);
    condition.wait(lock, [&] { return ready; });
    ++seen;
  };
  std::thread a(read), b(read);
  {
    const std::unique_lock lock(mutex);
    ready = true;
  }
  condition.notify_all();
  a.join();
  b.join();
  schedule.expect(seen == 2, "both readers go on");
}

void any_timed(kata::Schedule& schedule) {
  using namespace std::chrono_literals;
  std::recursive_mutex mutex;
  std::condition_variable_any condition;
  std::unique_lock lock(mutex);
  schedule.expect(!condition.wait_for(lock, 1ms, [] { return false; }), "nobody sets it");
  std::stop_source source;
  schedule.expect(!condition.wait_for(lock, source.get_token(), 1ms, [] { return false; }),
                  "nor stops it");
}

void at_thread_exit(kata::Schedule& schedule) {
  std::mutex mutex;
  std::condition_variable condition;
  bool done = false;
  struct Late {
    bool* flag = nullptr;
    ~Late() {
      if (flag != nullptr) *flag = true;
    }
  };
  bool destroyed = false;
  std::thread thread([&] {
    thread_local Late late;
    late.flag = &destroyed;
    std::unique_lock lock(mutex);
    done = true;
    std::notify_all_at_thread_exit(condition, std::move(lock));
  });
  {
    std::unique_lock lock(mutex);
    condition.wait(lock, [&] { return done; });
    schedule.expect(destroyed, "thread_local objects are gone before the notification");
  }
  thread.join();
}

void destroyed_after_broadcast(kata::Schedule& schedule) {
  // A condition variable may be destroyed as soon as every waiter has been notified.
  std::mutex mutex;
  auto condition = std::make_unique<std::condition_variable>();
  bool ready = false, waits = false;
  std::thread waiter([&] {
    std::unique_lock lock(mutex);
    waits = true;
    while (!ready) condition->wait(lock);
  });
  std::unique_lock lock(mutex);
  ready = true;
  if (waits) condition->notify_all();
  lock.unlock();
  waiter.join();
  condition.reset();
  schedule.expect(ready, "it is over");
}

void one_condition_per_waiter(kata::Schedule& schedule) {
  // Unlike waiters, but each on a condition of its own: notify_one is enough.
  std::mutex mutex;
  std::condition_variable conditions[3];
  int turn = 0;
  std::string text;
  std::vector<std::thread> threads;
  for (int who = 0; who < 3; ++who) {
    threads.emplace_back([&, who] {
      std::unique_lock lock(mutex);
      conditions[who].wait(lock, [&] { return turn == who; });
      text += static_cast<char>('a' + who);
      if (++turn < 3) conditions[turn].notify_one();
    });
  }
  for (std::thread& thread : threads) thread.join();
  schedule.expect(text == "abc", "in turn");
}

void passing_it_on(kata::Schedule& schedule) {
  // notify_one that wakes the wrong thread is right if that one passes it on.
  std::mutex mutex;
  std::condition_variable condition;
  int tokens = 0, taken = 0;
  const auto take = [&] {
    std::unique_lock lock(mutex);
    while (tokens == 0) condition.wait(lock);
    --tokens;
    ++taken;
    if (tokens > 0) condition.notify_one();
  };
  std::thread a(take), b(take);
  {
    const std::lock_guard lock(mutex);
    tokens = 2;
    condition.notify_one();
  }
  a.join();
  b.join();
  schedule.expect(taken == 2, "both got one");
}

KATA_SCENARIOS(kata::scenario("bounded queue", bounded_queue, {.weight = 3});
               kata::scenario("turn taking", turn_taking);
               kata::scenario("notify outside lock", notify_outside_lock);
               kata::scenario("timed waits", timed_waits);
               kata::scenario("any with shared lock", any_with_shared_lock);
               kata::scenario("any timed", any_timed);
               kata::scenario("at thread exit", at_thread_exit);
               kata::scenario("destroyed after broadcast", destroyed_after_broadcast);
               kata::scenario("one condition per waiter", one_condition_per_waiter);
               kata::scenario("passing it on", passing_it_on);)
