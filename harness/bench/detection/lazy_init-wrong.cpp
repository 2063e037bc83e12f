// SPDX-License-Identifier: MIT
// Wrong: two threads that both find nothing both make the object.
// races: report
// verdict: crash
#include <atomic>
#include <cassert>
#include <thread>

std::atomic<int*> object{nullptr};
int first = 1, second = 2;

int* get(int* made) {
  int* found = object;
  if (found != nullptr) return found;
  object = made;
  return made;
}

int main() {
  int *one = nullptr, *two = nullptr;
  std::thread a([&] { one = get(&first); });
  std::thread b([&] { two = get(&second); });
  a.join();
  b.join();
  assert(one == two);
}
