// SPDX-License-Identifier: MIT
// Lists, maps and sets walked in both directions come out as the standard says; threads may walk
// over them together, and change elements that others do not look at.
#include <kata/kata.hpp>

void orders(kata::Schedule& schedule) {
  std::set<int> set;
  std::vector<int> expected;
  for (int i = 0; i < 40; ++i) set.insert(i * 17 % 40);
  for (int i = 0; i < 40; i += 3) set.erase(i);
  for (int i = 0; i < 40; ++i) {
    if (i % 3 != 0) expected.push_back(i);
  }
  schedule.expect(std::equal(set.begin(), set.end(), expected.begin(), expected.end()), "forwards");
  schedule.expect(std::equal(set.rbegin(), set.rend(), expected.rbegin(), expected.rend()),
                  "backwards");
  const std::map<int, int> one{{1, 2}};
  schedule.expect(std::next(one.begin()) == one.end() && std::prev(one.end()) == one.begin(),
                  "one");
  std::list<int> list(expected.begin(), expected.end()), other{7};
  list.reverse();
  schedule.expect(std::equal(list.begin(), list.end(), expected.rbegin(), expected.rend()),
                  "reversed");
  list.swap(other);
  schedule.expect(list.size() == 1 && list.front() == 7 && other.size() == expected.size(),
                  "swapped");
}

void together(kata::Schedule& schedule) {
  std::map<int, int> map{{1, 0}, {2, 0}, {3, 0}, {4, 0}};
  const auto raise = [&](int first) {
    for (auto it = map.begin(); it != map.end(); ++it) {
      if (it->first % 2 == first) ++it->second;
    }
    int last = 0;
    for (auto it = map.rbegin(); it != map.rend(); ++it) last = it->first;
    schedule.expect(last == 1, "all the way back");
  };
  std::thread a(raise, 0), b(raise, 1);
  a.join();
  b.join();
  for (const auto& [key, value] : map) schedule.expect(value == 1, "each is raised once");
}

KATA_SCENARIOS(kata::scenario("orders", orders); kata::scenario("together", together);)
