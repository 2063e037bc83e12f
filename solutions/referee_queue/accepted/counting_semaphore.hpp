// SPDX-License-Identifier: MIT
// A semaphore counts what may be taken from the queue. At the end every referee finds a note in the
// queue that says that nobody will come any more.
#pragma once

#include <chrono>
#include <functional>
#include <mutex>
#include <optional>
#include <queue>
#include <semaphore>
#include <thread>
#include <vector>

class RefereeQueue {
 public:
  RefereeQueue(int users, int referees) : users_(users), referees_(referees) {}

  void run(std::function<void(int user)> join, std::function<void(int referee, int user)> verify) {
    std::vector<std::thread> referees;
    for (int referee = 0; referee < referees_; ++referee) {
      referees.emplace_back([&, referee] {
        while (const std::optional<int> user = take()) verify(referee, *user);
      });
    }
    // The thread that called run() is the arrival thread.
    for (int user = 0; user < users_; ++user) {
      if (user > 0) std::this_thread::sleep_for(std::chrono::seconds(2));
      join(user);
      put(user);
    }
    for (int referee = 0; referee < referees_; ++referee) put(std::nullopt);
    for (std::thread& referee : referees) referee.join();
  }

 private:
  void put(std::optional<int> user) {
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      queue_.push(user);
    }
    filled_.release();
  }

  std::optional<int> take() {
    filled_.acquire();
    const std::lock_guard<std::mutex> lock(mutex_);
    const std::optional<int> user = queue_.front();
    queue_.pop();
    return user;
  }

  const int users_;
  const int referees_;
  std::counting_semaphore<> filled_{0};
  std::mutex mutex_;
  std::queue<std::optional<int>> queue_;
};
