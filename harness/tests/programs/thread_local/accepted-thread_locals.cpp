// SPDX-License-Identifier: MIT
// warns: global_state
// thread_local variables: fresh in every thread and schedule, with constructors and destructors.
#include <kata/kata.hpp>

thread_local int count = 5;
thread_local std::vector<int> list{1, 2};
std::atomic<int> made{0}, gone{0};

struct Tracked {
  Tracked() { ++made; }
  ~Tracked() { ++gone; }
  std::string text = "a text that needs memory of its own to live in";
  int value = 0;
};

thread_local Tracked tracked;

void fresh(kata::Schedule& schedule) {
  schedule.expect(count == 5 && list.size() == 2, "fresh in this schedule");
  const auto work = [&] {
    schedule.expect(count == 5 && list.size() == 2, "fresh in this thread");
    count = 9;
    list.push_back(3);
    std::this_thread::yield();
    schedule.expect(count == 9 && list.size() == 3, "nobody else changes it");
  };
  std::thread a(work), b(work);
  work();
  a.join();
  b.join();
}

void destructors(kata::Schedule& schedule) {
  const auto work = [] { tracked.value = static_cast<int>(tracked.text.size()); };
  std::thread a(work), b(work);
  std::thread never([] {});
  a.join();
  b.join();
  never.join();
  schedule.expect(made == 2 && gone == 2, "made on first use, gone at the thread's end");
}

void of_main(kata::Schedule& schedule) {
  tracked.value = 1;
  schedule.expect(made == 1 && gone == 0, "the main thread has one too");
}

int next_number() {
  thread_local int number = 0;
  return ++number;
}

void in_function(kata::Schedule& schedule) {
  const auto work = [&] {
    schedule.expect(next_number() == 1 && next_number() == 2, "each thread counts for itself");
  };
  std::thread a(work), b(work);
  a.join();
  b.join();
}

struct InClass {
  static thread_local int depth;
  static inline thread_local std::map<int, int> memo;
};
thread_local int InClass::depth = 0;

void in_class(kata::Schedule& schedule) {
  const auto work = [&](int me) {
    ++InClass::depth;
    InClass::memo[me] = me;
    schedule.expect(InClass::depth == 1 && InClass::memo.size() == 1, "a thread's own");
  };
  std::thread a(work, 1), b(work, 2);
  a.join();
  b.join();
}

void shared_by_pointer(kata::Schedule& schedule) {
  // A pointer to a thread_local may be handed to another thread, with synchronisation.
  std::binary_semaphore given(0), taken(0);
  int* pointer = nullptr;
  std::thread owner([&] {
    count = 7;
    pointer = &count;
    given.release();
    taken.acquire();
    schedule.expect(count == 8, "the other changed it");
  });
  given.acquire();
  ++*pointer;
  taken.release();
  owner.join();
  schedule.expect(count == 5, "mine is untouched");
}

void errors(kata::Schedule& schedule) {
  errno = 0;
  std::thread other([] { errno = EINVAL; });
  other.join();
  schedule.expect(errno == 0, "errno is thread-local");
}

KATA_SCENARIOS(kata::scenario("fresh", fresh); kata::scenario("destructors", destructors);
               kata::scenario("of main", of_main); kata::scenario("in function", in_function);
               kata::scenario("in class", in_class);
               kata::scenario("shared by pointer", shared_by_pointer);
               kata::scenario("errors", errors);)
