// SPDX-License-Identifier: MIT
// cyclic_barrier: a call counts as come from its begin, so the books never blame an answer for what
// it does not decide. That a round orders what the threads do is asked with a place in memory for
// each pair of a thread before and a thread after it; on_trip() writes to all of them in between.
#include <kata/kata.hpp>

#include "answer.hpp"

namespace kata_oracle {

using std::chrono::milliseconds;
using std::chrono::nanoseconds;

constexpr int kMostParties = 4;
// How late a call may return in ideal time: a thread that looks now and then is right, too.
constexpr milliseconds kGrace(20);
constexpr milliseconds kApart(50);  // between two threads that come one after the other

// The books of one round, if the same threads meet in each.
struct Round {
  int come = 0;
  int returned = 0;
  unsigned results = 0;  // bit i: a call returned i
  // From thread i, before it comes, to thread j, after its call has returned.
  char boundaries[kMostParties][kMostParties] = {};

  void seal(kata::Seal& seal) const { seal(come, returned, results); }
};

// Calls one barrier and keeps the books, which are written under judge() only.
class Meeting {
 public:
  Meeting(kata::Schedule& schedule, int parties, int rounds)
      : schedule_(schedule), parties_(parties), rounds_(std::size_t(rounds)) {
    barrier_ = make_answer(parties, [this] { trip(); });
  }

  // The call of thread `thread` of `parties` in the round of this number. Returns its result.
  int meet(int thread, int number) {
    Round& round = rounds_[std::size_t(number)];
    for (int other = 0; other < parties_; ++other) touch(round.boundaries[thread][other]);
    schedule_.judge([&] { ++round.come; });
    schedule_.dawdle();
    const int result = schedule_.ask([&] { return barrier_->arrive_and_wait(); });
    fail_if(schedule_.judge([&] { return note_return(round, number, result); }));
    for (int other = 0; other < parties_; ++other) touch(round.boundaries[other][thread]);
    return result;
  }

  // A call of one of many threads, of which any may make up a round.
  void meet_anyone() {
    schedule_.judge([&] { ++come_; });
    schedule_.dawdle();
    const int result = schedule_.ask([&] { return barrier_->arrive_and_wait(); });
    fail_if(schedule_.judge([&]() -> std::string {
      ++returned_;
      if (result < 0 || result >= parties_) return returned_what(result) + out_of_range();
      if (returned_ > come_ / parties_ * parties_) {
        return "call " + std::to_string(returned_) + " returned when only " +
               std::to_string(come_) + " calls had come, with " + std::to_string(parties_) +
               " parties";
      }
      if (returned_ > trips_ended_ * parties_) {
        return "call " + std::to_string(returned_) + " returned, with " + std::to_string(parties_) +
               " parties, when on_trip() had ended " + std::to_string(trips_ended_) + " times";
      }
      return "";
    }));
  }

  // Call it when all threads have been joined.
  void expect_trips(int trips) {
    schedule_.expect(trips_ended_ == trips, [&] {
      return "all calls have returned, and on_trip() was called " + std::to_string(trips_ended_) +
             " times; the barrier tripped " + std::to_string(trips) + " times";
    });
  }

  void seal(kata::Seal& seal) const { seal(rounds_, come_, returned_, trips_begun_, trips_ended_); }

 private:
  std::string note_return(Round& round, int number, int result) {
    const auto of_round = [&] { return " of round " + std::to_string(number + 1); };
    ++round.returned;
    if (round.come < parties_) {
      return "a call" + of_round() + " returned in " + std::string(schedule_.role()) + " when " +
             std::to_string(round.come) + " of " + std::to_string(parties_) + " parties had come";
    }
    if (trips_ended_ <= number) {
      return "a call" + of_round() + " returned in " + std::string(schedule_.role()) +
             " before its on_trip() had ended";
    }
    if (result < 0 || result >= parties_)
      return returned_what(result) + of_round() + out_of_range();
    if ((round.results >> result & 1U) != 0) {
      return "two calls" + of_round() + " returned " + std::to_string(result);
    }
    round.results |= 1U << result;
    return "";
  }

  void trip() {
    fail_if(schedule_.judge([&] { return begin_trip(); }));
    if (trips_begun_ <= int(rounds_.size())) {
      Round& round = rounds_[std::size_t(trips_begun_) - 1];
      for (int before = 0; before < parties_; ++before) {
        for (int after = 0; after < parties_; ++after) touch(round.boundaries[before][after]);
      }
    }
    schedule_.dawdle();
    schedule_.judge([&] { ++trips_ended_; });
  }

