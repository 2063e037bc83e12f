// SPDX-License-Identifier: MIT
// Referees are std::jthreads that wait with a stop token: when the last user has been verified they
// are asked to stop, and the wait returns without anybody notifying.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <latch>
#include <mutex>
#include <queue>
#include <stop_token>
#include <thread>
#include <vector>

class RefereeQueue {
 public:
  RefereeQueue(int users, int referees) : users_(users), referees_(referees) {}

  void run(std::function<void(int user)> join, std::function<void(int referee, int user)> verify) {
    std::latch unverified(users_);
    std::vector<std::jthread> referees;
    for (int referee = 0; referee < referees_; ++referee) {
      referees.emplace_back([&, referee](std::stop_token stop) {
        for (;;) {
          std::unique_lock<std::mutex> lock(mutex_);
          if (!came_.wait(lock, stop, [&] { return !waiting_.empty(); })) return;
          const int user = waiting_.front();
          waiting_.pop();
          lock.unlock();
          verify(referee, user);
          unverified.count_down();
        }
      });
    }
    std::jthread arrivals([&] {
      for (int user = 0; user < users_; ++user) {
        if (user > 0) std::this_thread::sleep_for(std::chrono::seconds(2));
        join(user);
        const std::lock_guard<std::mutex> lock(mutex_);
        waiting_.push(user);
        came_.notify_one();
      }
    });
    unverified.wait();
    for (std::jthread& referee : referees) referee.request_stop();
  }

 private:
  const int users_;
  const int referees_;
  std::mutex mutex_;
  std::condition_variable_any came_;
  std::queue<int> waiting_;
};
