// SPDX-License-Identifier: MIT
// Static objects that are made in a schedule and then only read, or not by the submission's hand:
// nothing of that is state that two objects would share.
#include <kata/kata.hpp>

const std::map<std::string, int>& values() {
  static const std::map<std::string, int> table{{"a name that needs memory of its own", 1}};
  return table;
}

// The destructor, which runs when the schedule is over, changes it.
struct Emptied {
  int value = 7;
  ~Emptied() { value = 0; }
};

int seven() {
  static const Emptied made;
  static const int drawn = made.value + std::rand() * 0;
  return drawn;
}

struct Pool {
  inline static const std::vector<int> sizes{1, 2, 3};
  inline static thread_local int mine = 0;
};

void run(kata::Schedule& schedule) {
  static constexpr int expected = 7;
  const auto look = [&] {
    schedule.expect(values().size() == 1 && seven() == expected, "as they were made");
    Pool::mine += Pool::sizes[0];
  };
  schedule.thread("one", look);
  schedule.thread("other", look);
  schedule.join();
  std::cout << "what the library changes of its own" << std::endl;
}

KATA_SCENARIOS(kata::scenario("run", run);)
