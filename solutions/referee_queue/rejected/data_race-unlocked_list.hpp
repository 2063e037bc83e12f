// SPDX-License-Identifier: MIT
// Bug: the list is locked where users are added and not where they are taken; the semaphore says
// that there is something in it and keeps nobody out. (The well-known wrong answer, part 2.)
#pragma once

#include <chrono>
#include <functional>
#include <list>
#include <mutex>
#include <semaphore>
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
      put(user);
    }
    for (int referee = 0; referee < referees_; ++referee) put(kGoHome);
  }

  void put(int user) {
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      waiting_.push_back(user);
    }
    filled_.release();
  }

  void serve(int referee, const std::function<void(int, int)>& verify) {
    for (;;) {
      filled_.acquire();
      const int user = waiting_.front();
      waiting_.pop_front();
      if (user == kGoHome) return;
      verify(referee, user);
    }
  }

  static constexpr int kGoHome = -1;

  const int users_;
  const int referees_;
  std::mutex mutex_;
  std::counting_semaphore<> filled_{0};
  std::list<int> waiting_;
};
