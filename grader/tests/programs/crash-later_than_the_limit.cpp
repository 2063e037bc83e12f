// SPDX-License-Identifier: MIT
// explore: --late 60
// A machine that is very busy is late by ten seconds.
#include <cassert>
#include <chrono>
#include <future>

using namespace std::chrono_literals;

int main() {
  auto answer = std::async(std::launch::async, [] { return 1; });
  assert(answer.wait_for(10s) == std::future_status::ready);
}
