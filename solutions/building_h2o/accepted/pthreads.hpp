// SPDX-License-Identifier: MIT
// In C: a condition variable for each element, signalled once for each place that becomes free.
// warns: eager
#pragma once

#include <pthread.h>

#include <functional>

class H2O {
 public:
  H2O() {}

  ~H2O() {
    pthread_cond_destroy(&hydrogen_wanted_);
    pthread_cond_destroy(&oxygen_wanted_);
    pthread_mutex_destroy(&mutex_);
  }

  H2O(const H2O&) = delete;
  H2O& operator=(const H2O&) = delete;

  void hydrogen(std::function<void()> releaseHydrogen) {
    take_place(hydrogen_places_, hydrogen_wanted_, releaseHydrogen);
  }
  void oxygen(std::function<void()> releaseOxygen) {
    take_place(oxygen_places_, oxygen_wanted_, releaseOxygen);
  }

 private:
  void take_place(int& places, pthread_cond_t& wanted, const std::function<void()>& release) {
    pthread_mutex_lock(&mutex_);
    while (places == 0) pthread_cond_wait(&wanted, &mutex_);
    --places;
    pthread_mutex_unlock(&mutex_);
    release();
    pthread_mutex_lock(&mutex_);
    if (++released_ % 3 == 0) {
      hydrogen_places_ = 2;
      oxygen_places_ = 1;
      pthread_cond_signal(&hydrogen_wanted_);
      pthread_cond_signal(&hydrogen_wanted_);
      pthread_cond_signal(&oxygen_wanted_);
    }
    pthread_mutex_unlock(&mutex_);
  }

  pthread_mutex_t mutex_ = PTHREAD_MUTEX_INITIALIZER;
  pthread_cond_t hydrogen_wanted_ = PTHREAD_COND_INITIALIZER;
  pthread_cond_t oxygen_wanted_ = PTHREAD_COND_INITIALIZER;
  int hydrogen_places_ = 2;
  int oxygen_places_ = 1;
  int released_ = 0;
};
