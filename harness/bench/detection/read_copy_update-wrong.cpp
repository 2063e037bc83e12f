// SPDX-License-Identifier: MIT
// Wrong: the writer waits for readers before it takes the old version out, so a late one still
// finds it.
// races: report
// verdict: data_race crash
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
  while (readers != 0) std::this_thread::yield();
  current = fresh;
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
