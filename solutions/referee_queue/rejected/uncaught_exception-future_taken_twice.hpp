// SPDX-License-Identifier: MIT
// Bug: a referee asks for the future of the next user until it is ready, and asks anew after each
// time-out. A promise gives its future away once; the second get_future throws std::future_error.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <functional>
#include <future>
#include <thread>
#include <vector>

class RefereeQueue {
 public:
  RefereeQueue(int users, int referees)
      : users_(users), referees_(referees), came_(std::size_t(users)) {}

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
    for (std::size_t user = 0; user < came_.size(); ++user) {
      if (user > 0) std::this_thread::sleep_for(std::chrono::seconds(2));
      join(int(user));
      came_[user].set_value();
    }
  }

  void serve(int referee, const std::function<void(int, int)>& verify) {
    for (std::size_t user = next_++; user < came_.size(); user = next_++) {
      while (came_[user].get_future().wait_for(std::chrono::seconds(3)) !=
             std::future_status::ready) {
      }
      verify(referee, int(user));
    }
  }

  const int users_;
  const int referees_;
  std::vector<std::promise<void>> came_;
  std::atomic<std::size_t> next_{0};
};
