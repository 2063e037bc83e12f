// SPDX-License-Identifier: MIT
// explore:
// A detached thread and main use the same local variable: a race as any other.
#include <atomic>
#include <thread>

int main() {
  int value = 0;
  std::thread([&value] { value = 1; }).detach();
  return value == 2;
}
