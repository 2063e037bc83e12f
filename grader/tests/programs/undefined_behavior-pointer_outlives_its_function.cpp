// The address of a local variable is published in order, and outlives the function. Optimised, too.
// explore: --schedules 1000 --flag=-O2
#include <atomic>
#include <thread>

std::atomic<long*> place{nullptr};

[[gnu::noinline]] void publish() {
  long mine = 0;
  place = &mine;
}

[[gnu::noinline]] long sum(int n) {
  volatile long parts[12];
  for (int i = 0; i < 12; ++i) parts[i] = n;
  std::this_thread::yield();
  return parts[3];
}

int main() {
  publish();
  std::thread other([] { *place.load() = 9; });
  const long total = sum(1);
  other.join();
  return total == 1 ? 0 : 1;
}
