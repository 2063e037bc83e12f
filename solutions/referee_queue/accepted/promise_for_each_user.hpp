// SPDX-License-Identifier: MIT
// Every user is a promise that is kept when they join. Referees share one number, under a mutex:
// the next user to take. Nothing needs to be told at the end, since the number of users is known.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <future>
#include <mutex>
#include <thread>
#include <vector>

class RefereeQueue {
 public:
  RefereeQueue(int users, int referees) : came_(std::size_t(users)), referees_(referees) {}

  void run(std::function<void(int user)> join, std::function<void(int referee, int user)> verify) {
    std::vector<std::future<void>> referees;
    for (int referee = 0; referee < referees_; ++referee) {
      referees.push_back(std::async(std::launch::async, [&, referee] {
        for (std::size_t user = take_number(); user < came_.size(); user = take_number()) {
          came_[user].get_future().wait();
          verify(referee, int(user));
        }
      }));
    }
    for (std::size_t user = 0; user < came_.size(); ++user) {
      if (user > 0) std::this_thread::sleep_for(std::chrono::seconds(2));
      join(int(user));
      came_[user].set_value();
    }
    for (std::future<void>& referee : referees) referee.get();
  }

 private:
  std::size_t take_number() {
    const std::lock_guard<std::mutex> lock(mutex_);
    return next_++;
  }

  std::vector<std::promise<void>> came_;
  const int referees_;
  std::mutex mutex_;
  std::size_t next_ = 0;
};
