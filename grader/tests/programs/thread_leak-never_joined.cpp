// SPDX-License-Identifier: MIT
// explore:
#include <thread>

int main() {
  std::thread other([] {});
}
