// SPDX-License-Identifier: MIT
// Right: the count is dropped and looked at in one step.
// races: report
#include <atomic>
#include <thread>

struct Shared {
  std::atomic<int> owners{2};
  int value = 0;
};

void drop(Shared* shared) {
  if (--shared->owners == 0) delete shared;
}

int main() {
  auto* shared = new Shared;
  std::thread a(drop, shared), b(drop, shared);
  a.join();
  b.join();
}
