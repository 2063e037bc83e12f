// SPDX-License-Identifier: MIT
// explore:
#include <atomic>
#include <thread>

std::atomic<int> value{0};

int main() {
  std::thread other([] { value = 1; });
  const int seen = value;
  other.join();
  return seen == 1 ? 3 : 0;
}
