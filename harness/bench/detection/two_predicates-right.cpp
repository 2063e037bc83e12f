// SPDX-License-Identifier: MIT
// Right: two kinds of waiters share a condition variable, and everybody is notified.
// races: report
#include <condition_variable>
#include <mutex>
#include <thread>

std::mutex lock;
std::condition_variable changed;
bool tea = false, coffee = false;

void wait_for(bool& drink) {
  std::unique_lock<std::mutex> guard(lock);
  while (!drink) changed.wait(guard);
}

void serve(bool& drink) {
  const std::lock_guard<std::mutex> guard(lock);
  drink = true;
  changed.notify_all();
}

int main() {
  std::thread a([] { wait_for(tea); }), b([] { wait_for(coffee); });
  serve(tea);
  a.join();
  serve(coffee);
  b.join();
}
