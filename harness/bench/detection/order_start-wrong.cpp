// SPDX-License-Identifier: MIT
// Wrong: the thread may run before the table that it uses is there.
// races: report
// verdict: crash
#include <atomic>
#include <cstdlib>
#include <thread>

std::atomic<int*> table{nullptr};

int main() {
  int values[2] = {1, 2};
  std::thread reader([] {
    int* found = table;
    if (found[0] != 1) std::abort();
  });
  table = values;
  reader.join();
}
