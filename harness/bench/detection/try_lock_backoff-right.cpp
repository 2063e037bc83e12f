// SPDX-License-Identifier: MIT
// Right: who does not get the second lock gives the first back and tries again.
// races: report
#include <mutex>
#include <thread>

std::mutex a, b;

void both(std::mutex& first, std::mutex& second) {
  for (;;) {
    first.lock();
    if (second.try_lock()) break;
    first.unlock();
    std::this_thread::yield();
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
