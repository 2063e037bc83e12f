// SPDX-License-Identifier: MIT
// Bug: one service thread walks over the referees and sleeps through each verification, so that the
// referees take turns instead of working side by side. Six users and two referees take 24 s instead
// of 14 s. With one user, or one referee, it is right. (The well-known wrong answer, part 1.)
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
    std::thread arrival([&] { arrivals(join); });
    std::thread service([&] { serve(verify); });
    arrival.join();
    service.join();
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

  void serve(const std::function<void(int, int)>& verify) {
    for (int served = 0; served < users_;) {
      for (int referee = 0; referee < referees_ && served < users_; ++referee, ++served) {
        std::unique_lock<std::mutex> lock(mutex_);
        changed_.wait(lock, [&] { return !waiting_.empty(); });
        const int user = waiting_.front();
        waiting_.pop_front();
        lock.unlock();
        verify(referee, user);
      }
    }
  }

  const int users_;
  const int referees_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<int> waiting_;
  bool closed_ = false;
};
