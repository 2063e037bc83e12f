// SPDX-License-Identifier: MIT
// Right: two threads take two locks in the same order.
// races: report
#include <mutex>
#include <thread>

std::mutex a, b;

void both(std::mutex& first, std::mutex& second) {
  const std::lock_guard<std::mutex> outer(first);
  const std::lock_guard<std::mutex> inner(second);
}

int main() {
  std::thread one([] { both(a, b); });
  std::thread two([] { both(a, b); });
  one.join();
  two.join();
}
