// SPDX-License-Identifier: MIT
// An exception whose text is no UTF-8.
#include <functional>
#include <stdexcept>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    throw std::runtime_error("\xff\xfe\xc0\x80\x01\x7f");
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }

 private:
  int n_;
};
