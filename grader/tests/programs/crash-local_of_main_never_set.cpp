// SPDX-License-Identifier: MIT
// explore:
// It works with what is usually on the stack.
#include <cassert>
#include <thread>

int main() {
  volatile int checks;
  std::thread other([] {});
  const int seen = checks;
  other.join();
  assert(seen != 0);
}
