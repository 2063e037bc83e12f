// SPDX-License-Identifier: MIT
// counting_semaphore: a call of release() counts from its begin, and a call that takes a permit
// from its return. So the books never blame an answer for an order that it does not decide.
#include <kata/kata.hpp>

#include "answer.hpp"

namespace kata_oracle {

using std::chrono::milliseconds;
using std::chrono::nanoseconds;

// try_acquire() may fail for no reason, but not for ever: one exchange in eight does, where the
// engine decides.
constexpr int kEnoughTries = 64;
// How late a call may be in ideal time: a thread that looks now and then is right, too.
constexpr milliseconds kGrace(20);

constexpr milliseconds kStep(5);

constexpr milliseconds kTimeouts[] = {milliseconds(10),  milliseconds(50),  milliseconds(0),
                                      milliseconds(200), milliseconds(-10), milliseconds(1)};

// Calls the semaphore and keeps the books, which are written under judge() only.
class Client {
 public:
  Client(kata::Schedule& schedule, int permits)
      : schedule_(schedule), semaphore_(make_answer(permits)), there_were_(permits) {}

  void acquire() {
    schedule_.dawdle();
    schedule_.ask([&] { semaphore_->acquire(); });
    note_taken("acquire() returned");
  }

  bool try_acquire() {
    schedule_.dawdle();
    if (!schedule_.ask([&] { return semaphore_->try_acquire(); })) return false;
    note_taken("try_acquire() returned true");
    return true;
  }

  bool try_acquire_for(milliseconds timeout) {
    schedule_.dawdle();
    const nanoseconds begun = schedule_.now();
    if (schedule_.ask([&] { return semaphore_->try_acquire_for(timeout); })) {
      note_taken("try_acquire_for() returned true");
      return true;
    }
    const nanoseconds waited = schedule_.now() - begun;
    schedule_.expect(waited >= timeout,
                     [&] { return words(timeout) + " returned false after " + in_ms(waited); });
    return false;
  }

  void release(int n) {
    schedule_.judge([&] { there_were_ += n; });
    schedule_.dawdle();
    schedule_.ask([&] {
      if (n == 1) {
        semaphore_->release();
      } else {
        semaphore_->release(n);
      }
    });
  }

  // For a thread that is the only one to use the semaphore.
  void try_until_taken() {
    for (int i = 0; i < kEnoughTries; ++i) {
      if (try_acquire()) return;
    }
    schedule_.fail("try_acquire() returned false " + std::to_string(kEnoughTries) +
                   " times in a row; there was a permit, and no other thread used the semaphore");
  }

  static std::string words(milliseconds timeout) {
    return "try_acquire_for(" + std::to_string(timeout.count()) + "ms)";
  }
  static std::string in_ms(nanoseconds time) {
    return std::to_string(std::chrono::duration_cast<milliseconds>(time).count()) + " ms";
  }

  // A permit that was released was taken again by the thread that released it.
  void note_stolen() {
    schedule_.judge([&] { stolen_ = true; });
  }
  bool is_stolen() {
    return schedule_.judge([&] { return stolen_; });
  }

  void seal(kata::Seal& seal) const { seal(there_were_, taken_, stolen_); }

 private:
  void note_taken(const char* how) {
    const std::string complaint = schedule_.judge([&]() -> std::string {
      if (++taken_ <= there_were_) return "";
      return std::string(how) + " in " + std::string(schedule_.role()) + ", which makes " +
             std::to_string(taken_) + " permits taken so far; permits there were " +
             std::to_string(there_were_) + ", with those of all calls of release()";
    });
    if (!complaint.empty()) schedule_.fail(complaint);
  }

