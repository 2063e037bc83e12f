// SPDX-License-Identifier: MIT
// Right: the two ends of a range change in one critical section.
// races: report
#include <cassert>
#include <mutex>
#include <thread>

std::mutex lock;
int low = 0, high = 1;

void move() {
  for (int i = 0; i < 2; ++i) {
    lock.lock();
    low += 10;
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
