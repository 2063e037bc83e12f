// SPDX-License-Identifier: MIT
// manual_reset_event: every call is recorded, and some order of the calls must explain all results.
// That a thread waits already when set() is called is certain only in ideal time, a while after it
// began: there a pulse (set, and clear at once) must release it.
#include <kata/history.hpp>

#include "answer.hpp"

namespace kata_oracle {

using std::chrono::milliseconds;
using std::chrono::nanoseconds;

// How late a call may be in ideal time: a thread that looks now and then is right, too.
constexpr milliseconds kGrace(20);

constexpr milliseconds kTimeouts[] = {milliseconds(10), milliseconds(50), milliseconds(0),
                                      milliseconds(-10)};

enum class Kind { set, clear, is_set, wait, wait_for };

struct Operation {
  Kind kind;
  bool result = true;
  milliseconds timeout{0};

  std::string begun() const {
    switch (kind) {
      case Kind::set:
        return "set()";
      case Kind::clear:
        return "clear()";
      case Kind::is_set:
        return "is_set()";
      case Kind::wait:
        return "wait()";
      case Kind::wait_for:
        break;
    }
    return "wait_for(" + std::to_string(timeout.count()) + "ms)";
  }
  std::string ended() const {
    const bool has_result = kind == Kind::is_set || kind == Kind::wait_for;
    return begun() + (has_result ? (result ? " = true" : " = false") : "");
  }
  void seal(kata::Seal& seal) const { seal(kind, result, timeout); }
};

struct State {
  bool is_set = false;

  bool apply(const Operation& operation) {
    if (operation.kind == Kind::set) is_set = true;
    if (operation.kind == Kind::clear) is_set = false;
    return operation.kind == Kind::clear || operation.result == is_set;
  }
  auto operator<=>(const State&) const = default;
};

// Calls the event and keeps the books, which are written under judge() only.
class Client {
 public:
  explicit Client(kata::Schedule& schedule)
      : schedule_(schedule), history_(schedule), event_(make_answer()) {}

  void set() {
    record(Kind::set, [&] { event_->set(); });
  }
  void clear() {
    record(Kind::clear, [&] { event_->clear(); });
  }
  void wait() {
    record(Kind::wait, [&] { event_->wait(); });
  }

  bool is_set() {
    Operation operation{.kind = Kind::is_set};
    const std::size_t call = history_.begin(operation);
    operation.result = schedule_.ask([&] { return std::as_const(*event_).is_set(); });
    history_.end(call, operation);
    return operation.result;
  }

  bool wait_for(milliseconds timeout) {
    Operation operation{.kind = Kind::wait_for, .timeout = timeout};
    const std::size_t call = history_.begin(operation);
    const nanoseconds begun = schedule_.now();
    operation.result = schedule_.ask([&] { return event_->wait_for(timeout); });
    const nanoseconds waited = schedule_.now() - begun;
    history_.end(call, operation);
    schedule_.expect(operation.result || waited >= timeout,
                     [&] { return operation.ended() + " returned after " + in_ms(waited); });
    return operation.result;
  }

  // For what a scenario counts itself.
  void count() {
    schedule_.judge([&] { ++counted_; });
  }
  int counted() {
    return schedule_.judge([&] { return counted_; });
  }

  void seal(kata::Seal& seal) const { seal(counted_); }

  // Call it when all threads have been joined.
  void check_history() {
    history_.expect_explained_by(State{}, [] { return "an event that starts cleared"; });
  }

  static std::string in_ms(nanoseconds time) {
    return std::to_string(std::chrono::duration_cast<milliseconds>(time).count()) + " ms";
  }

 private:
  template <class Call>
  void record(Kind kind, Call call) {
    const std::size_t number = history_.begin({.kind = kind});
    schedule_.ask(call);
    history_.end(number, {.kind = kind});
  }

