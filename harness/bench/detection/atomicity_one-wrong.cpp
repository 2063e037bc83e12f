// SPDX-License-Identifier: MIT
// Wrong: the counter is read and written in two critical sections.
// races: report
// verdict: crash
#include <cassert>
#include <mutex>
#include <thread>

std::mutex lock;
int counter = 0;

void add() {
  lock.lock();
  const int seen = counter;
  lock.unlock();
  lock.lock();
  counter = seen + 1;
  lock.unlock();
}

int main() {
  std::thread a(add), b(add);
  a.join();
  b.join();
  assert(counter == 2);
}
