// The address of a living local variable is published without order.
// explore: --schedules 1000
#include <atomic>
#include <thread>

std::atomic<int*> place{nullptr};
std::atomic<bool> seen{false};

int twice(int n) {
  volatile int kept = n;
  return 2 * kept;
}

void publish() {
  int mine = twice(20);
  mine += 1;
  place.store(&mine, std::memory_order_relaxed);
  while (!seen) std::this_thread::yield();
}

int main() {
  std::thread reader([] {
    int* found;
    while ((found = place.load(std::memory_order_relaxed)) == nullptr) std::this_thread::yield();
    volatile int value = *found;
    static_cast<void>(value);
    seen = true;
  });
  publish();
  reader.join();
}
