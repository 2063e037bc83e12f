// SPDX-License-Identifier: MIT
// explore: --schedules 500
// join() of the thread that calls it throws.
#include <atomic>
#include <cassert>
#include <system_error>
#include <thread>

int main() {
  std::atomic<bool> assigned{false}, refused{false};
  std::thread own;
  own = std::thread([&] {
    assigned.wait(false);
    try {
      own.join();
    } catch (const std::system_error& error) {
      refused = error.code() == std::errc::resource_deadlock_would_occur;
    }
  });
  assigned = true;
  assigned.notify_one();
  own.join();
  assert(refused);
}
