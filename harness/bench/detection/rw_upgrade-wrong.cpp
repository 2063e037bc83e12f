// SPDX-License-Identifier: MIT
// Wrong: between the read lock and the write lock another writer comes in, and nobody looks again.
// races: report
// verdict: crash
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
  ++entries;
}

int main() {
  std::thread a(insert_once), b(insert_once), c(insert_once);
  a.join();
  b.join();
  c.join();
  assert(entries == 1);
}
