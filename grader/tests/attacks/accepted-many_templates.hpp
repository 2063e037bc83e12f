// SPDX-License-Identifier: MIT
// Deep templates that end.
#include <functional>
#include <semaphore>

template <int n>
struct Sum {
  static constexpr int value = n + Sum<n - 1>::value;
};
template <>
struct Sum<0> {
  static constexpr int value = 0;
};
static_assert(Sum<200>::value == 20100);

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
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
