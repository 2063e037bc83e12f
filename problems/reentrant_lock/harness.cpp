// SPDX-License-Identifier: MIT
// reentrant_lock: the judge keeps the owner and the depth as they must be. Each is changed before
// the call of unlock() and after the return of lock(), so they lag behind the answer's only where
// the lock is freer than the books say, never the other way round.
#include <kata/kata.hpp>

#include "answer.hpp"

namespace kata_oracle {

constexpr int kNobody = -1;
// try_lock() may fail for no reason, but not for ever: one in eight does, where the engine decides.
constexpr int kEnoughTries = 64;

// Calls one lock and keeps the books, which are written under judge() only.
class Client {
 public:
  explicit Client(kata::Schedule& schedule) : schedule_(schedule), lock_(make_answer()) {}

  void lock() {
    schedule_.dawdle();
    schedule_.ask([&] { lock_->lock(); });
    note_locked("lock() returned");
  }

  bool try_lock() {
    schedule_.dawdle();
    if (!schedule_.ask([&] { return lock_->try_lock(); })) return false;
    note_locked("try_lock() returned true");
    return true;
  }

  // For a thread that is the only one to use the lock.
  void try_until_locked() {
    for (int i = 0; i < kEnoughTries; ++i) {
      if (try_lock()) return;
    }
    schedule_.fail("try_lock() returned false " + std::to_string(kEnoughTries) +
                   " times in a row, and no other thread had the lock or used it");
  }

  void unlock() {
    schedule_.touch(&inside_, "owners of the lock");
    schedule_.dawdle();
    schedule_.judge([&] {
      if (--depth_ == 0) owner_ = kNobody;
    });
    schedule_.expect(schedule_.ask([&] { return lock_->unlock(); }), [&] {
      return "unlock() of " + std::string(schedule_.role()) +
             ", which owned the lock, was refused with std::system_error";
    });
  }

  // In a thread that does not own the lock.
  void unlock_of_a_stranger() {
    schedule_.dawdle();
    schedule_.expect(!schedule_.ask([&] { return lock_->unlock(); }), [&] {
      return "unlock() of " + std::string(schedule_.role()) +
             ", which did not own the lock, returned; std::system_error was due";
    });
  }

  void seal(kata::Seal& seal) const { seal(owner_, owners_role_, depth_); }

 private:
  void note_locked(const char* how) {
    const int self = schedule_.self();
    const std::string complaint = schedule_.judge([&]() -> std::string {
      const bool free = owner_ == kNobody;
      if (!free && owner_ != self) {
        return std::string(how) + " in " + std::string(schedule_.role()) + " while " +
               std::string(owners_role_) + " owned the lock";
      }
      owner_ = self;
      owners_role_ = schedule_.role();
      ++depth_;
      return "";
    });
    if (!complaint.empty()) schedule_.fail(complaint);
    schedule_.touch(&inside_, "owners of the lock");
  }

  kata::Schedule schedule_;
  std::unique_ptr<Answer> lock_;
  int owner_ = kNobody;
  std::string_view owners_role_;
  int depth_ = 0;
  char inside_ = 0;
  kata::Sealed sealed_{*this};
};

// How a thread takes the lock, one step for each time.
struct Step {
  bool tries;
};

std::vector<Step> draw_steps(kata::Schedule& schedule, int most) {
  std::vector<Step> steps(std::size_t(schedule.draw("times that a thread has the lock", 1, most)));
  for (Step& step : steps) step.tries = schedule.flip("by try_lock()");
  return steps;
}

// Takes the lock step by step, and gives it back. A first try that fails is over, a later one too.
void take_and_give_back(Client& client, const std::vector<Step>& steps) {
  int depth = 0;
  for (const Step& step : steps) {
    if (!step.tries) {
      client.lock();
      ++depth;
    } else if (client.try_lock()) {
      ++depth;
    }
  }
  while (depth-- > 0) client.unlock();
}

// Threads compete; one may call unlock() out of turn.
void contenders(kata::Schedule& schedule) {
  const int threads = schedule.draw("threads", 1, 4);
  const int rounds = schedule.draw("rounds", 1, 2);
  const bool stranger = schedule.flip("a stranger calls unlock()");
  Client client(schedule);
  for (const int thread : schedule.permutation(threads)) {
    const std::vector<Step> steps = draw_steps(schedule, 3);
    const bool out_of_turn = stranger && thread == 0;
    schedule.thread("thread " + std::to_string(thread + 1), [&client, steps, rounds, out_of_turn] {
      for (int round = 0; round < rounds; ++round) {
        if (out_of_turn) client.unlock_of_a_stranger();
        take_and_give_back(client, steps);
      }
    });
  }
  schedule.join();
}

// One thread at a time uses the lock: what its calls return is known, and that none waits.
void one_at_a_time(kata::Schedule& schedule) {
  Client client(schedule);
  if (schedule.flip("unlock() of the free lock")) client.unlock_of_a_stranger();
  const std::vector<Step> steps = draw_steps(schedule, 3);
  for (const Step& step : steps) {
    if (step.tries) {
      client.try_until_locked();
    } else {
      client.lock();
    }
  }
  for (std::size_t left = steps.size(); left > 0; --left) {
    schedule.thread("stranger", [&client] {
      // A success is a failure of the answer, which is noted.
      client.try_lock();
      client.unlock_of_a_stranger();
    });
    schedule.join();
    client.unlock();
  }
  client.unlock_of_a_stranger();
  const bool tries = schedule.flip("the next owner calls try_lock()");
  schedule.thread("next owner", [&client, tries] {
    if (tries) {
      client.try_until_locked();
    } else {
      client.lock();
    }
    client.unlock();
  });
  schedule.join();
}

// A thread owns one lock, or two; the other lock is free meanwhile, or is freed before it.
void two_locks(kata::Schedule& schedule) {
  Client first(schedule);
  Client second(schedule);
  const auto take_both = [&first, &second] {
    first.lock();
    second.lock();
    second.lock();
    second.unlock();
    first.unlock();
    second.unlock();
  };
  const int threads = schedule.draw("threads", 1, 3);
  first.lock();
  second.unlock_of_a_stranger();
  schedule.thread("next door", [&first, &second] {
    second.lock();
    first.unlock_of_a_stranger();
    second.unlock();
  });
  schedule.join();
  first.unlock();
  for (int thread = 0; thread < threads; ++thread) {
    schedule.thread("thread " + std::to_string(thread + 1), take_both);
  }
  schedule.join();
}

}  // namespace kata_oracle

KATA_JUDGE(kata::forbid(kata::Primitive::recursive_mutex,
                        "Build it from std::mutex, std::condition_variable and atomics.");
           kata::scenario("contenders", kata_oracle::contenders, {.weight = 6});
           kata::scenario("one thread at a time", kata_oracle::one_at_a_time, {.weight = 2});
           kata::scenario("two locks", kata_oracle::two_locks, {.weight = 1});)
