// SPDX-License-Identifier: MIT
// explore: --schedules 20
// Never more than three at a time: those that ended make room, joined or detached.
#include <pthread.h>

#include <cassert>
#include <semaphore>
#include <thread>

int counter = 0;
std::counting_semaphore<> done{0};

int main() {
  for (int i = 0; i < 1000; ++i) {
    std::thread one([] { ++counter; });
    one.join();
    std::thread two([] { ++counter; });
    two.join();
    std::thread([] { done.release(); }).detach();
    done.acquire();
  }
  assert(counter == 2000);
}
