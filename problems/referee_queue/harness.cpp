// SPDX-License-Identifier: MIT
// referee_queue: the submission brings its own threads; the oracle sees them through two callbacks.
// Two readings of the clock: in ideal time every start is known to the nanosecond, by simulation;
// in adversarial time threads and timers may be late, so only what holds at any pace is judged.
#include <kata/kata.hpp>

#include "answer.hpp"

namespace kata_oracle {

using std::chrono::nanoseconds;
using std::chrono::seconds;

constexpr nanoseconds kBetweenUsers = seconds(2);
constexpr nanoseconds kVerification = seconds(4);
constexpr nanoseconds kSlowVerification = seconds(12);
constexpr nanoseconds kNever = nanoseconds(-1);

std::string in_seconds(nanoseconds time) {
  const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(time).count();
  std::string text = std::to_string(ms / 1000);
  if (ms % 1000 != 0) text += "." + std::to_string(1000 + ms % 1000).substr(1);
  return text + " s";
}

std::string user_name(int user) { return "user " + std::to_string(user); }
std::string referee_name(int referee) { return "referee " + std::to_string(referee); }

// The books of one run(). Everything is allocated before the threads of the submission exist, is
// written under judge() only, and the rules are checked at the very step that may break them.
class Book {
 public:
  // In adversarial time, `slow` is a user whose verification takes three times as long.
  Book(kata::Schedule& schedule, int users, int referees, std::optional<int> slow)
      : schedule_(schedule),
        exact_(!slow.has_value()),
        users_(users),
        referees_(referees),
        user_(std::size_t(users)),
        referee_(std::size_t(referees)) {
    // First come first served on identical referees: each user takes the one that is free first.
    std::vector<nanoseconds> free_at(std::size_t(referees), nanoseconds(0));
    for (int user = 0; user < users; ++user) {
      auto& free = *std::min_element(free_at.begin(), free_at.end());
      user_[std::size_t(user)].due = std::max(free, user * kBetweenUsers);
      free = user_[std::size_t(user)].due + kVerification;
      makespan_ = free;
    }
    if (slow) user_[std::size_t(*slow)].takes = kSlowVerification;
  }

  void join(int user) {
    fail_if(schedule_.judge([&] { return begin_join(user); }));
    schedule_.touch(&joined_, "join, one after the other");
    schedule_.touch(&user_[std::size_t(user)], "join and verify of one user");
    schedule_.dawdle();
    schedule_.judge([&] { user_[std::size_t(user)].joined = true; });
  }

  void verify(int referee, int user) {
    fail_if(schedule_.judge([&] { return begin_verify(referee, user); }));
    schedule_.touch(&user_[std::size_t(user)], "join and verify of one user");
    schedule_.touch(&referee_[std::size_t(referee)], "verify, twice by one referee");
    schedule_.elapse(user_[std::size_t(user)].takes);
    schedule_.touch(&referee_[std::size_t(referee)], "verify, twice by one referee");
    schedule_.judge([&] {
      referee_[std::size_t(referee)].serves = -1;
      user_[std::size_t(user)].verified = true;
      --busy_;
    });
  }

  void seal(kata::Seal& seal) const {
    seal(users_, referees_, user_, referee_, makespan_, joined_, busy_);
  }

  void check_returned() {
    schedule_.judge([] {});  // what is read here is what was written under judge()
    for (int user = 0; user < users_; ++user) {
      const User& state = user_[std::size_t(user)];
      schedule_.expect(state.joined, [user] {
        return "run() returned, and " + user_name(user) + " never joined";
      });
      schedule_.expect(state.verified, [user] {
        return "run() returned before " + user_name(user) + " had been verified";
      });
      schedule_.touch(&state, "verify and the return of run()");
    }
    if (exact_ && schedule_.now() != makespan_) {
      schedule_.fail("run() returned at " + in_seconds(schedule_.now()) +
                         ", although the last user had been verified at " + in_seconds(makespan_),
                     in_seconds(makespan_), in_seconds(schedule_.now()));
    }
  }

 private:
  struct User {
    nanoseconds takes = kVerification;
    nanoseconds due{};             // when the verification begins if no time is wasted
    nanoseconds started = kNever;  // when it did begin
    bool joined = false;
    bool verified = false;

