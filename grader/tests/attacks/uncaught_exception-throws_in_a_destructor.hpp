// SPDX-License-Identifier: MIT
// An exception leaves a destructor while another is on its way.
#include <functional>
#include <stdexcept>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    struct Bad {
      ~Bad() noexcept(false) { throw std::runtime_error("second"); }
    };
    const Bad bad;
    throw std::runtime_error("first");
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }

 private:
  int n_;
};
