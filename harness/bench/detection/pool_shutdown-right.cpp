// SPDX-License-Identifier: MIT
// Right: the pool is told to stop under the mutex.
// races: report
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

std::mutex lock;
std::condition_variable work_here;
std::atomic<bool> stopping{false};
int tasks = 0;

void work() {
  std::unique_lock<std::mutex> guard(lock);
  for (;;) {
    while (tasks == 0 && !stopping) work_here.wait(guard);
    if (tasks == 0) return;
    --tasks;
  }
}

int main() {
  std::vector<std::thread> workers;
  for (int i = 0; i < 2; ++i) workers.emplace_back(work);
  for (int i = 0; i < 3; ++i) {
    const std::lock_guard<std::mutex> guard(lock);
    ++tasks;
    work_here.notify_one();
  }
  {
    const std::lock_guard<std::mutex> guard(lock);
    stopping = true;
  }
  work_here.notify_all();
  for (std::thread& worker : workers) worker.join();
}
