// SPDX-License-Identifier: MIT
// Courtois, Heymans and Parnas, 1971, their first problem: readers who overlap let no writer in.
// The same program with a door that a waiting writer keeps shut is the look-alike that must not
// warn.
// warns: starvation
#include <kata/kata.hpp>

using std::chrono::milliseconds;

constexpr kata::Remark starves = {"starvation", "a writer waits until the readers stop coming"};
constexpr kata::Remark waits_its_turn = {"starvation", "the same with a door"};

void stream(kata::Schedule& schedule, const kata::Remark& remark, bool with_door) {
  std::mutex mutex;
  std::condition_variable changed;
  int readers = 0, waiting = 0, begun = 0;
  const auto read = [&] {
    {
      std::unique_lock lock(mutex);
      changed.wait(lock, [&] { return !with_door || waiting == 0; });
      ++readers;
      schedule.judge([&] { ++begun; });
    }
    schedule.elapse(milliseconds(3));
    const std::lock_guard lock(mutex);
    if (--readers == 0) changed.notify_all();
  };
  for (int reader = 0; reader < 2; ++reader) {
    schedule.thread("reader", [&, reader] {
      schedule.elapse(milliseconds(2 * reader));
      for (int i = 0; i < 10; ++i) {
        read();
        schedule.elapse(milliseconds(1));
      }
    });
  }
  schedule.thread("writer", [&] {
    schedule.elapse(milliseconds(1));
    schedule.chance(remark);
    std::unique_lock lock(mutex);
    ++waiting;
    changed.wait(lock, [&] { return readers == 0; });
    if (--waiting == 0) changed.notify_all();
    if (schedule.judge([&] { return begun; }) < 10) schedule.reached(remark);
  });
  schedule.join();
}

void readers_first(kata::Schedule& schedule) { stream(schedule, starves, false); }
void in_turn(kata::Schedule& schedule) { stream(schedule, waits_its_turn, true); }

constexpr kata::Options fair = {.time = kata::Time::ideal, .fair = true};
KATA_SCENARIOS(kata::scenario("readers first", readers_first, fair);
               kata::scenario("in turn", in_turn, fair);)
