// SPDX-License-Identifier: MIT
// Wrong: who does not get the second lock gives up, but keeps the first.
// races: report
// verdict: deadlock
#include <mutex>
#include <thread>

std::mutex a, b;

void both(std::mutex& first, std::mutex& second) {
  for (;;) {
    first.lock();
    if (second.try_lock()) break;
    return;
  }
  second.unlock();
  first.unlock();
}

int main() {
  std::thread one([] { both(a, b); }), two([] { both(b, a); });
  one.join();
  two.join();
  a.lock();
  b.lock();
  b.unlock();
  a.unlock();
}
