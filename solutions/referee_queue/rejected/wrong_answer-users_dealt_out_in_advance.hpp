// SPDX-License-Identifier: MIT
// Bug: user k is put into the private queue of referee k modulo the number of referees, whether
// that one is free or not. If every verification takes the same time nobody can tell; as soon as
// one takes longer, its next user waits while another referee is idle.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

class RefereeQueue {
 public:
  RefereeQueue(int users, int referees)
      : users_(users), referees_(referees), desks_(std::size_t(referees)) {}

  void run(std::function<void(int user)> join, std::function<void(int referee, int user)> verify) {
    std::vector<std::thread> threads;
    threads.emplace_back([&] { arrivals(join); });
    for (int referee = 0; referee < referees_; ++referee) {
      threads.emplace_back([&, referee] { serve(referee, verify); });
    }
    for (std::thread& thread : threads) thread.join();
  }

 private:
  struct Desk {
    std::deque<int> waiting;
    bool closed = false;
  };

  void arrivals(const std::function<void(int)>& join) {
    for (int user = 0; user < users_; ++user) {
      if (user > 0) std::this_thread::sleep_for(std::chrono::seconds(2));
      join(user);
      const std::lock_guard<std::mutex> lock(mutex_);
      desks_[std::size_t(user % referees_)].waiting.push_back(user);
      changed_.notify_all();
    }
    const std::lock_guard<std::mutex> lock(mutex_);
    for (Desk& desk : desks_) desk.closed = true;
    changed_.notify_all();
  }

  void serve(int referee, const std::function<void(int, int)>& verify) {
    Desk& desk = desks_[std::size_t(referee)];
    for (;;) {
      std::unique_lock<std::mutex> lock(mutex_);
      changed_.wait(lock, [&] { return !desk.waiting.empty() || desk.closed; });
      if (desk.waiting.empty()) return;
      const int user = desk.waiting.front();
      desk.waiting.pop_front();
      lock.unlock();
      verify(referee, user);
    }
  }

  const int users_;
  const int referees_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<Desk> desks_;
};
