// SPDX-License-Identifier: MIT
// explore:
// Nothing catches it, so nothing is unwound: the destructor that would wait for ever does not run.
#include <condition_variable>
#include <mutex>
#include <stdexcept>
#include <thread>

std::mutex mutex;
std::condition_variable changed;
bool go = false;

struct Joiner {
  std::thread& thread;
  ~Joiner() { thread.join(); }
};

int main() {
  std::thread waiter([] {
    std::unique_lock lock(mutex);
    changed.wait(lock, [] { return go; });
  });
  Joiner joiner{waiter};
  throw std::runtime_error("nothing to read");
}
