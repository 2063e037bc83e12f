// A limit: what libstdc++ wakes for an atomic bool is not the object, so its deletion is not seen.
// explore: --schedules 3000
#include <atomic>
#include <thread>

int main() {
  auto* done = new std::atomic<bool>(false);
  std::thread other([done] {
    *done = true;
    done->notify_one();
  });
  done->wait(false);
  delete done;
  other.join();
}
