// SPDX-License-Identifier: MIT
// Right: the pointer is published when what it points to is filled in.
// races: allow
#include <atomic>
#include <cassert>
#include <mutex>
#include <thread>

struct Settings {
  int size = 0;
};

std::mutex lock;
Settings storage;
std::atomic<Settings*> settings{nullptr};

Settings& get() {
  if (settings == nullptr) {
    const std::lock_guard<std::mutex> guard(lock);
    if (settings == nullptr) {
      storage.size = 7;
      settings = &storage;
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
