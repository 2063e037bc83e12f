// SPDX-License-Identifier: MIT
// Its own functions are called as those of libraries in its own namespaces.
#include <functional>
#include <semaphore>

namespace mine {
int write(int n) { return n; }
int lock(int n) { return write(n); }
}  // namespace mine
static int free(int n, int) { return mine::lock(n); }
static const int unused = free(1, 2);

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
