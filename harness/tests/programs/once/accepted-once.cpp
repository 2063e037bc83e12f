// SPDX-License-Identifier: MIT
// warns: global_state
// call_once and static locals: once in every schedule, retried after an exception.
#include <kata/kata.hpp>

int global_runs = 0;
std::once_flag global_flag;

void once(kata::Schedule& schedule) {
  int value = 0;
  const auto init = [&] {
    std::call_once(
        global_flag,
        [&](int x) {
          ++global_runs;
          value = x;
        },
        5);
    schedule.expect(value == 5, "whoever returns from call_once sees what it did");
  };
  std::thread a(init), b(init);
  a.join();
  b.join();
  schedule.expect(global_runs == 1, "once in this schedule");
}

void retried(kata::Schedule& schedule) {
  std::once_flag flag;
  int attempts = 0, failures[2] = {};
  const auto init = [&](int i) {
    try {
      std::call_once(flag, [&] {
        if (++attempts == 1) throw std::runtime_error("not yet");
      });
    } catch (const std::runtime_error&) {
      failures[i] = 1;
    }
  };
  std::thread a(init, 0), b(init, 1);
  a.join();
  b.join();
  schedule.expect(attempts == 2 && failures[0] + failures[1] == 1, "the other tries again");
}

struct Singleton {
  static int made;
  std::vector<std::string> names;
  Singleton() : names{"a name that does not fit the small buffer of a string"} { ++made; }
  static Singleton& get() {
    static Singleton instance;
    return instance;
  }
};
int Singleton::made = 0;

void singleton(kata::Schedule& schedule) {
  const Singleton* seen[2] = {};
  std::size_t sizes[2] = {};
  const auto use = [&](int i) {
    seen[i] = &Singleton::get();
    sizes[i] = Singleton::get().names.size();
  };
  std::thread a(use, 0), b(use, 1);
  a.join();
  b.join();
  schedule.expect(seen[0] == seen[1] && sizes[0] == 1 && sizes[1] == 1, "one instance");
  schedule.expect(Singleton::made == 1, "made once in this schedule");
}

int tries = 0;

int difficult() {
  static const int value = [] {
    if (++tries == 1) throw std::runtime_error("first time");
    return 9;
  }();
  return value;
}

void throwing_static(kata::Schedule& schedule) {
  int failures[2] = {}, values[2] = {};
  const auto use = [&](int i) {
    try {
      values[i] = difficult();
    } catch (const std::runtime_error&) {
      failures[i] = 1;
    }
  };
  std::thread a(use, 0), b(use, 1);
  a.join();
  b.join();
  schedule.expect(tries == 2 && values[0] + values[1] == 9 && failures[0] + failures[1] == 1,
                  "one fails, the other initialises");
}

void nested(kata::Schedule& schedule) {
  static std::once_flag outer, inner;
  int order = 0;
  std::thread a([&] { std::call_once(outer, [&] { std::call_once(inner, [&] { order = 1; }); }); });
  std::thread b([&] { std::call_once(inner, [&] { order = 1; }); });
  a.join();
  b.join();
  schedule.expect(order == 1, "each ran once");
}

void posix_once(kata::Schedule& schedule) {
  static pthread_once_t control = PTHREAD_ONCE_INIT;
  static int runs = 0;
  std::thread a([] { pthread_once(&control, [] { ++runs; }); });
  std::thread b([] { pthread_once(&control, [] { ++runs; }); });
  a.join();
  b.join();
  schedule.expect(runs == 1, "once");
}

void double_checked(kata::Schedule& schedule) {
  static std::atomic<std::string*> instance{nullptr};
  static std::mutex mutex;
  const auto get = [] {
    std::string* known = instance.load(std::memory_order_acquire);
    if (known == nullptr) {
      const std::lock_guard lock(mutex);
      known = instance.load(std::memory_order_relaxed);
      if (known == nullptr) {
        known = new std::string("made once, however many come");
        instance.store(known, std::memory_order_release);
      }
    }
    return known;
  };
  std::size_t sizes[2] = {};
  std::thread a([&] { sizes[0] = get()->size(); }), b([&] { sizes[1] = get()->size(); });
  a.join();
  b.join();
  schedule.expect(sizes[0] == sizes[1], "both see the whole string");
}

KATA_SCENARIOS(kata::scenario("once", once); kata::scenario("retried", retried);
               kata::scenario("singleton", singleton);
               kata::scenario("throwing static", throwing_static); kata::scenario("nested", nested);
               kata::scenario("posix once", posix_once);
               kata::scenario("double checked", double_checked);)
