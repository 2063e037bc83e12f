// SPDX-License-Identifier: MIT
// explore:
#include <cstdlib>
#include <new>
#include <thread>

void* operator new(std::size_t size) { return std::malloc(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

int main() {
  int* number = new int(1);
  std::thread other([number] { delete number; });
  other.join();
  delete number;
}
