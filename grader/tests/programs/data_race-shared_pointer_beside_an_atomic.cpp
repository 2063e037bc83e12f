// SPDX-License-Identifier: MIT
// explore:
// The atomic one is safe; what it points to, and a plain one, are not.
#include <atomic>
#include <memory>
#include <thread>

std::atomic<std::shared_ptr<int>> safe = std::make_shared<int>(1);
std::shared_ptr<int> plain = std::make_shared<int>(2);

int main() {
  std::thread other([] { plain = safe.load(); });
  const auto copy = plain;
  other.join();
  return *copy < 0;
}
