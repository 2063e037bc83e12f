// SPDX-License-Identifier: MIT
// Right: a consumer that was woken looks again whether there is an item.
// races: report
#include <cassert>
#include <condition_variable>
#include <mutex>
#include <thread>

std::mutex lock;
std::condition_variable not_empty;
int items = 0;

void consume() {
  std::unique_lock<std::mutex> guard(lock);
  while (items == 0) not_empty.wait(guard);
  assert(items > 0);
  --items;
}

void produce() {
  const std::lock_guard<std::mutex> guard(lock);
  ++items;
  not_empty.notify_all();
}

int main() {
  std::thread a(consume), b(consume), c(produce), d(produce);
  a.join();
  b.join();
  c.join();
  d.join();
}
