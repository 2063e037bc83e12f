// SPDX-License-Identifier: MIT
// Bug: the doorbell is a mutex. The arrival thread holds it and unlocks it for every user, a
// referee locks it to wait for one: so it is locked by one thread and unlocked by another. What was
// meant is a semaphore.
#pragma once

#include <chrono>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

class RefereeQueue {
 public:
  RefereeQueue(int users, int referees) : users_(users), referees_(referees) {}

  void run(std::function<void(int user)> join, std::function<void(int referee, int user)> verify) {
    doorbell_.lock();
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
      doorbell_.unlock();
    }
  }

  void serve(int referee, const std::function<void(int, int)>& verify) {
    while (served_one(referee, verify)) {
    }
  }

  bool served_one(int referee, const std::function<void(int, int)>& verify) {
    doorbell_.lock();
    std::unique_lock<std::mutex> lock(mutex_);
    if (waiting_.empty()) return false;
    const int user = waiting_.front();
    waiting_.pop_front();
    const bool last = user + 1 == users_;
    if (last || !waiting_.empty()) doorbell_.unlock();
    lock.unlock();
    verify(referee, user);
    return !last;
  }

  const int users_;
  const int referees_;
  std::mutex doorbell_;
  std::mutex mutex_;
  std::deque<int> waiting_;
};
