// SPDX-License-Identifier: MIT
// Wrong: money is on the way between two critical sections, and the auditor misses it.
// races: report
// verdict: crash
#include <cassert>
#include <mutex>
#include <thread>

std::mutex lock;
int savings = 100, current = 0;

void transfer(int amount) {
  lock.lock();
  savings -= amount;
  lock.unlock();
  lock.lock();
  current += amount;
  lock.unlock();
}

void audit() {
  const std::lock_guard<std::mutex> guard(lock);
  assert(savings + current == 100);
}

int main() {
  std::thread a(transfer, 10), b(transfer, 20), c(audit);
  a.join();
  b.join();
  c.join();
}
