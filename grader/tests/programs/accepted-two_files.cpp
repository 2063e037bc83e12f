// SPDX-License-Identifier: MIT
// explore: more/other_file.c --flag=-DTWICE=2
#include <cassert>
#include <thread>

extern "C" void add(int* counter);
extern "C" int total(int* counter);

int main() {
  int counter = 0;
  std::thread a(add, &counter), b(add, &counter);
  a.join();
  b.join();
  assert(total(&counter) == TWICE);
}
