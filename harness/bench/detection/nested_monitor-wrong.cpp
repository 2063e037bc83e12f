// SPDX-License-Identifier: MIT
// Wrong: who waits on the inner monitor keeps the outer one, through which the notification must
// come.
// races: report
// verdict: deadlock
#include <condition_variable>
#include <mutex>
#include <thread>

std::mutex outer, inner;
std::condition_variable changed;
bool ready = false;

int main() {
  std::thread waiter([] {
    const std::lock_guard<std::mutex> guard(outer);
    std::unique_lock<std::mutex> held(inner);
    while (!ready) changed.wait(held);
  });
  {
    const std::lock_guard<std::mutex> guard(outer);
    const std::lock_guard<std::mutex> held(inner);
    ready = true;
    changed.notify_one();
  }
  waiter.join();
}
