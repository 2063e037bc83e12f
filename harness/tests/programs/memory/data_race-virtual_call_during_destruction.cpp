// SPDX-License-Identifier: MIT
// An object is destroyed while another thread calls a virtual function of it.
#include <kata/kata.hpp>

struct Base {
  virtual ~Base() = default;
  virtual int value() { return 1; }
};
struct Derived : Base {
  int value() override { return 2; }
};

void run(kata::Schedule& schedule) {
  Base* object = new Derived;
  std::thread other([=] { delete object; });
  schedule.expect(object->value() > 0, "it calls");
  other.join();
}

KATA_SCENARIOS(kata::scenario("run", run);)
