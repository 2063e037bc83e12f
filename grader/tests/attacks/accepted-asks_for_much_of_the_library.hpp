// SPDX-License-Identifier: MIT
// An honest answer that looks things up, sorts and formats.
#include <time.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <semaphore>
#include <string>
#include <vector>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    std::vector<std::string> words = {"b", "a"};
    std::sort(words.begin(), words.end());
    const char* home = std::getenv("HOME");
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    char text[64];
    std::snprintf(text, sizeof text, "%s %ld %ld", words[0].c_str(), std::strtol("12", nullptr, 10),
                  static_cast<long>(home != nullptr));
    if (std::strlen(text) == 0) return;
    for (int i = 0; i < n_; ++i) {
      if (true) foo_.acquire();
      print();
      bar_.release();
    }
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) {
      bar_.acquire();
      print();
      foo_.release();
    }
  }

 private:
  int n_;
  std::binary_semaphore foo_{1}, bar_{0};
};
