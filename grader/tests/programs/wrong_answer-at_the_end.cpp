// SPDX-License-Identifier: MIT
// explore:
// A global object's destructor finds the bug, after main.
#include <unistd.h>

#include <atomic>
#include <thread>

struct Checked {
  std::atomic<int> value{0};
  ~Checked() {
    if (value != 2) _exit(1);
  }
} checked;

int main() {
  const auto add = [] { checked.value = checked.value + 1; };
  std::thread a(add), b(add);
  a.join();
  b.join();
}
