// SPDX-License-Identifier: MIT
// explore:
#include <thread>

std::thread other;

int main() {
  other = std::thread([] {});
}
