// SPDX-License-Identifier: MIT
// explore:
#include <cstdlib>
#include <future>

int main() {
  if (std::async(std::launch::async, [] { return 1; }).get() == 1) std::abort();
}
