// SPDX-License-Identifier: MIT
// A pure virtual function is called from a constructor.
#include <kata/kata.hpp>

struct Base {
  Base() { call(); }
  virtual ~Base() = default;
  void call() { value(); }
  virtual int value() = 0;
};
struct Derived : Base {
  int value() override { return 1; }
};

void run(kata::Schedule&) { const Derived derived; }

KATA_SCENARIOS(kata::scenario("run", run);)
