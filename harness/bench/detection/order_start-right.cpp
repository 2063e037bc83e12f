// SPDX-License-Identifier: MIT
// Right: the thread is started when the table that it uses is there.
// races: report
#include <atomic>
#include <cstdlib>
#include <thread>

std::atomic<int*> table{nullptr};

int main() {
  int values[2] = {1, 2};
  table = values;
  std::thread reader([] {
    int* found = table;
    if (found[0] != 1) std::abort();
  });
  reader.join();
}
