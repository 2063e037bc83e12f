// SPDX-License-Identifier: MIT
// Bug: `if` where a loop must be. The queue is two numbers here: how many users have joined and who
// is next. A referee that wakes for nothing, or after another one was faster, takes the next number
// all the same: a user who has not come yet.
#pragma once

#include <chrono>
#include <condition_variable>
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
      joined_ = user + 1;
      changed_.notify_all();
    }
  }

  void serve(int referee, const std::function<void(int, int)>& verify) {
    for (;;) {
      std::unique_lock<std::mutex> lock(mutex_);
      if (next_ >= joined_ && joined_ < users_) changed_.wait(lock);
      if (next_ >= users_) return;
      const int user = next_++;
      lock.unlock();
      verify(referee, user);
    }
  }

  const int users_;
  const int referees_;
  std::mutex mutex_;
  std::condition_variable changed_;
  int joined_ = 0;
  int next_ = 0;
};
