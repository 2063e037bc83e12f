// SPDX-License-Identifier: MIT
// warns: global_state
// Globals and statics are fresh in every schedule, whatever they hold.
#include <kata/kata.hpp>

int counter = 0;
std::vector<int> list;
std::map<std::string, int> dictionary{{"made before main, with a key that needs memory", 1}};
std::string text = "made before main, and long enough to be on the heap";
std::unique_ptr<int> owner;
std::mutex mutex;
std::atomic<int> atomic{0};

void grown(kata::Schedule& schedule) {
  schedule.expect(++counter == 1, "a counter starts at 0 in every schedule");
  schedule.expect(list.empty() && dictionary.size() == 1 && text.size() == 51, "as at first");
  schedule.expect(owner == nullptr && ++atomic == 1, "all of them");
  std::thread a([] {
    const std::lock_guard lock(mutex);
    for (int i = 0; i < 20; ++i) list.push_back(i);
    dictionary["another key that needs memory of its own"] = 2;
  });
  std::thread b([] {
    const std::lock_guard lock(mutex);
    text += text;
    owner = std::make_unique<int>(4);
    dictionary.erase("made before main, with a key that needs memory");
  });
  a.join();
  b.join();
  schedule.expect(list.size() == 20 && dictionary.size() == 1 && text.size() == 102, "grown");
}

int count_calls() {
  static int calls = 0;
  static std::vector<std::string> log;
  log.push_back("a line that is long enough to need memory of its own");
  return ++calls + static_cast<int>(log.size());
}

void in_functions(kata::Schedule& schedule) {
  schedule.expect(count_calls() == 2 && count_calls() == 4, "statics of functions too");
}

struct Registry {
  static inline std::set<int> known;
  static inline int instances = 0;
  Registry() { ++instances; }
  ~Registry() { --instances; }
};
Registry global_registry;

void in_classes(kata::Schedule& schedule) {
  schedule.expect(Registry::instances == 1 && Registry::known.empty(), "and of classes");
  Registry::known.insert(1);
  static Registry leaks;
  schedule.expect(Registry::instances == 2, "one more");
}

KATA_SCENARIOS(kata::scenario("grown", grown); kata::scenario("in functions", in_functions);
               kata::scenario("in classes", in_classes);)
