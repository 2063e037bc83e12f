// A lock with a queue of local variables of waiting threads (Mellor-Crummey and Scott, 1991).
// explore: --schedules 2000 --flag=-O2
#include <atomic>
#include <thread>
#include <vector>

struct Place {
  std::atomic<Place*> next{nullptr};
  std::atomic<bool> waits{true};
};

std::atomic<Place*> last{nullptr};
int count = 0;

[[gnu::noinline]] void add() {
  Place mine;
  if (Place* before = last.exchange(&mine, std::memory_order_acq_rel)) {
    before->next.store(&mine, std::memory_order_release);
    while (mine.waits.load(std::memory_order_acquire)) std::this_thread::yield();
  }
  ++count;
  Place* expected = &mine;
  if (last.compare_exchange_strong(expected, nullptr, std::memory_order_acq_rel)) return;
  Place* next;
  while ((next = mine.next.load(std::memory_order_acquire)) == nullptr) std::this_thread::yield();
  next->waits.store(false, std::memory_order_release);
}

int main() {
  std::vector<std::thread> threads;
  for (int i = 0; i < 3; ++i) {
    threads.emplace_back([] {
      add();
      add();
    });
  }
  for (std::thread& thread : threads) thread.join();
  return count == 6 ? 0 : 1;
}
