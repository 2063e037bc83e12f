// SPDX-License-Identifier: MIT
// The other way round: the users are the threads, and the referees are what they queue for. A user
// draws a ticket on joining and waits until it is that ticket's turn and a referee is free.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

class RefereeQueue {
 public:
  RefereeQueue(int users, int referees) : users_(users) {
    for (int referee = 0; referee < referees; ++referee) free_.push_back(referee);
  }

  void run(std::function<void(int user)> join, std::function<void(int referee, int user)> verify) {
    std::vector<std::jthread> visits;
    for (int user = 0; user < users_; ++user) {
      if (user > 0) std::this_thread::sleep_for(std::chrono::seconds(2));
      join(user);
      visits.emplace_back([&, user] {
        const int referee = call_referee(user);
        verify(referee, user);
        give_back(referee);
      });
    }
  }

 private:
  int call_referee(int ticket) {
    std::unique_lock<std::mutex> lock(mutex_);
    changed_.wait(lock, [&] { return now_serving_ == ticket && !free_.empty(); });
    const int referee = free_.back();
    free_.pop_back();
    ++now_serving_;
    changed_.notify_all();
    return referee;
  }

  void give_back(int referee) {
    const std::lock_guard<std::mutex> lock(mutex_);
    free_.push_back(referee);
    changed_.notify_all();
  }

  const int users_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<int> free_;
  int now_serving_ = 0;
};
