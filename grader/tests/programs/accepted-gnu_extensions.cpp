// SPDX-License-Identifier: MIT
// explore:
// Compiled as by g++ alone, with what it adds to the language.
#include <mutex>
#include <thread>

int main() {
  std::mutex mutex;
  typeof(1 + 1) sum = 0;
  std::thread other([&] {
    const std::lock_guard guard(mutex);
    sum += ({
      int one = 1;
      one;
    });
  });
  other.join();
  return sum == 1 ? 0 : 1;
}