  kata::Schedule schedule_;
  std::unique_ptr<Answer> semaphore_;
  int there_were_;  // initial permits, and those of every release() that has begun
  int taken_ = 0;   // so far, given back or not
  bool stolen_ = false;
  kata::Sealed sealed_{*this};
};

enum class Way { acquire, try_first, timed_first };

Way draw_way(kata::Schedule& schedule) {
  return Way(schedule.draw("0 acquire, 1 try first, 2 with a time-out first", 0, 2));
}

// Takes a permit that is sure to come.
void take(Client& client, Way way, milliseconds timeout) {
  if (way == Way::try_first && client.try_acquire()) return;
  if (way == Way::timed_first && client.try_acquire_for(timeout)) return;
  client.acquire();
}

milliseconds draw_timeout(kata::Schedule& schedule) {
  return kTimeouts[schedule.draw("time-out", 0, int(std::size(kTimeouts)) - 1)];
}

// Threads take a permit and give it back; some take a second one if it is there. Or they do without
// if none comes in time. In the end all permits are there again.
void take_and_give_back(kata::Schedule& schedule) {
  const int permits = schedule.draw("permits", 1, 3);
  const int threads = schedule.draw("threads", 1, 4);
  const int rounds = schedule.draw("rounds", 1, 2);
  Client client(schedule, permits);
  char inside = 0;
  for (const int thread : schedule.permutation(threads)) {
    const Way way = draw_way(schedule);
    const milliseconds timeout = draw_timeout(schedule);
    const bool goes_without = way == Way::timed_first && schedule.flip("goes without");
    const bool second = schedule.flip("tries to take a second permit");
    schedule.thread("thread " + std::to_string(thread + 1), [=, &schedule, &client, &inside] {
      for (int round = 0; round < rounds; ++round) {
        if (goes_without) {
          if (!client.try_acquire_for(timeout)) continue;
        } else {
          take(client, way, timeout);
        }
        if (permits == 1) schedule.touch(&inside, "holders of the only permit");
        schedule.dawdle();
        const bool has_two = second && client.try_acquire();
        client.release(has_two ? 2 : 1);
      }
    });
  }
  schedule.join();
  for (int i = 0; i < permits; ++i) client.try_until_taken();
  client.try_acquire();
}

// Some threads only take, others only release: as many permits as are taken.
void signals(kata::Schedule& schedule) {
  const int takers = schedule.draw("threads that acquire", 1, 3);
  const int each = schedule.draw("permits for each", 1, 2);
  const int there = schedule.draw("permits", 0, takers * each - 1);
  Client client(schedule, there);
  const bool alone = there == 0 && takers * each == 1;
  char handed_over = 0;
  std::vector<std::function<void()>> bodies;
  std::vector<std::string> roles;
  for (int i = 1; i <= takers; ++i) {
    const Way way = draw_way(schedule);
    const milliseconds timeout = draw_timeout(schedule);
    roles.push_back("taker " + std::to_string(i));
    bodies.emplace_back([=, &schedule, &client, &handed_over] {
      for (int k = 0; k < each; ++k) take(client, way, timeout);
      if (alone) schedule.touch(&handed_over, "release and acquire of the only permit");
    });
  }
  int left = takers * each - there;
  const int first = schedule.draw("released by the second thread", 0, left);
  for (const int share : {left - first, first}) {
    if (share == 0) continue;
    std::vector<int> portions;
    for (int rest = share; rest > 0; rest -= portions.back()) {
      portions.push_back(schedule.draw("released at once", 1, std::min(rest, 3)));
    }
    roles.push_back("releaser " + std::to_string(roles.size() + 1 - std::size_t(takers)));
    bodies.emplace_back([=, &schedule, &client, &handed_over] {
      if (alone) schedule.touch(&handed_over, "release and acquire of the only permit");
      for (const int portion : portions) client.release(portion);
    });
  }
  for (const int i : schedule.permutation(int(bodies.size()))) {
    schedule.thread(roles[std::size_t(i)], bodies[std::size_t(i)]);
  }
  schedule.join();
}

// Calls with a time-out and calls without one wait for the same permits.
void one_gives_up(kata::Schedule& schedule) {
  const int waiting = schedule.draw("threads without a time-out", 1, 2);
  const int impatient = schedule.draw("threads with a time-out", 1, 2);
  Client client(schedule, 0);
  for (int i = 1; i <= impatient; ++i) {
    const milliseconds timeout = kTimeouts[schedule.draw("time-out", 0, 1)];
    schedule.thread("impatient " + std::to_string(i), [&client, timeout] {
      // Gives back what it got.
      if (client.try_acquire_for(timeout)) client.release(1);
    });
  }
  for (int i = 1; i <= waiting; ++i) {
    schedule.thread("patient " + std::to_string(i), [&client] { client.acquire(); });
  }
  const bool at_once = schedule.flip("all permits at once");
  if (at_once) {
    client.release(waiting);
  } else {
    for (int i = 0; i < waiting; ++i) client.release(1);
  }
  // A thread that was woken by a release may find that its time is over.
  schedule.elapse(milliseconds(60));
  schedule.join();
}

// One thread: what each call returns is known, and that none waits.
void one_thread(kata::Schedule& schedule) {
  const int permits = schedule.draw("permits", 0, 3);
  const int more = schedule.draw("released", 1, 3);
  Client client(schedule, permits);
  for (int i = 0; i < permits; ++i) client.try_until_taken();
  client.try_acquire();
  client.release(more);
  for (int i = 0; i < more; ++i) {
    if (schedule.flip("by acquire()")) {
      client.acquire();
    } else {
      client.try_until_taken();
    }
  }
  client.try_acquire();
  client.try_acquire_for(milliseconds(0));
}

// Threads wait for permits while another thread asks, and then releases.
void asked_while_others_wait(kata::Schedule& schedule) {
  const int waiting = schedule.draw("threads that wait", 1, 3);
  Client client(schedule, 0);
  for (int i = 1; i <= waiting; ++i) {
    schedule.thread("taker " + std::to_string(i), [&client] { client.acquire(); });
  }
  client.try_acquire();
  client.try_acquire_for(milliseconds(-10));
  client.release(waiting);
  schedule.join();
}

// Ideal time: what a call returns, and when, is known. With a thief, the permit may be taken again
// at the moment when it comes.
void time_outs(kata::Schedule& schedule) {
  constexpr milliseconds releases[] = {milliseconds(5), milliseconds(40), milliseconds(150)};
  constexpr milliseconds never(1'000);
  const milliseconds timeout = draw_timeout(schedule);
  const bool there = schedule.flip("a permit is there");
  const int which = there ? 3 : schedule.draw("release at 5, 40, 150 ms or never", 0, 3);
  const bool thief = !there && which < 3 && schedule.flip("who releases tries to take it again");
  const milliseconds release = which < 3 ? releases[which] : never;
  Client client(schedule, there ? 1 : 0);
  schedule.thread("waiter", [&] {
    const bool got = client.try_acquire_for(timeout);
    const nanoseconds waited = schedule.now();
    const nanoseconds due = there ? milliseconds(0) : release;
    const nanoseconds longest = std::max(timeout, milliseconds(0));
    const auto after = [&] {
      return Client::words(timeout) + " returned " + (got ? "true" : "false") + " after " +
             Client::in_ms(waited);
    };
    schedule.expect(waited <= (longest > nanoseconds(0) ? longest + kGrace : longest), after);
    const auto beside_a_permit = [&] {
      return after() + "; a permit was there after " + Client::in_ms(due);
    };
    if (got) {
      schedule.expect(waited <= due + kGrace, beside_a_permit);
    } else {
      const bool may_fail = timeout <= milliseconds(0) || !there;
      schedule.expect(may_fail && (client.is_stolen() || release > timeout), beside_a_permit);
    }
  });
  if (which < 3) {
    // In steps: while a thread looks at the clock in a loop, time goes on from timer to timer.
    for (milliseconds passed(0); passed < release; passed += kStep) schedule.elapse(kStep);
    client.release(1);
    if (thief && client.try_acquire()) client.note_stolen();
  }
  schedule.join();
}

}  // namespace kata_oracle

KATA_JUDGE(kata::forbid(kata::Primitive::semaphore,
                        "Build it from std::mutex, std::condition_variable and atomics.");
           kata::scenario("take and give back", kata_oracle::take_and_give_back, {.weight = 5});
           kata::scenario("signals", kata_oracle::signals, {.weight = 5});
           kata::scenario("one gives up", kata_oracle::one_gives_up, {.weight = 5});
           kata::scenario("one thread", kata_oracle::one_thread, {.weight = 1});
           kata::scenario("asked while others wait", kata_oracle::asked_while_others_wait,
                          {.weight = 1});
           kata::scenario("time-outs", kata_oracle::time_outs,
                          {.time = kata::Time::ideal, .weight = 2});)
