// SPDX-License-Identifier: MIT
// explore:
// main's thread-local objects end with main, before global ones.
#include <unistd.h>

#include <thread>

bool local_is_gone = false;

struct Global {
  ~Global() {
    if (local_is_gone) _exit(9);
  }
} global;

struct Local {
  int uses = 0;
  ~Local() { local_is_gone = true; }
};
thread_local Local local;

int main() {
  ++local.uses;
  std::thread([] {}).join();
}
