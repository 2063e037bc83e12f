// SPDX-License-Identifier: MIT
// What holds for one atomic even if all is relaxed: nobody goes back to an older value, not even by
// way of another thread; a read-modify-write sees the latest; what happened before is seen; a spin
// ends.
// warns: busy_wait
#include <kata/kata.hpp>

using std::memory_order;

constexpr auto relaxed = memory_order::relaxed;

void never_back(kata::Schedule& schedule) {
  std::atomic<int> x{0};
  std::thread writer([&] {
    for (int i = 1; i <= 3; ++i) x.store(i, relaxed);
  });
  std::thread reader([&] {
    int last = 0;
    for (int i = 0; i < 4; ++i) {
      const int now = x.load(relaxed);
      schedule.expect(now >= last, "no older value after a newer one");
      last = now;
    }
  });
  writer.join();
  reader.join();
  schedule.expect(x.load(relaxed) == 3, "what a joined thread stored is seen");
}

void handed_on(kata::Schedule& schedule) {
  std::atomic<int> x{0};
  std::atomic<int> told{0};
  std::thread writer([&] { x.store(1, relaxed); });
  std::thread middle([&] {
    if (x.load(relaxed) == 1) told.store(1, memory_order::release);
  });
  std::thread reader([&] {
    if (told.load(memory_order::acquire) == 1) {
      schedule.expect(x.load(relaxed) == 1, "what was seen before is seen after");
    }
  });
  writer.join();
  middle.join();
  reader.join();
}

void counted(kata::Schedule& schedule) {
  std::atomic<int> count{0}, won{0};
  const auto add = [&] {
    for (int i = 0; i < 3; ++i) count.fetch_add(1, relaxed);
    int expected = 0;
    if (won.compare_exchange_strong(expected, 1, relaxed)) return;
    schedule.expect(expected == 1, "who loses sees who won");
    schedule.expect(won.load(relaxed) == 1, "and goes on seeing it");
  };
  std::thread a(add), b(add);
  a.join();
  b.join();
  schedule.expect(count.load(relaxed) == 6, "no count is lost");
}

void under_a_lock(kata::Schedule& schedule) {
  std::mutex mutex;
  std::atomic<int> x{0};
  const auto step = [&] {
    const std::lock_guard lock(mutex);
    x.store(x.load(relaxed) + 1, relaxed);
  };
  std::thread a(step), b(step);
  a.join();
  b.join();
  schedule.expect(x.load(relaxed) == 2, "a lock orders what is relaxed under it");
}

void own_store(kata::Schedule& schedule) {
  std::atomic<int> x{0};
  std::thread other([&] { x.store(1, relaxed); });
  x.store(2, relaxed);
  const int seen = x.load(relaxed);
  schedule.expect(seen != 0, "one's own store is seen, or a later one");
  other.join();
}

void spin(kata::Schedule&) {
  std::atomic<bool> stop{false};
  std::thread spinner([&] {
    while (!stop.load(relaxed)) std::this_thread::yield();
  });
  stop.store(true, relaxed);
  spinner.join();
}

void made_again(kata::Schedule& schedule) {
  for (int round = 0; round < 2; ++round) {
    std::atomic<int> x{10 * round};
    std::thread other([&] { x.store(10 * round + 1, relaxed); });
    const int seen = x.load(relaxed);
    schedule.expect(seen / 10 == round, "a new object does not remember an old one");
    other.join();
  }
}

KATA_SCENARIOS(kata::scenario("never back", never_back); kata::scenario("handed on", handed_on);
               kata::scenario("counted", counted); kata::scenario("under a lock", under_a_lock);
               kata::scenario("own store", own_store); kata::scenario("spin", spin);
               kata::scenario("made again", made_again);)
