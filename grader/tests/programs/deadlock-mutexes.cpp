// SPDX-License-Identifier: MIT
// explore:
#include <mutex>
#include <thread>

std::mutex a, b;

int main() {
  std::thread other([] {
    std::lock_guard<std::mutex> first(b);
    std::lock_guard<std::mutex> second(a);
  });
  {
    std::lock_guard<std::mutex> first(a);
    std::lock_guard<std::mutex> second(b);
  }
  other.join();
}
