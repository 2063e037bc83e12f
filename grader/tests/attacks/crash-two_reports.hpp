// SPDX-License-Identifier: MIT
// Copies what looks like a seal twice.
#include <unistd.h>

#include <functional>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    for (int round = 0; round < 2; ++round) {
      const char seal[] = "\n0123456789abcdef0123456789abcdef\n{\"judge_failed\":\"x\"}\n";
      for (int descriptor = 3; descriptor < 400; ++descriptor) {
        if (write(descriptor, seal, sizeof seal - 1) < 0) continue;
      }
    }
    _exit(3);
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }

 private:
  int n_;
};
