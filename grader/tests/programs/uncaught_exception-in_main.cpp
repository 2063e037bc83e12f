// SPDX-License-Identifier: MIT
// explore:
#include <stdexcept>
#include <thread>

int main() {
  std::jthread other([] {});
  throw std::runtime_error("nobody catches this");
}
