// SPDX-License-Identifier: MIT
// explore:
// A machine that is busy is late by a tenth of a second.
#include <cassert>
#include <chrono>
#include <future>

using namespace std::chrono_literals;

int main() {
  auto answer = std::async(std::launch::async, [] { return 1; });
  assert(answer.wait_for(100ms) == std::future_status::ready);
}
