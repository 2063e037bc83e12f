// SPDX-License-Identifier: MIT
// explore:
// It is caught, so all on the way is unwound.
#include <stdexcept>
#include <thread>

struct Joiner {
  std::thread& thread;
  ~Joiner() { thread.join(); }
};

int main() {
  try {
    std::thread other([] {});
    Joiner joiner{other};
    throw std::runtime_error("nothing to read");
  } catch (const std::exception&) {
  }
}
