// SPDX-License-Identifier: MIT
// Sleeping that waits for nobody: work that takes time, ticks, tries again after a failure, waits
// with a time limit whose end somebody does notify.
#include <kata/kata.hpp>

using std::chrono::milliseconds;

void arrivals(kata::Schedule& schedule) {
  std::mutex mutex;
  std::condition_variable came;
  std::queue<int> waiting;
  std::thread clerk([&] {
    for (int served = 0; served < 6; ++served) {
      std::unique_lock lock(mutex);
      came.wait(lock, [&] { return !waiting.empty(); });
      waiting.pop();
      lock.unlock();
      std::this_thread::sleep_for(milliseconds(4));
    }
  });
  for (int i = 0; i < 6; ++i) {
    std::this_thread::sleep_for(milliseconds(2));
    const std::lock_guard lock(mutex);
    waiting.push(i);
    came.notify_one();
  }
  clerk.join();
  schedule.expect(waiting.empty(), "all served");
}

// Writes that are published at the join only.
void ticks(kata::Schedule& schedule) {
  int count = 0;
  std::atomic<bool> stop{false};
  std::thread ticker([&] {
    while (!stop) {
      ++count;
      std::this_thread::sleep_for(milliseconds(1));
    }
  });
  std::this_thread::sleep_for(milliseconds(10));
  stop = true;
  ticker.join();
  schedule.expect(count >= 0, "the ticks are counted");
}

void callbacks(kata::Schedule& schedule) {
  int calls = 0;
  std::atomic<bool> listening{true};
  for (int i = 0; i < 6; ++i) {
    std::this_thread::sleep_for(milliseconds(1));
    if (listening) schedule.judge([&] { ++calls; });
  }
  schedule.expect(calls == 6, "each time a call");
}

void nothing_in_between(kata::Schedule&) {
  for (int i = 0; i < 6; ++i) std::this_thread::sleep_for(milliseconds(1));
  const auto end = std::chrono::steady_clock::now() + milliseconds(5);
  while (std::chrono::steady_clock::now() < end) std::this_thread::sleep_for(milliseconds(1));
}

void tokens_in_c(kata::Schedule&) {
  sem_t tokens;
  sem_init(&tokens, 0, 0);
  std::thread consumer([&] {
    for (int i = 0; i < 6; ++i) {
      sem_wait(&tokens);
      usleep(1000);
    }
  });
  for (int i = 0; i < 6; ++i) sem_post(&tokens);
  consumer.join();
  sem_destroy(&tokens);
}

// However often it times out: in the end it is notified.
void reports_progress(kata::Schedule& schedule) {
  std::mutex mutex;
  std::condition_variable changed;
  bool ready = false;
  std::thread setter([&] {
    std::this_thread::sleep_for(milliseconds(100));
    const std::lock_guard lock(mutex);
    ready = true;
    changed.notify_one();
  });
  {
    std::unique_lock lock(mutex);
    while (!changed.wait_for(lock, milliseconds(10), [&] { return ready; })) {
    }
  }
  setter.join();
  schedule.expect(ready, "it is ready");
}

void gives_up(kata::Schedule& schedule) {
  std::timed_mutex mutex;
  mutex.lock();
  int tries = 0;
  std::thread other([&] {
    while (tries < 2 && !mutex.try_lock_for(milliseconds(5))) ++tries;
    if (tries < 2) mutex.unlock();
  });
  std::this_thread::sleep_for(milliseconds(7));
  mutex.unlock();
  other.join();
  schedule.expect(tries <= 2, "it gives up");
}

KATA_SCENARIOS(kata::scenario("arrivals", arrivals); kata::scenario("ticks", ticks);
               kata::scenario("callbacks", callbacks);
               kata::scenario("nothing in between", nothing_in_between);
               kata::scenario("tokens in C", tokens_in_c);
               kata::scenario("reports progress", reports_progress, {.weight = 3});
               kata::scenario("gives up", gives_up);)
