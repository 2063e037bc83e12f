// SPDX-License-Identifier: MIT
// A section that the linker reads.
#include <functional>

__attribute__((section(".note.gnu.build-id"), used)) const int note = 1;

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }

 private:
  int n_;
};
