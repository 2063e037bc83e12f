// SPDX-License-Identifier: MIT
// Right: under the write lock the table is looked at again.
// races: report
#include <cassert>
#include <mutex>
#include <shared_mutex>
#include <thread>

std::shared_mutex lock;
int entries = 0;

void insert_once() {
  {
    const std::shared_lock<std::shared_mutex> guard(lock);
    if (entries != 0) return;
  }
  const std::unique_lock<std::shared_mutex> guard(lock);
  if (entries != 0) return;
  ++entries;
}

int main() {
  std::thread a(insert_once), b(insert_once), c(insert_once);
  a.join();
  b.join();
  c.join();
  assert(entries == 1);
}
