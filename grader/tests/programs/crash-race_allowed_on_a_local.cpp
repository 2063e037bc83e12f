// SPDX-License-Identifier: MIT
// explore: --races allow
// What races is a local variable of main's, and main itself is what must be interrupted.
#include <cassert>
#include <thread>

int main() {
  volatile int value = 0;
  std::thread other([&] { value = 7; });
  const int first = value;
  const int second = value;
  const bool torn = first != second;
  other.join();
  assert(!torn);
}
