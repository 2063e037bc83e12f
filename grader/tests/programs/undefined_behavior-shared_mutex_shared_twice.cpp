// SPDX-License-Identifier: MIT
// explore:
// With or without a writer.
#include <shared_mutex>
#include <thread>

std::shared_mutex mutex;

int main() {
  std::thread reader([] {
    std::shared_lock outer(mutex);
    std::shared_lock inner(mutex);
  });
  reader.join();
}