    void seal(kata::Seal& seal) const { seal(takes, due, started, joined, verified); }
  };
  struct Referee {
    int serves = -1;
    int last = -1;

    void seal(kata::Seal& seal) const { seal(serves, last); }
  };

  void fail_if(const std::string& complaint) {
    if (!complaint.empty()) schedule_.fail(complaint);
  }

  std::string begin_join(int user) {
    if (user != joined_ || user >= users_) {
      return "join(" + std::to_string(user) + ") was called, " +
             (joined_ < users_ ? "but it is the turn of " + user_name(joined_)
                               : "but all users have joined already");
    }
    const nanoseconds now = schedule_.now();
    const nanoseconds due = user * kBetweenUsers;
    if (now < due || (exact_ && now != due)) {
      return user_name(user) + " joined at " + in_seconds(now) + " instead of " + in_seconds(due);
    }
    ++joined_;
    return "";
  }

  std::string begin_verify(int referee, int user) {
    if (referee < 0 || referee >= referees_ || user < 0 || user >= users_) {
      return "verify(" + std::to_string(referee) + ", " + std::to_string(user) +
             ") was called: there is no such " +
             (referee < 0 || referee >= referees_ ? "referee" : "user");
    }
    User& guest = user_[std::size_t(user)];
    Referee& host = referee_[std::size_t(referee)];
    if (!guest.joined) return user_name(user) + " is being verified before join() has returned";
    if (guest.started != kNever) return user_name(user) + " is being verified a second time";
    if (host.serves >= 0) {
      return referee_name(referee) + " was given " + user_name(user) + " while still verifying " +
             user_name(host.serves);
    }
    const nanoseconds now = schedule_.now();
    guest.started = now;
    host.serves = user;
    ++busy_;
    const int previous = std::exchange(host.last, user);
    if (previous > user) {
      return referee_name(referee) + " verifies " + user_name(user) + " after " +
             user_name(previous) + ", who joined later";
    }
    if (std::string complaint = queue_jumped(user); !complaint.empty()) return complaint;
    if (exact_ && now != guest.due) {
      return "the verification of " + user_name(user) + " began at " + in_seconds(now) +
             ", although a referee was free at " + in_seconds(guest.due);
    }
    return "";
  }

  // A thread that has taken a user from the queue may be slow to call verify. So earlier users may
  // be left behind, but no more of them than there are referees who may be on the way to them.
  std::string queue_jumped(int user) const {
    int left_behind = 0;
    int example = -1;
    for (int earlier = 0; earlier < user; ++earlier) {
      if (user_[std::size_t(earlier)].started != kNever) continue;
      ++left_behind;
      example = earlier;
    }
    if (left_behind <= referees_ - busy_) return "";
    return user_name(user) + " is being verified, but " + user_name(example) +
           " joined earlier and no referee is free to have called them";
  }

  kata::Schedule schedule_;
  const bool exact_;
  const int users_;
  const int referees_;
  std::vector<User> user_;
  std::vector<Referee> referee_;
  nanoseconds makespan_{};
  int joined_ = 0;
  int busy_ = 0;
  kata::Sealed sealed_{*this};
};

void one_run(kata::Schedule& schedule, bool exact) {
  const int users = schedule.draw("users", 1, 6);
  const int referees = schedule.draw("referees", 1, 3);
  std::optional<int> slow;
  if (!exact) slow = schedule.draw("a user who takes 12 s", 0, users - 1);
  Book book(schedule, users, referees, slow);
  const auto answer = make_answer(users, referees);
  schedule.ask([&] {
    answer->run([&book](int user) { book.join(user); },
                [&book](int referee, int user) { book.verify(referee, user); });
  });
  schedule.expect_no_threads_left("run()");
  book.check_returned();
}

void at_any_pace(kata::Schedule& schedule) { one_run(schedule, false); }

void on_the_dot(kata::Schedule& schedule) { one_run(schedule, true); }

}  // namespace kata_oracle

KATA_JUDGE(kata::scenario("slow threads and late timers", kata_oracle::at_any_pace,
                          {.time = kata::Time::adversarial, .weight = 2});
           kata::scenario("computing takes no time", kata_oracle::on_the_dot,
                          {.time = kata::Time::ideal, .weight = 1});)
