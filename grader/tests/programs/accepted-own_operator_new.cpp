// SPDX-License-Identifier: MIT
// explore: --schedules 2000
// A program that counts its allocations. What the library allocates outlives the schedule.
#include <atomic>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <new>
#include <sstream>
#include <thread>

std::atomic<int> allocations{0};

void* operator new(std::size_t size) {
  ++allocations;
  if (void* memory = std::malloc(size)) return memory;
  throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

int main() {
  const auto allocate = [] { return *std::make_unique<int>(1); };
  std::thread one(allocate), two(allocate);
  one.join();
  two.join();
  std::ostringstream text;
  text.imbue(std::locale("C"));
  text << 1.5 << std::string(100, 'x');
  std::cout << text.str() << std::endl;
  return allocations < 2;
}
