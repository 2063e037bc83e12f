// SPDX-License-Identifier: MIT
// Readers and writers, timed and not.
#include <kata/kata.hpp>

template <class Mutex>
void readers_and_writers(kata::Schedule& schedule) {
  Mutex mutex;
  int left = 0, right = 0;
  std::atomic<int> torn{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < 2; ++i) {
    threads.emplace_back([&] {
      const std::unique_lock lock(mutex);
      ++left;
      ++right;
    });
    threads.emplace_back([&] {
      const std::shared_lock lock(mutex);
      if (left != right) ++torn;
    });
  }
  for (std::thread& thread : threads) thread.join();
  schedule.expect(torn == 0 && left == 2, "readers never see half a write");
}

void two_readers_at_once(kata::Schedule& schedule) {
  // Both readers must be able to hold it together: neither lets go before the other has come.
  std::shared_mutex mutex;
  std::latch both(2);
  const auto read = [&] {
    const std::shared_lock lock(mutex);
    both.arrive_and_wait();
  };
  std::thread a(read), b(read);
  a.join();
  b.join();
  schedule.expect(both.try_wait(), "they met");
}

void timed(kata::Schedule& schedule) {
  using std::chrono::milliseconds;
  std::shared_timed_mutex mutex;
  int value = 0;
  std::thread writer([&] {
    if (mutex.try_lock_for(milliseconds(5))) {
      ++value;
      std::this_thread::sleep_for(milliseconds(10));
      mutex.unlock();
    }
  });
  std::thread reader([&] {
    if (mutex.try_lock_shared_until(std::chrono::steady_clock::now() + milliseconds(3))) {
      if (value > 1) ++value;
      mutex.unlock_shared();
    }
  });
  writer.join();
  reader.join();
  schedule.expect(value <= 1, "at most one write");
}

void upgrade_by_release(kata::Schedule& schedule) {
  std::shared_mutex mutex;
  std::map<int, int> cache;
  const auto get = [&](int key) {
    {
      const std::shared_lock lock(mutex);
      if (const auto found = cache.find(key); found != cache.end()) return found->second;
    }
    const std::unique_lock lock(mutex);
    return cache.try_emplace(key, key * key).first->second;
  };
  int seen[2] = {};
  std::thread a([&] { seen[0] = get(3); }), b([&] { seen[1] = get(3); });
  a.join();
  b.join();
  schedule.expect(seen[0] == 9 && seen[1] == 9 && cache.size() == 1, "computed once");
}

void try_shared(kata::Schedule& schedule) {
  std::shared_mutex mutex;
  int count = 0;
  std::thread a([&] {
    if (mutex.try_lock()) {
      ++count;
      mutex.unlock();
    }
  });
  std::thread b([&] {
    if (mutex.try_lock_shared()) {
      if (count > 1) std::abort();
      mutex.unlock_shared();
    }
  });
  a.join();
  b.join();
  schedule.expect(count <= 1, "one writer");
}

KATA_SCENARIOS(kata::scenario("shared_mutex", readers_and_writers<std::shared_mutex>);
               kata::scenario("shared_timed_mutex", readers_and_writers<std::shared_timed_mutex>);
               kata::scenario("two readers at once", two_readers_at_once);
               kata::scenario("timed", timed);
               kata::scenario("upgrade by release", upgrade_by_release);
               kata::scenario("try shared", try_shared);)
