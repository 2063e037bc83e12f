// SPDX-License-Identifier: MIT
// explore:
// Globals, statics, thread-locals and the heap that global objects own are new in each schedule.
#include <cassert>
#include <map>
#include <string>
#include <thread>

std::map<std::string, int> table{{"one", 1}};
int plain = 5;
thread_local int mine = 1;

int& made_once() {
  static int value = ++plain;
  return value;
}

int main(int, char**) {
  assert(table.size() == 1 && plain == 5 && mine == 1);
  std::thread other([] {
    assert(mine == 1);
    ++mine;
  });
  other.join();
  ++mine;
  table["two"] = 2;
  table.erase("one");
  assert(made_once() == 6);
  return 0;
}
