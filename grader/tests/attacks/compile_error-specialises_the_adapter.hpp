// SPDX-License-Identifier: MIT
// Specialises the adapter for its own class.
#include <functional>

namespace kata_oracle {
template <class T>
struct Adapter;
}  // namespace kata_oracle

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
