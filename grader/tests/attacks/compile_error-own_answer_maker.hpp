// SPDX-License-Identifier: MIT
// Another maker of answers.
#include <functional>

extern "C" {
extern void* const kata_make_answer;
void* const kata_make_answer = nullptr;
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
