// SPDX-License-Identifier: MIT
// Right: the writer's index moves on when the slot is filled.
// races: report
#include <atomic>
#include <cassert>
#include <thread>

constexpr int capacity = 2, items = 4;
std::atomic<int> slots[capacity];
std::atomic<int> written{0}, taken{0};

void writing() {
  for (int i = 0; i < items; ++i) {
    while (i - taken == capacity) std::this_thread::yield();
    slots[i % capacity] = i + 1;
    written = i + 1;
  }
}

void reading() {
  for (int i = 0; i < items; ++i) {
    while (written == i) std::this_thread::yield();
    assert(slots[i % capacity] == i + 1);
    taken = i + 1;
  }
}

int main() {
  std::thread writer(writing), reader(reading);
  writer.join();
  reader.join();
}
