// SPDX-License-Identifier: MIT
// explore: --schedules 500
#include <atomic>
#include <chrono>
#include <thread>

int main() {
  using std::chrono::steady_clock;
  std::atomic<int> count{0};
  const auto begin = steady_clock::now();
  std::thread one([&] { ++count; });
  one.join();
  const auto took = std::chrono::nanoseconds(steady_clock::now() - begin).count();
  return 1'000'000'000L * count / took < 0;
}
