// SPDX-License-Identifier: MIT
// A pthread key is a thread's own, what it points to need not be.
#include <kata/kata.hpp>

void run(kata::Schedule&) {
  pthread_key_t key;
  pthread_key_create(&key, nullptr);
  int shared = 0;
  const auto work = [&] {
    pthread_setspecific(key, &shared);
    ++*static_cast<int*>(pthread_getspecific(key));
  };
  std::thread a(work), b(work);
  a.join();
  b.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
