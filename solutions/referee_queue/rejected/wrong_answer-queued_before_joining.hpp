// SPDX-License-Identifier: MIT
// Bug: the user is put into the queue first and joins afterwards. A referee that is quick verifies
// somebody who is not there yet.
#pragma once

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
      {
        const std::lock_guard<std::mutex> lock(mutex_);
        waiting_.push_back(user);
        closed_ = user + 1 == users_;
      }
      changed_.notify_all();
      join(user);
    }
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
  bool closed_ = false;
};
