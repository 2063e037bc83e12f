// SPDX-License-Identifier: MIT
// A dispatcher owns the queue and the list of free referees, so neither needs a lock: everybody
// sends it messages through one mailbox, and it hands each user to a referee who is free, by a
// promise.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

class RefereeQueue {
 public:
  RefereeQueue(int users, int referees) : users_(users), referees_(referees) {}

  void run(std::function<void(int user)> join, std::function<void(int referee, int user)> verify) {
    std::vector<std::jthread> threads;
    threads.emplace_back([&] {
      for (int user = 0; user < users_; ++user) {
        if (user > 0) std::this_thread::sleep_for(std::chrono::seconds(2));
        join(user);
        send({.user = user, .referee = -1, .orders = {}});
      }
    });
    for (int referee = 0; referee < referees_; ++referee) {
      threads.emplace_back([&, referee] {
        for (;;) {
          std::promise<int> orders;
          std::future<int> order = orders.get_future();
          send({.user = -1, .referee = referee, .orders = std::move(orders)});
          const int user = order.get();
          if (user == kGoHome) return;
          verify(referee, user);
        }
      });
    }
    dispatch();
  }

 private:
  static constexpr int kGoHome = -1;

  struct Message {
    int user;     // who joined, or -1
    int referee;  // who is free, or -1
    std::promise<int> orders;
  };

  void send(Message message) {
    const std::lock_guard<std::mutex> lock(mutex_);
    mailbox_.push_back(std::move(message));
    came_.notify_one();
  }

  Message receive() {
    std::unique_lock<std::mutex> lock(mutex_);
    came_.wait(lock, [&] { return !mailbox_.empty(); });
    Message message = std::move(mailbox_.front());
    mailbox_.pop_front();
    return message;
  }

  void dispatch() {
    std::deque<int> waiting;
    std::deque<std::promise<int>> free;
    for (int sent = 0; sent < users_;) {
      Message message = receive();
      if (message.user >= 0) {
        waiting.push_back(message.user);
      } else {
        free.push_back(std::move(message.orders));
      }
      for (; !waiting.empty() && !free.empty(); ++sent) {
        free.front().set_value(waiting.front());
        free.pop_front();
        waiting.pop_front();
      }
    }
    int sent_home = 0;
    for (; !free.empty(); ++sent_home, free.pop_front()) free.front().set_value(kGoHome);
    for (; sent_home < referees_; ++sent_home) receive().orders.set_value(kGoHome);
  }

  const int users_;
  const int referees_;
  std::mutex mutex_;
  std::condition_variable came_;
  std::deque<Message> mailbox_;
};
