// SPDX-License-Identifier: MIT
// Wrong: the flag is set and notified without the mutex, so the waiter may miss both.
// races: report
// verdict: deadlock
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
  { ready = true; }
  changed.notify_one();
  waiter.join();
}
