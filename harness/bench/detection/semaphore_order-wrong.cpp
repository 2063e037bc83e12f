// SPDX-License-Identifier: MIT
// Wrong: the mutex is taken before the semaphore, so who waits for an item keeps those out who
// bring it.
// races: report
// verdict: deadlock
#include <mutex>
#include <semaphore>
#include <thread>

std::mutex lock;
std::counting_semaphore<4> items{0};
int taken = 0;

int main() {
  std::thread consumer([] {
    for (int i = 0; i < 2; ++i) {
      const std::lock_guard<std::mutex> guard(lock);
      items.acquire();
      ++taken;
    }
  });
  for (int i = 0; i < 2; ++i) {
    const std::lock_guard<std::mutex> guard(lock);
    items.release();
  }
  consumer.join();
}
