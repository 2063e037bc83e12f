// SPDX-License-Identifier: MIT
// Bug: a referee who finds nobody waiting locks, looks and unlocks again, without a pause. Every
// access is guarded, order and times are right, and an idle referee keeps a processor and the lock
// busy for two seconds.
#pragma once

#include <chrono>
#include <functional>
#include <mutex>
#include <queue>
#include <thread>
#include <vector>

class RefereeQueue {
 public:
  RefereeQueue(int users, int referees) : users_(users), referees_(referees) {}

  void run(std::function<void(int user)> join, std::function<void(int referee, int user)> verify) {
    std::vector<std::thread> threads;
    for (int referee = 0; referee < referees_; ++referee) {
      threads.emplace_back([&, referee] { serve(referee, verify); });
    }
    for (int user = 0; user < users_; ++user) {
      if (user > 0) std::this_thread::sleep_for(std::chrono::seconds(2));
      const std::lock_guard lock(mutex_);
      join(user);
      waiting_.push(user);
    }
    for (std::thread& thread : threads) thread.join();
  }

 private:
  void serve(int referee, const std::function<void(int, int)>& verify) {
    for (;;) {
      int user;
      {
        const std::lock_guard lock(mutex_);
        if (taken_ == users_) return;
        if (waiting_.empty()) continue;
        user = waiting_.front();
        waiting_.pop();
        ++taken_;
      }
      verify(referee, user);
    }
  }

  const int users_;
  const int referees_;
  std::mutex mutex_;
  std::queue<int> waiting_;
  int taken_ = 0;
};
