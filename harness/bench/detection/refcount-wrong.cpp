// SPDX-License-Identifier: MIT
// Wrong: the count is dropped and looked at in two steps, so two may both be the last.
// races: report
// verdict: data_race crash
#include <atomic>
#include <thread>

struct Shared {
  std::atomic<int> owners{2};
  int value = 0;
};

void drop(Shared* shared) {
  --shared->owners;
  if (shared->owners == 0) delete shared;
}

int main() {
  auto* shared = new Shared;
  std::thread a(drop, shared), b(drop, shared);
  a.join();
  b.join();
}
