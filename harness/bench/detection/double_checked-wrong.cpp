// SPDX-License-Identifier: MIT
// Wrong: the pointer is published before what it points to is filled in.
// races: allow
// verdict: crash
#include <atomic>
#include <cassert>
#include <mutex>
#include <thread>

struct Settings {
  int size = 0;
};

std::mutex lock;
Settings storage;
Settings* settings = nullptr;

Settings& get() {
  if (settings == nullptr) {
    const std::lock_guard<std::mutex> guard(lock);
    if (settings == nullptr) {
      settings = &storage;
      storage.size = 7;
    }
  }
  return *settings;
}

void use() { assert(get().size == 7); }

int main() {
  std::thread a(use), b(use);
  a.join();
  b.join();
}
