// SPDX-License-Identifier: MIT
// explore: --late 0 --schedules 5000
// Where no thread is late, a limit of a tenth of a second is kept.
#include <cassert>
#include <chrono>
#include <future>

using namespace std::chrono_literals;

int main() {
  auto answer = std::async(std::launch::async, [] { return 1; });
  assert(answer.wait_for(100ms) == std::future_status::ready);
}
