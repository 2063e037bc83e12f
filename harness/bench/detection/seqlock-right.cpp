// SPDX-License-Identifier: MIT
// Right: the reader looks at the sequence again after it has read.
// races: report
#include <atomic>
#include <cassert>
#include <thread>

std::atomic<int> sequence{0};
std::atomic<int> left{0}, right{0};

void writing() {
  for (int i = 1; i <= 2; ++i) {
    ++sequence;
    left = i;
    right = i;
    ++sequence;
  }
}

void reading() {
  for (;;) {
    const int before = sequence;
    const int a = left, b = right;
    if (before % 2 != 0 || before != sequence) {
      std::this_thread::yield();
      continue;
    }
    assert(a == b);
    return;
  }
}

int main() {
  std::thread writer(writing), reader(reading);
  writer.join();
  reader.join();
}
