// SPDX-License-Identifier: MIT
// Wrong: every philosopher takes the left fork first.
// races: report
// verdict: deadlock
#include <mutex>
#include <thread>
#include <vector>

constexpr int seats = 5;
std::mutex forks[seats];

void dine(int seat) {
  int first = seat, second = (seat + 1) % seats;
  for (int meal = 0; meal < 2; ++meal) {
    forks[first].lock();
    forks[second].lock();
    forks[second].unlock();
    forks[first].unlock();
  }
}

int main() {
  std::vector<std::thread> threads;
  for (int seat = 0; seat < seats; ++seat) threads.emplace_back(dine, seat);
  for (std::thread& thread : threads) thread.join();
}
