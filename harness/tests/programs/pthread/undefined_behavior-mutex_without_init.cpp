// SPDX-License-Identifier: MIT
// A pthread mutex in fresh heap memory that nobody has initialised.
#include <kata/kata.hpp>

struct Answer {
  pthread_mutex_t mutex;
  Answer() {}
};

void run(kata::Schedule&) {
  const auto answer = std::make_unique<Answer>();
  pthread_mutex_lock(&answer->mutex);
  pthread_mutex_unlock(&answer->mutex);
}

KATA_SCENARIOS(kata::scenario("run", run);)
