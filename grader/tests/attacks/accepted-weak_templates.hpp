// SPDX-License-Identifier: MIT
// Instances of the library's templates, which are weak.
#include <functional>
#include <map>
#include <semaphore>
#include <string>
#include <vector>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    std::map<std::string, std::vector<int>> map;
    map["a"].push_back(1);
    std::function<int(int)> twice = [](int n) { return 2 * n; };
    if (twice(map["a"][0]) != 2) return;
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
