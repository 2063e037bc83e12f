// SPDX-License-Identifier: MIT
// explore: --schedules 20000
// Guards of a test: a limit of seconds is one that threads that are ready keep.
#include <atomic>
#include <cassert>
#include <chrono>
#include <condition_variable>
#include <future>
#include <mutex>
#include <thread>

using namespace std::chrono_literals;

int main() {
  std::mutex mutex;
  std::condition_variable changed;
  bool ready = false;
  std::atomic<bool> seen{false};
  auto answer = std::async(std::launch::async, [&] {
    std::this_thread::sleep_for(20ms);
    {
      std::lock_guard lock(mutex);
      ready = true;
    }
    changed.notify_one();
    seen = true;
    return 1;
  });
  std::unique_lock lock(mutex);
  assert(changed.wait_for(lock, 1h, [&] { return ready; }));
  lock.unlock();
  assert(answer.wait_for(10s) == std::future_status::ready);
  for (int i = 0; i < 50 && !seen; ++i) std::this_thread::sleep_for(100ms);
  assert(seen);
  return answer.get() != 1;
}
