// SPDX-License-Identifier: MIT
// An exception with a text of 3 MB and escapes of terminals.
#include <functional>
#include <stdexcept>
#include <string>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    throw std::runtime_error(std::string(3 << 20, 'x') + "\033[2J\033[1;32maccepted");
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }

 private:
  int n_;
};
