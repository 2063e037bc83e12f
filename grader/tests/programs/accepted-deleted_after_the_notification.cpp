// An atomic object is deleted after the join, a semaphore as soon as it was acquired.
// explore: --schedules 5000
#include <atomic>
#include <semaphore>
#include <thread>

int main() {
  auto* left = new std::atomic<int>(1);
  auto* done = new std::binary_semaphore(0);
  std::thread finisher([=] {
    *left = 0;
    left->notify_all();
  });
  std::thread releaser([=] { done->release(); });
  left->wait(1);
  done->acquire();
  delete done;
  finisher.join();
  delete left;
  releaser.join();
}
