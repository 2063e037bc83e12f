// SPDX-License-Identifier: MIT
// Right: the mutex is taken after the semaphore.
// races: report
#include <mutex>
#include <semaphore>
#include <thread>

std::mutex lock;
std::counting_semaphore<4> items{0};
int taken = 0;

int main() {
  std::thread consumer([] {
    for (int i = 0; i < 2; ++i) {
      items.acquire();
      const std::lock_guard<std::mutex> guard(lock);
      ++taken;
    }
  });
  for (int i = 0; i < 2; ++i) {
    const std::lock_guard<std::mutex> guard(lock);
    items.release();
  }
  consumer.join();
}
