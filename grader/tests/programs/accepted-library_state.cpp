// SPDX-License-Identifier: MIT
// explore:
// What libraries keep for a process must not run out, or differ, over ten thousand schedules.
#include <cassert>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>
#include <mutex>
#include <thread>

std::mutex lock;
double drawn = 0;

int main() {
  FILE* left_open = std::fopen("/dev/null", "r");
  assert(left_open != nullptr);
  std::thread other([] {
    const std::lock_guard<std::mutex> guard(lock);
    std::cout << "drawing" << std::endl;
    drawn += drand48();
  });
  char* name = strdup("somebody");
  assert(std::strcmp(name, "somebody") == 0);
  std::free(name);
  assert(std::strcmp(strndup("somebody", 4), "some") == 0);
  {
    const std::lock_guard<std::mutex> guard(lock);
    std::cout << "still " << drawn << '\n';
  }
  other.join();
  srand48(5);
  const long first = lrand48();
  srand48(5);
  assert(first == lrand48() && first >= 0);
  int number = 0;
  assert(!(std::cin >> number) && std::getchar() == EOF);
}
