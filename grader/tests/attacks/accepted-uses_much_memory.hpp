// SPDX-License-Identifier: MIT
// Memory of 4 MB that it frees.
#include <functional>
#include <semaphore>
#include <vector>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    std::vector<char> room(4 << 20, 1);
    if (room.back() != 1) return;
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
