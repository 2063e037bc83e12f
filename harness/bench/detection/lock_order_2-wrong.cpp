// SPDX-License-Identifier: MIT
// Wrong: two threads take two locks in different orders.
// races: report
// verdict: deadlock
#include <mutex>
#include <thread>

std::mutex a, b;

void both(std::mutex& first, std::mutex& second) {
  const std::lock_guard<std::mutex> outer(first);
  const std::lock_guard<std::mutex> inner(second);
}

int main() {
  std::thread one([] { both(a, b); });
  std::thread two([] { both(b, a); });
  one.join();
  two.join();
}
