// SPDX-License-Identifier: MIT
// explore:
#include <atomic>
#include <thread>

std::atomic<bool> ready{false};

int main() {
  std::jthread other([] { ready = false; });
  while (!ready) std::this_thread::yield();
}