  kata::Schedule schedule_;
  kata::History<Operation> history_;
  int counted_ = 0;
  kata::Sealed sealed_{*this};
  std::unique_ptr<Answer> event_;
};

milliseconds draw_timeout(kata::Schedule& schedule) {
  return kTimeouts[schedule.draw("time-out", 0, int(std::size(kTimeouts)) - 1)];
}

void start(kata::Schedule& schedule,
           const std::vector<std::pair<std::string, std::function<void()>>>& bodies) {
  for (const int i : schedule.permutation(int(bodies.size()))) {
    schedule.thread(bodies[std::size_t(i)].first, bodies[std::size_t(i)].second);
  }
}

// Threads wait, and one sets the event. What it did before is visible to all of them.
void set_once(kata::Schedule& schedule) {
  constexpr const char* kWhat = "what comes before set() and after wait()";
  const int waiters = schedule.draw("threads that wait", 1, 4);
  Client client(schedule);
  std::vector<char> places(static_cast<std::size_t>(waiters));
  std::vector<std::pair<std::string, std::function<void()>>> bodies;
  for (int i = 0; i < waiters; ++i) {
    const bool timed = schedule.flip("by wait_for() first");
    const milliseconds timeout = draw_timeout(schedule);
    bodies.emplace_back("waiter " + std::to_string(i + 1), [=, &schedule, &client, &places] {
      if (!timed || !client.wait_for(timeout)) client.wait();
      schedule.touch(&places[std::size_t(i)], kWhat);
    });
  }
  bodies.emplace_back("setter", [=, &schedule, &client, &places] {
    for (const char& place : places) schedule.touch(&place, kWhat);
    client.set();
  });
  start(schedule, bodies);
  schedule.join();
  client.is_set();
  client.check_history();
}

// One thread sets and clears the event, others wait for it; in the end it is set.
void set_and_cleared(kata::Schedule& schedule) {
  const int waiters = schedule.draw("threads that wait", 1, 3);
  const int rounds = schedule.draw("times that it is set and cleared", 0, 2);
  const bool looks = schedule.flip("is_set() in between");
  const bool clears_first = schedule.flip("clear() before set()");
  Client client(schedule);
  for (int i = 1; i <= waiters; ++i) {
    const int times = schedule.draw("waits of each thread", 1, 2);
    const milliseconds timeout = draw_timeout(schedule);
    const bool timed = schedule.flip("by wait_for() first");
    schedule.thread("waiter " + std::to_string(i), [=, &client] {
      for (int k = 0; k < times; ++k) {
        if (!timed || !client.wait_for(timeout)) client.wait();
      }
    });
  }
  // While threads wait, no other call may wait for them.
  if (looks) client.is_set();
  if (clears_first) client.clear();
  for (int round = 0; round < rounds; ++round) {
    client.set();
    if (looks) client.is_set();
    client.clear();
  }
  client.set();
  schedule.join();
  client.check_history();
}

// Threads call what does not wait for long, in any order.
void any_order(kata::Schedule& schedule) {
  const int threads = schedule.draw("threads", 1, 3);
  Client client(schedule);
  for (int i = 1; i <= threads; ++i) {
    std::vector<std::function<void()>> steps;
    const int count = schedule.draw("calls", 1, 4);
    for (int k = 0; k < count; ++k) {
      switch (schedule.draw("0 set, 1 is_set, 2 clear, 3 wait_for", 0, 3)) {
        case 0:
          steps.emplace_back([&client] { client.set(); });
          break;
        case 1:
          steps.emplace_back([&client] { client.is_set(); });
          break;
        case 2:
          steps.emplace_back([&client] { client.clear(); });
          break;
        default:
          steps.emplace_back(
              [&client, timeout = draw_timeout(schedule)] { client.wait_for(timeout); });
      }
    }
    schedule.thread("thread " + std::to_string(i), [steps] {
      for (const auto& step : steps) step();
    });
  }
  schedule.join();
  client.is_set();
  client.wait_for(milliseconds(0));
  client.check_history();
}

// One thread: what each call returns is known, and that none waits.
void one_thread(kata::Schedule& schedule) {
  Client client(schedule);
  client.is_set();
  client.wait_for(draw_timeout(schedule));
  const int times = schedule.draw("times", 1, 2);
  for (int i = 0; i < times; ++i) {
    client.set();
    client.wait();
    client.wait_for(draw_timeout(schedule));
    client.is_set();
    client.clear();
    client.is_set();
    client.wait_for(draw_timeout(schedule));
  }
  client.check_history();
}

// Ideal time: threads wait when set() and clear() come, one right after the other. All that waited
// are released; a thread that comes later is not. Before that, the same threads are released by a
// set() that stays: an answer that does not even do that sleeps there.
void pulse(kata::Schedule& schedule) {
  constexpr milliseconds a_while(10);
  constexpr milliseconds timeout(50);
  const int waiters = schedule.draw("threads that wait", 1, 3);
  const bool set_again = schedule.flip("set() again after clear()");
  const bool late = !set_again && schedule.flip("a thread comes after it");
  Client client(schedule);
  sem_t cleared;
  sem_init(&cleared, 0, 0);
  for (int i = 1; i <= waiters; ++i) {
    schedule.thread("waiter " + std::to_string(i), [&client] { client.wait(); });
  }
  schedule.elapse(a_while);
  client.set();
  schedule.join();
  client.clear();
  for (int i = 1; i <= waiters; ++i) {
    const bool timed = schedule.flip("by wait_for()");
    schedule.thread("waiter " + std::to_string(i), [=, &schedule, &client] {
      bool released = true;
      if (timed) {
        released = client.wait_for(timeout);
      } else {
        client.wait();
      }
      schedule.expect(released,
                      "wait_for() returned false; the event had been set while it waited");
      client.count();
    });
  }
  if (late) {
    schedule.thread("late waiter", [=, &schedule, &client, &cleared] {
      sem_wait(&cleared);
      const nanoseconds begun = schedule.now();
      const bool released = client.wait_for(timeout);
      const nanoseconds waited = schedule.now() - begun;
      schedule.expect(!released, "wait_for() returned true; the event was cleared when it began");
      schedule.expect(waited <= timeout + kGrace, [&] {
        return "wait_for(50ms) returned false after " + Client::in_ms(waited);
      });
    });
  }
  schedule.elapse(a_while);
  const nanoseconds asked = schedule.now();
  client.wait_for(milliseconds(schedule.flip("a time-out below 0") ? -10 : 0));
  schedule.expect(schedule.now() == asked, "wait_for() with a time-out of 0 or less waited");
  client.set();
  client.clear();
  sem_post(&cleared);
  if (set_again) client.set();
  schedule.elapse(kGrace);
  const int left = waiters - client.counted();
  schedule.expect(left == 0, [&] {
    return std::to_string(left) + " of " + std::to_string(waiters) +
           " threads that waited when set() was called has not returned 20 ms later; clear() had "
           "followed at once";
  });
  schedule.join();
  sem_destroy(&cleared);
  client.check_history();
}

}  // namespace kata_oracle

KATA_JUDGE(kata::scenario("set once", kata_oracle::set_once, {.weight = 4});
           kata::scenario("set and cleared", kata_oracle::set_and_cleared, {.weight = 3});
           kata::scenario("any order", kata_oracle::any_order, {.weight = 4});
           kata::scenario("one thread", kata_oracle::one_thread, {.weight = 1});
           kata::scenario("pulse", kata_oracle::pulse, {.time = kata::Time::ideal, .weight = 3});)
