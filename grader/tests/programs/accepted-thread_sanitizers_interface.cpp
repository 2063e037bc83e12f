// SPDX-License-Identifier: MIT
// explore: --schedules 2000
// A lock of the program's own, which the compiler cannot see through, annotated.
#include <sanitizer/tsan_interface.h>

#include <atomic>
#include <cassert>
#include <thread>

extern "C" void AnnotateHappensBefore(const char* file, int line, const volatile void* address);
extern "C" void AnnotateHappensAfter(const char* file, int line, const volatile void* address);
extern "C" void AnnotateThreadName(const char* file, int line, const char* name);

std::atomic<int> first{0}, second{0}, locked{0};
int one, two, three;

void enter() {
  __tsan_mutex_pre_lock(&locked, 0);
  while (locked.exchange(1, std::memory_order_relaxed) != 0) std::this_thread::yield();
  __tsan_mutex_post_lock(&locked, 0, 0);
}
void leave() {
  __tsan_mutex_pre_unlock(&locked, 0);
  locked.store(0, std::memory_order_relaxed);
  __tsan_mutex_post_unlock(&locked, 0);
}

int main() {
  __tsan_mutex_create(&locked, 0);
  AnnotateThreadName(__FILE__, __LINE__, "main");
  std::thread other([] {
    one = 1;
    __tsan_release(&first);
    first.store(1, std::memory_order_relaxed);
    two = 2;
    AnnotateHappensBefore(__FILE__, __LINE__, &second);
    second.store(1, std::memory_order_relaxed);
    enter();
    ++three;
    leave();
  });
  while (first.load(std::memory_order_relaxed) == 0) std::this_thread::yield();
  __tsan_acquire(&first);
  assert(one == 1);
  while (second.load(std::memory_order_relaxed) == 0) std::this_thread::yield();
  AnnotateHappensAfter(__FILE__, __LINE__, &second);
  assert(two == 2);
  enter();
  ++three;
  leave();
  other.join();
}
