// SPDX-License-Identifier: MIT
// explore:
// A sleep of a second orders nothing.
#include <atomic>
#include <cassert>
#include <chrono>
#include <thread>

std::atomic<bool> done{false};

int main() {
  std::thread other([] { done = true; });
  std::this_thread::sleep_for(std::chrono::seconds(1));
  assert(done);
  other.join();
}
