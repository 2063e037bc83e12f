// SPDX-License-Identifier: MIT
// POSIX all the way: threads, a semaphore that counts users, and a mutex around the queue. After
// the last user the semaphore is posted once for each referee, who then finds the queue empty.
#pragma once

#include <pthread.h>
#include <semaphore.h>
#include <time.h>

#include <cstddef>
#include <deque>
#include <functional>
#include <vector>

class RefereeQueue {
 public:
  RefereeQueue(int users, int referees) : users_(users), referees_(std::size_t(referees)) {
    pthread_mutex_init(&mutex_, nullptr);
    sem_init(&posts_, 0, 0);
  }

  ~RefereeQueue() {
    sem_destroy(&posts_);
    pthread_mutex_destroy(&mutex_);
  }

  RefereeQueue(const RefereeQueue&) = delete;
  RefereeQueue& operator=(const RefereeQueue&) = delete;

  void run(std::function<void(int user)> join, std::function<void(int referee, int user)> verify) {
    join_ = join;
    verify_ = verify;
    pthread_t arrivals;
    pthread_create(&arrivals, nullptr, &RefereeQueue::arrival_thread, this);
    for (std::size_t i = 0; i < referees_.size(); ++i) {
      referees_[i].queue = this;
      referees_[i].number = int(i);
      pthread_create(&referees_[i].thread, nullptr, &RefereeQueue::referee_thread, &referees_[i]);
    }
    pthread_join(arrivals, nullptr);
    for (Referee& referee : referees_) pthread_join(referee.thread, nullptr);
  }

 private:
  struct Referee {
    RefereeQueue* queue = nullptr;
    int number = 0;
    pthread_t thread{};
  };

  static void* arrival_thread(void* argument) {
    auto& self = *static_cast<RefereeQueue*>(argument);
    for (int user = 0; user < self.users_; ++user) {
      const timespec pause{user > 0 ? 2 : 0, 0};
      nanosleep(&pause, nullptr);
      self.join_(user);
      pthread_mutex_lock(&self.mutex_);
      self.waiting_.push_back(user);
      pthread_mutex_unlock(&self.mutex_);
      sem_post(&self.posts_);
    }
    for (std::size_t i = 0; i < self.referees_.size(); ++i) sem_post(&self.posts_);
    return nullptr;
  }

  static void* referee_thread(void* argument) {
    const auto& referee = *static_cast<const Referee*>(argument);
    RefereeQueue& self = *referee.queue;
    for (;;) {
      while (sem_wait(&self.posts_) != 0) {
      }
      int user = -1;
      pthread_mutex_lock(&self.mutex_);
      if (!self.waiting_.empty()) {
        user = self.waiting_.front();
        self.waiting_.pop_front();
      }
      pthread_mutex_unlock(&self.mutex_);
      if (user < 0) return nullptr;
      self.verify_(referee.number, user);
    }
  }

  const int users_;
  std::vector<Referee> referees_;
  pthread_mutex_t mutex_;
  sem_t posts_;
  std::deque<int> waiting_;
  std::function<void(int)> join_;
  std::function<void(int, int)> verify_;
};
