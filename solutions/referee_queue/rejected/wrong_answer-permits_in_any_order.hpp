// SPDX-License-Identifier: MIT
// Bug: a thread for each user, who waits for a free referee at a semaphore. A semaphore counts and
// keeps no order: a permit goes to anyone who waits, or to one who only just comes.
#pragma once

#include <chrono>
#include <functional>
#include <mutex>
#include <semaphore>
#include <thread>
#include <vector>

class RefereeQueue {
 public:
  RefereeQueue(int users, int referees) : users_(users), referees_(referees) {}

  void run(std::function<void(int user)> join, std::function<void(int referee, int user)> verify) {
    std::counting_semaphore<> free(referees_);
    std::mutex mutex;
    std::vector<int> names;
    for (int referee = 0; referee < referees_; ++referee) names.push_back(referee);
    std::vector<std::jthread> visits;
    for (int user = 0; user < users_; ++user) {
      if (user > 0) std::this_thread::sleep_for(std::chrono::seconds(2));
      join(user);
      visits.emplace_back([&, user] {
        free.acquire();
        const int referee = taken_from(names, mutex);
        verify(referee, user);
        {
          const std::lock_guard<std::mutex> lock(mutex);
          names.push_back(referee);
        }
        free.release();
      });
    }
  }

 private:
  static int taken_from(std::vector<int>& names, std::mutex& mutex) {
    const std::lock_guard<std::mutex> lock(mutex);
    const int name = names.back();
    names.pop_back();
    return name;
  }

  int users_;
  int referees_;
};
