// SPDX-License-Identifier: MIT
// Right: owner and thief settle by compare-and-swap who gets the last task.
// races: report
#include <atomic>
#include <cassert>
#include <thread>

constexpr int tasks = 3;
std::atomic<int> top{0}, bottom{0};
std::atomic<int> runs[tasks];

bool pop(int& task) {
  const int last = --bottom;
  int first = top;
  if (first < last) {
    task = last;
    return true;
  }
  bool mine = first == last;
  if (mine) mine = top.compare_exchange_strong(first, first + 1);
  bottom = last + 1;
  task = last;
  return mine;
}

bool steal(int& task) {
  int first = top;
  if (first >= bottom) return false;
  task = first;
  return top.compare_exchange_strong(first, first + 1);
}

int main() {
  bottom = tasks;
  std::thread owner([] {
    for (int i = 0, task = 0; i < tasks; ++i) {
      if (pop(task)) ++runs[task];
    }
  });
  std::thread thief([] {
    for (int i = 0, task = 0; i < 2; ++i) {
      if (steal(task)) ++runs[task];
    }
  });
  owner.join();
  thief.join();
  for (const auto& count : runs) assert(count <= 1);
}