  std::string begin_trip() {
    const auto number = std::size_t(trips_begun_++);
    const bool is_anyones = rounds_.empty();
    const auto text = [&] {
      return "on_trip() was called for round " + std::to_string(number + 1);
    };
    if (!is_anyones && number >= rounds_.size()) {
      return "on_trip() was called for a round " + std::to_string(number + 1) +
             ", after all calls had come that there are";
    }
    const int come = is_anyones ? come_ - int(number) * parties_ : rounds_[number].come;
    if (come < parties_) {
      return text() + " when " + std::to_string(std::max(come, 0)) + " of " +
             std::to_string(parties_) + " parties had come";
    }
    return "";
  }

  static std::string returned_what(int result) {
    return "a call returned " + std::to_string(result);
  }
  std::string out_of_range() const {
    return "; with " + std::to_string(parties_) + " parties it can be 0 to " +
           std::to_string(parties_ - 1);
  }

  void touch(const char& place) { schedule_.touch(&place, "what comes before and after a round"); }

  void fail_if(const std::string& complaint) {
    if (!complaint.empty()) schedule_.fail(complaint);
  }

  kata::Schedule schedule_;
  const int parties_;
  std::vector<Round> rounds_;  // empty: any threads make up a round
  int come_ = 0;               // of all rounds, if any threads make up one
  int returned_ = 0;
  int trips_begun_ = 0;
  int trips_ended_ = 0;
  std::unique_ptr<Answer> barrier_;
  kata::Sealed sealed_{*this};
};

std::string role(int thread) { return "party " + std::to_string(thread + 1); }

// The same threads meet in each round.
void rounds(kata::Schedule& schedule) {
  const int parties = schedule.draw("parties", 1, kMostParties);
  const int count = schedule.draw("rounds", 1, 3);
  Meeting meeting(schedule, parties, count);
  for (const int thread : schedule.permutation(parties)) {
    schedule.thread(role(thread), [&meeting, thread, count] {
      for (int round = 0; round < count; ++round) meeting.meet(thread, round);
    });
  }
  schedule.join();
  meeting.expect_trips(count);
}

// More threads than parties: each calls once, and any of them may be in a round together.
void many_threads(kata::Schedule& schedule) {
  const int parties = schedule.draw("parties", 1, kMostParties);
  const int count = schedule.draw("rounds", 1, 2);
  Meeting meeting(schedule, parties, 0);
  for (int thread = 0; thread < parties * count; ++thread) {
    schedule.thread("thread " + std::to_string(thread + 1), [&meeting] { meeting.meet_anyone(); });
  }
  schedule.join();
  meeting.expect_trips(count);
}

// Ideal time: the threads come one after the other, and what each call returns, and when, is known.
void one_after_the_other(kata::Schedule& schedule) {
  const int parties = schedule.draw("parties", 1, kMostParties);
  const int count = schedule.draw("rounds", 1, 2);
  Meeting meeting(schedule, parties, count);
  for (int thread = 0; thread < parties; ++thread) {
    schedule.thread(role(thread), [&schedule, &meeting, parties, thread, count] {
      for (int round = 0; round < count; ++round) {
        const nanoseconds last = kApart * ((round + 1) * parties);
        schedule.elapse(kApart * (round * parties + thread + 1) - schedule.now());
        const int result = meeting.meet(thread, round);
        schedule.expect(result == parties - 1 - thread, [&] {
          return "call " + std::to_string(thread + 1) + " of a round returned " +
                 std::to_string(result) + ", with " + std::to_string(parties) + " parties";
        });
        schedule.expect(schedule.now() <= last + kGrace,
                        "a call returned long after all calls of its round had come");
      }
    });
  }
  schedule.join();
  meeting.expect_trips(count);
}

}  // namespace kata_oracle

KATA_JUDGE(kata::scenario("the same threads in each round", kata_oracle::rounds, {.weight = 6});
           kata::scenario("more threads than parties", kata_oracle::many_threads, {.weight = 2});
           kata::scenario("one after the other", kata_oracle::one_after_the_other,
                          {.time = kata::Time::ideal, .weight = 1});)
