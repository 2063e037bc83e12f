// SPDX-License-Identifier: MIT
// Bug: when the queue is empty a referee looks again at once, and again, and again. Right order,
// right times, and a processor at full load for every referee who has nothing to do. (The
// well-known wrong answer, part 3.)
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
      joined_.store(user + 1, std::memory_order_release);
    }
  }

  void serve(int referee, const std::function<void(int, int)>& verify) {
    for (int user = next_++; user < users_; user = next_++) {
      while (joined_.load(std::memory_order_acquire) <= user) std::this_thread::yield();
      verify(referee, user);
    }
  }

  const int users_;
  const int referees_;
  std::atomic<int> joined_{0};
  std::atomic<int> next_{0};
};
