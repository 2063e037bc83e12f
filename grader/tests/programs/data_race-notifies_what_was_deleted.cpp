// A waiting thread is served by the value, and deletes the object before it is notified.
// explore: --schedules 20000
#include <atomic>
#include <thread>

struct Countdown {
  std::atomic<int> left{1};
  void finish() {
    if (--left == 0) left.notify_all();
  }
  void wait() {
    for (int now = left; now != 0; now = left) left.wait(now);
  }
};

int main() {
  auto* countdown = new Countdown;
  std::thread finisher([countdown] { countdown->finish(); });
  countdown->wait();
  delete countdown;
  finisher.join();
}
