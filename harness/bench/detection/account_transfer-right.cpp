// SPDX-License-Identifier: MIT
// Right: money goes from one account to the other in one critical section.
// races: report
#include <cassert>
#include <mutex>
#include <thread>

std::mutex lock;
int savings = 100, current = 0;

void transfer(int amount) {
  lock.lock();
  savings -= amount;
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
