// SPDX-License-Identifier: MIT
// Right: of two threads that made an object, one puts it in by compare-and-swap.
// races: report
#include <atomic>
#include <cassert>
#include <thread>

std::atomic<int*> object{nullptr};
int first = 1, second = 2;

int* get(int* made) {
  int* found = object;
  if (found != nullptr) return found;
  return object.compare_exchange_strong(found, made) ? made : found;
}

int main() {
  int *one = nullptr, *two = nullptr;
  std::thread a([&] { one = get(&first); });
  std::thread b([&] { two = get(&second); });
  a.join();
  b.join();
  assert(one == two);
}
