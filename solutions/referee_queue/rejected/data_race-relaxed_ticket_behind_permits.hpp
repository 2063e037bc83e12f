// SPDX-License-Identifier: MIT
// Bug: a permit says that some user has joined, and a relaxed ticket says which. Who took an early
// permit and is slow may draw a late ticket, while another referee with the later permit has drawn
// the early one: then nothing orders the join of that user before the verification. The ticket must
// be drawn with acquire and release, so that who draws later knows what the others knew.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <semaphore>
#include <thread>
#include <vector>

class RefereeQueue {
 public:
  RefereeQueue(int users, int referees) : users_(users), referees_(referees) {}

  void run(std::function<void(int user)> join, std::function<void(int referee, int user)> verify) {
    std::vector<std::jthread> referees;
    for (int referee = 0; referee < referees_; ++referee) {
      referees.emplace_back([&, referee] {
        for (;;) {
          joined_.acquire();
          const int user = next_.fetch_add(1, std::memory_order_relaxed);
          if (user >= users_) return;
          verify(referee, user);
        }
      });
    }
    for (int user = 0; user < users_; ++user) {
      if (user > 0) std::this_thread::sleep_for(std::chrono::seconds(2));
      join(user);
      joined_.release();
    }
    joined_.release(referees_);
  }

 private:
  const int users_;
  const int referees_;
  std::counting_semaphore<> joined_{0};
  std::atomic<int> next_{0};
};
