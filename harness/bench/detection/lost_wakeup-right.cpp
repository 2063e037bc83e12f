// SPDX-License-Identifier: MIT
// Right: the flag is set under the mutex that the waiter holds when it looks.
// races: report
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

std::mutex lock;
std::condition_variable changed;
std::atomic<bool> ready{false};

int main() {
  std::thread waiter([] {
    std::unique_lock<std::mutex> guard(lock);
    while (!ready) changed.wait(guard);
  });
  {
    const std::lock_guard<std::mutex> guard(lock);
    ready = true;
  }
  changed.notify_one();
  waiter.join();
}
