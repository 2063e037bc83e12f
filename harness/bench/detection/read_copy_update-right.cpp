// SPDX-License-Identifier: MIT
// Right: the writer takes the old version out and then waits for readers.
// races: report
#include <atomic>
#include <cassert>
#include <thread>

struct Version {
  std::atomic<int> value{1};
};

std::atomic<Version*> current{nullptr};
std::atomic<int> readers{0};

void reading() {
  ++readers;
  assert(current.load()->value == 1);
  --readers;
}

void update() {
  auto* fresh = new Version;
  Version* old = current;
  current = fresh;
  while (readers != 0) std::this_thread::yield();
  delete old;
}

int main() {
  current = new Version;
  std::thread a(reading), b(reading), c(update);
  a.join();
  b.join();
  c.join();
  delete current.load();
}
