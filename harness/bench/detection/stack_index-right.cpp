// SPDX-License-Identifier: MIT
// Right: the index and the slot of a stack change under a lock.
// races: report
#include <atomic>
#include <cassert>
#include <mutex>
#include <thread>

std::atomic<int> slots[4];
std::atomic<int> top{0};
std::mutex lock;

void push(int value) {
  const std::lock_guard<std::mutex> guard(lock);
  const int at = top;
  slots[at] = value;
  top = at + 1;
}

int pop() {
  const std::lock_guard<std::mutex> guard(lock);
  const int at = top;
  if (at == 0) return 0;
  top = at - 1;
  return slots[at - 1];
}

int main() {
  int got = 0;
  std::thread a([] {
    push(1);
    push(2);
  });
  std::thread b([&] { got = pop() + pop(); });
  a.join();
  b.join();
  for (int value = pop(); value != 0; value = pop()) got += value;
  assert(got == 3);
}
