// SPDX-License-Identifier: MIT
// Bug: “closed” is set and notified without the lock. It is atomic, so there is no data race; but a
// referee may have found the queue empty and not closed, and not be waiting yet: it misses the
// notification, and there is no further one.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

class RefereeQueue {
 public:
  RefereeQueue(int users, int referees) : users_(users), referees_(referees) {}

  void run(std::function<void(int user)> join, std::function<void(int referee, int user)> verify) {
    std::vector<std::thread> threads;
    threads.emplace_back([&] { arrivals(join); });
    for (int referee = 0; referee < referees_; ++referee) {
      threads.emplace_back([&, referee] { serve(referee, verify); });
    }
    for (std::thread& thread : threads) thread.join();
  }

 private:
  void arrivals(const std::function<void(int)>& join) {
    for (int user = 0; user < users_; ++user) {
      if (user > 0) std::this_thread::sleep_for(std::chrono::seconds(2));
      join(user);
      const std::lock_guard<std::mutex> lock(mutex_);
      waiting_.push_back(user);
      changed_.notify_one();
    }
    closed_ = true;
    changed_.notify_all();
  }

  void serve(int referee, const std::function<void(int, int)>& verify) {
    for (;;) {
      std::unique_lock<std::mutex> lock(mutex_);
      changed_.wait(lock, [&] { return !waiting_.empty() || closed_; });
      if (waiting_.empty()) return;
      const int user = waiting_.front();
      waiting_.pop_front();
      lock.unlock();
      verify(referee, user);
    }
  }

  const int users_;
  const int referees_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<int> waiting_;
  std::atomic<bool> closed_{false};
};
