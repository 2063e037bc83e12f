// SPDX-License-Identifier: MIT
// Memory from the kernel is not put back between schedules: every other one locks once more.
#include <sys/mman.h>
#include <kata/kata.hpp>

int* survivor = static_cast<int*>(
    mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));

void run(kata::Schedule& schedule) {
  std::mutex mutex;
  int turn = 0;
  schedule.thread("one", [&] {
    turn = ++*survivor;
    if (turn % 2 == 0) mutex.lock(), mutex.unlock();
  });
  schedule.thread("other", [&] { mutex.lock(), mutex.unlock(); });
  schedule.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
