// SPDX-License-Identifier: MIT
// std::jthread, stop tokens, stop callbacks, interruptible waits.
#include <kata/kata.hpp>

void joins_by_itself(kata::Schedule& schedule) {
  int value = 0;
  {
    const std::jthread thread([&] { value = 1; });
  }
  schedule.expect(value == 1, "the destructor joined");
}

void stop_through_token(kata::Schedule& schedule) {
  std::mutex mutex;
  std::condition_variable_any condition;
  bool stopped = false;
  {
    std::jthread thread([&](std::stop_token stop) {
      std::unique_lock lock(mutex);
      stopped = !condition.wait(lock, stop, [] { return false; });
    });
  }
  schedule.expect(stopped, "request_stop ended the wait");
}

void interruptible_queue(kata::Schedule& schedule) {
  std::mutex mutex;
  std::condition_variable_any condition;
  std::deque<int> queue;
  int sum = 0;
  {
    std::jthread consumer([&](std::stop_token stop) {
      for (;;) {
        std::unique_lock lock(mutex);
        if (!condition.wait(lock, stop, [&] { return !queue.empty(); })) return;
        sum += queue.front();
        queue.pop_front();
      }
    });
    std::jthread producer([&] {
      for (int i = 1; i <= 3; ++i) {
        const std::lock_guard lock(mutex);
        queue.push_back(i);
        condition.notify_one();
      }
    });
    producer.join();
    consumer.request_stop();
  }
  for (const int left : queue) sum += left;
  schedule.expect(sum == 6, "every item is taken or still there");
}

void callbacks(kata::Schedule& schedule) {
  std::stop_source source;
  std::atomic<int> called{0};
  std::stop_callback before(source.get_token(), [&] { ++called; });
  std::thread stopper([&] { source.request_stop(); });
  std::thread registers([&] { std::stop_callback mine(source.get_token(), [&] { ++called; }); });
  stopper.join();
  registers.join();
  std::stop_callback after(source.get_token(), [&] { ++called; });  // called at once
  schedule.expect(called == 2 || called == 3, "each callback is called at most once");
  schedule.expect(source.stop_requested() && !source.request_stop(), "stop is requested once");
}

void callback_wakes(kata::Schedule& schedule) {
  std::mutex mutex;
  std::condition_variable condition;
  bool woken = false;
  {
    std::jthread waiter([&](std::stop_token stop) {
      const std::stop_callback wake(stop, [&] {
        const std::lock_guard lock(mutex);
        woken = true;
        condition.notify_all();
      });
      std::unique_lock lock(mutex);
      condition.wait(lock, [&] { return woken; });
    });
  }
  schedule.expect(woken, "the callback ran");
}

void polling(kata::Schedule& schedule) {
  int rounds = 0;
  {
    std::jthread worker([&](std::stop_token stop) {
      while (!stop.stop_requested()) {
        ++rounds;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
      }
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(35));
  }
  schedule.expect(rounds >= 0, "it stops");
}

void vector_of_jthreads(kata::Schedule& schedule) {
  std::atomic<int> sum{0};
  {
    std::vector<std::jthread> workers;
    for (int i = 1; i <= 3; ++i) workers.emplace_back([&, i] { sum += i; });
  }
  schedule.expect(sum == 6, "all joined");
}

KATA_SCENARIOS(kata::scenario("joins by itself", joins_by_itself);
               kata::scenario("stop through token", stop_through_token);
               kata::scenario("interruptible queue", interruptible_queue);
               kata::scenario("callbacks", callbacks);
               kata::scenario("callback wakes", callback_wakes); kata::scenario("polling", polling);
               kata::scenario("vector of jthreads", vector_of_jthreads);)
