// SPDX-License-Identifier: MIT
// warns: global_state
// The mutexes of the standard library, used as they should be.
#include <kata/kata.hpp>

template <class Mutex>
void counts(kata::Schedule& schedule) {
  Mutex mutex;
  int count = 0;
  const auto work = [&] {
    for (int i = 0; i < 2; ++i) {
      mutex.lock();
      ++count;
      mutex.unlock();
    }
  };
  std::thread a(work), b(work);
  a.join();
  b.join();
  schedule.expect(count == 4, "no increment is lost");
}

void recursive(kata::Schedule& schedule) {
  std::recursive_mutex mutex;
  int depth = 0;
  std::function<void(int)> descend = [&](int n) {
    const std::lock_guard lock(mutex);
    ++depth;
    if (n > 0) descend(n - 1);
  };
  std::thread a(descend, 2), b(descend, 2);
  a.join();
  b.join();
  const std::scoped_lock both(mutex, mutex);
  schedule.expect(depth == 6 && mutex.try_lock(), "every level counted");
  mutex.unlock();
}

void try_locks(kata::Schedule& schedule) {
  std::mutex mutex;
  int done = 0, missed = 0;
  const auto work = [&](int& misses) {
    std::unique_lock lock(mutex, std::try_to_lock);
    if (lock) {
      ++done;
    } else {
      ++misses;
    }
  };
  int first = 0, second = 0;
  std::thread a([&] { work(first); }), b([&] { work(second); });
  a.join();
  b.join();
  missed = first + second;
  schedule.expect(done + missed == 2, "each try ends one way");
}

void timed(kata::Schedule& schedule) {
  using std::chrono::milliseconds;
  std::timed_mutex mutex;
  std::recursive_timed_mutex recursive;
  int count = 0, missed[2] = {};
  const auto work = [&](int i) {
    if (mutex.try_lock_for(milliseconds(10))) {
      ++count;
      std::this_thread::sleep_for(milliseconds(20));
      mutex.unlock();
    } else {
      missed[i] = 1;
    }
    std::unique_lock lock(recursive, std::chrono::steady_clock::now() + milliseconds(5));
    if (lock && recursive.try_lock_until(std::chrono::system_clock::now() + milliseconds(5))) {
      recursive.unlock();
    }
  };
  std::thread a(work, 0), b(work, 1);
  a.join();
  b.join();
  schedule.expect(count + missed[0] + missed[1] == 2, "each lock comes or times out");
}

void scoped(kata::Schedule& schedule) {
  std::mutex left, right;
  int sum = 0;
  std::thread a([&] {
    const std::scoped_lock lock(left, right);
    ++sum;
  });
  std::thread b([&] {
    const std::scoped_lock lock(right, left);
    ++sum;
  });
  std::thread c([&] {
    std::unique_lock l(left, std::defer_lock), r(right, std::defer_lock);
    std::lock(r, l);
    ++sum;
  });
  std::thread d([&] {
    if (std::try_lock(left, right) == -1) {
      ++sum;
      left.unlock();
      right.unlock();
    }
  });
  for (std::thread* thread : {&a, &b, &c, &d}) thread->join();
  schedule.expect(sum == 3 || sum == 4, "no deadlock and nothing lost");
}

void ordered_locks(kata::Schedule& schedule) {
  struct Account {
    std::mutex mutex;
    int money = 10;
  };
  Account accounts[2];
  const auto transfer = [&](int from, int to) {
    Account& low = accounts[std::min(from, to)];
    Account& high = accounts[std::max(from, to)];
    const std::lock_guard first(low.mutex);
    const std::lock_guard second(high.mutex);
    accounts[from].money -= 3;
    accounts[to].money += 3;
  };
  std::thread a(transfer, 0, 1), b(transfer, 1, 0);
  a.join();
  b.join();
  schedule.expect(accounts[0].money == 10 && accounts[1].money == 10, "the money is all there");
}

void destroyed_after_use(kata::Schedule& schedule) {
  // The pattern that POSIX blesses: whoever counts the last reference down destroys the mutex.
  struct Shared {
    std::mutex mutex;
    int references = 2;
  };
  auto* shared = new Shared;
  int destroyed = 0;
  const auto drop = [&] {
    shared->mutex.lock();
    const bool last = --shared->references == 0;
    shared->mutex.unlock();
    if (last) {
      delete shared;
      ++destroyed;
    }
  };
  std::thread a(drop), b(drop);
  a.join();
  b.join();
  schedule.expect(destroyed == 1, "one of them destroys it");
}

void same_stack_place(kata::Schedule& schedule) {
  // A mutex in a function's frame, again and again at the same address.
  int sum = 0;
  for (int round = 0; round < 3; ++round) {
    std::mutex mutex;
    std::condition_variable condition;
    bool ready = false;
    std::thread thread([&] {
      const std::lock_guard lock(mutex);
      ready = true;
      condition.notify_one();
    });
    {
      std::unique_lock lock(mutex);
      condition.wait(lock, [&] { return ready; });
      ++sum;
    }
    thread.join();
  }
  schedule.expect(sum == 3, "three rounds");
}

void arrays_of_mutexes(kata::Schedule& schedule) {
  const int count = schedule.draw("count", 2, 4);
  std::vector<std::mutex> mutexes(count);
  std::unique_ptr<int[]> values(new int[count]());
  std::vector<std::thread> threads;
  for (int t = 0; t < 2; ++t) {
    threads.emplace_back([&] {
      for (int i = 0; i < count; ++i) {
        const std::lock_guard lock(mutexes[i]);
        ++values[i];
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (int i = 0; i < count; ++i) schedule.expect(values[i] == 2, "each mutex guards its value");
}

std::mutex global_mutex;
std::vector<int> global_values;

void globals(kata::Schedule& schedule) {
  std::thread a([] {
    const std::lock_guard lock(global_mutex);
    global_values.push_back(1);
  });
  std::thread b([] {
    const std::lock_guard lock(global_mutex);
    global_values.push_back(2);
  });
  a.join();
  b.join();
  schedule.expect(global_values.size() == 2, "globals are fresh in every schedule");
}

void adopt_and_release(kata::Schedule& schedule) {
  std::mutex mutex;
  int count = 0;
  const auto work = [&] {
    mutex.lock();
    std::unique_lock adopted(mutex, std::adopt_lock);
    ++count;
    std::unique_lock moved = std::move(adopted);
    moved.unlock();
    moved.lock();
    ++count;
    std::mutex* released = moved.release();
    released->unlock();
  };
  std::thread a(work), b(work);
  a.join();
  b.join();
  schedule.expect(count == 4, "every path unlocks once");
}

KATA_SCENARIOS(kata::scenario("mutex", counts<std::mutex>);
               kata::scenario("recursive_mutex", counts<std::recursive_mutex>);
               kata::scenario("timed_mutex", counts<std::timed_mutex>);
               kata::scenario("recursive_timed_mutex", counts<std::recursive_timed_mutex>);
               kata::scenario("shared_mutex", counts<std::shared_mutex>);
               kata::scenario("shared_timed_mutex", counts<std::shared_timed_mutex>);
               kata::scenario("recursive", recursive); kata::scenario("try locks", try_locks);
               kata::scenario("timed", timed); kata::scenario("scoped", scoped);
               kata::scenario("ordered locks", ordered_locks);
               kata::scenario("destroyed after use", destroyed_after_use);
               kata::scenario("same stack place", same_stack_place);
               kata::scenario("arrays of mutexes", arrays_of_mutexes);
               kata::scenario("globals", globals);
               kata::scenario("adopt and release", adopt_and_release);)
