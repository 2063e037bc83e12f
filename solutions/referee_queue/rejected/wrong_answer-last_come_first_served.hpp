// SPDX-License-Identifier: MIT
// Bug: users are taken from the end to which they were added: a stack, not a queue. Shows only when
// two users wait at the same time.
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
      waiting_.push_back(user);
      closed_ = user + 1 == users_;
      changed_.notify_all();
    }
  }

  void serve(int referee, const std::function<void(int, int)>& verify) {
    for (;;) {
      std::unique_lock<std::mutex> lock(mutex_);
      changed_.wait(lock, [&] { return !waiting_.empty() || closed_; });
      if (waiting_.empty()) return;
      const int user = waiting_.back();
      waiting_.pop_back();
      lock.unlock();
      verify(referee, user);
    }
  }

  const int users_;
  const int referees_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<int> waiting_;
  bool closed_ = false;
};
