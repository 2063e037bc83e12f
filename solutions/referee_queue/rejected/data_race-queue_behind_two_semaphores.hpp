// SPDX-License-Identifier: MIT
// Bug: a ring buffer behind two semaphores, one for the free places and one for the filled ones,
// and no lock. That is enough for one thread that puts and one that takes; with two referees, both
// may take at the same time and use the same index.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <functional>
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
        for (int user = take(); user != kGoHome; user = take()) verify(referee, user);
      });
    }
    for (int user = 0; user < users_; ++user) {
      if (user > 0) std::this_thread::sleep_for(std::chrono::seconds(2));
      join(user);
      put(user);
    }
    for (int referee = 0; referee < referees_; ++referee) put(kGoHome);
    for (std::thread& referee : referees) referee.join();
  }

 private:
  static constexpr int kGoHome = -1;

  void put(int user) {
    free_.acquire();
    places_[tail_] = user;
    tail_ = (tail_ + 1) % places_.size();
    filled_.release();
  }

  int take() {
    filled_.acquire();
    const int user = places_[head_];
    head_ = (head_ + 1) % places_.size();
    free_.release();
    return user;
  }

  const int users_;
  const int referees_;
  std::array<int, 8> places_{};
  std::size_t head_ = 0;
  std::size_t tail_ = 0;
  std::counting_semaphore<> free_{8};
  std::counting_semaphore<> filled_{0};
};
