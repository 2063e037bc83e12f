// SPDX-License-Identifier: MIT
// Bug: the referees are detached, and run() returns as soon as the last user has been verified.
// What they share lives as long as they do, so nothing breaks visibly; but they go on after run().
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

class RefereeQueue {
 public:
  RefereeQueue(int users, int referees) : users_(users), referees_(referees) {}

  void run(std::function<void(int user)> join, std::function<void(int referee, int user)> verify) {
    const auto shared = std::make_shared<Shared>();
    for (int referee = 0; referee < referees_; ++referee) {
      std::thread([=] { serve(*shared, referee, verify); }).detach();
    }
    for (int user = 0; user < users_; ++user) {
      if (user > 0) std::this_thread::sleep_for(std::chrono::seconds(2));
      join(user);
      const std::lock_guard<std::mutex> lock(shared->mutex);
      shared->waiting.push_back(user);
      shared->changed.notify_all();
    }
    std::unique_lock<std::mutex> lock(shared->mutex);
    shared->changed.wait(lock, [&] { return shared->verified == users_; });
    shared->closed = true;
    shared->changed.notify_all();
  }

 private:
  struct Shared {
    std::mutex mutex;
    std::condition_variable changed;
    std::deque<int> waiting;
    int verified = 0;
    bool closed = false;
  };

  static void serve(Shared& shared, int referee, const std::function<void(int, int)>& verify) {
    std::unique_lock<std::mutex> lock(shared.mutex);
    for (;;) {
      shared.changed.wait(lock, [&] { return !shared.waiting.empty() || shared.closed; });
      if (shared.waiting.empty()) return;
      const int user = shared.waiting.front();
      shared.waiting.pop_front();
      lock.unlock();
      verify(referee, user);
      lock.lock();
      ++shared.verified;
      shared.changed.notify_all();
    }
  }

  const int users_;
  const int referees_;
};
