// SPDX-License-Identifier: MIT
// Wrong: the two ends of a range change in critical sections of their own, so a reader sees a torn
// range.
// races: report
// verdict: crash
#include <cassert>
#include <mutex>
#include <thread>

std::mutex lock;
int low = 0, high = 1;

void move() {
  for (int i = 0; i < 2; ++i) {
    lock.lock();
    low += 10;
    lock.unlock();
    lock.lock();
    high += 10;
    lock.unlock();
  }
}

void look() {
  const std::lock_guard<std::mutex> guard(lock);
  assert(low < high);
}

int main() {
  std::thread a(move), b(look);
  a.join();
  b.join();
}
