// SPDX-License-Identifier: MIT
// shared_counter: every call is recorded, and in the end some order of the calls must explain all
// values. What can be said at once and more plainly is. Nothing is touched: the statement does not
// ask a counter to order what its threads do besides.
#include <kata/history.hpp>

#include "answer.hpp"

namespace kata_oracle {

struct Operation {
  bool reads = false;
  long value = 0;

  std::string begun() const { return reads ? "value()" : "increment()"; }
  std::string ended() const { return reads ? "value() = " + std::to_string(value) : begun(); }
  void seal(kata::Seal& seal) const { seal(reads, value); }
};

struct State {
  long value = 0;

  bool apply(const Operation& operation) {
    if (!operation.reads) ++value;
    return !operation.reads || operation.value == value;
  }
  auto operator<=>(const State&) const = default;
};

// Calls one counter and keeps the books, which are written under judge() only.
class Client {
 public:
  explicit Client(kata::Schedule& schedule)
      : schedule_(schedule), history_(schedule), counter_(make_answer()) {}

  void increment() {
    const std::size_t call = history_.begin({});
    schedule_.ask([&] { counter_->increment(); });
    history_.end(call, {});
  }

  void value() {
    const std::size_t call = history_.begin({.reads = true});
    const long value = schedule_.ask([&] { return counter_->value(); });
    history_.end(call, {.reads = true, .value = value});
    const std::string complaint = schedule_.judge([&] { return examine(call, value); });
    if (!complaint.empty()) schedule_.fail(complaint);
  }

  // Call it when all threads have been joined.
  void check_history() {
    value();
    history_.expect_explained_by(State{}, [] { return "a counter that starts at 0"; });
  }

 private:
  std::string examine(std::size_t call, long value) const {
    const auto& calls = history_.calls();
    const int begun = calls[call].begun;
    const auto least = std::count_if(calls.begin(), calls.end(), [begun](const auto& other) {
      return !other.operation.reads && other.ended < begun;
    });
    const auto most = std::count_if(calls.begin(), calls.end(),
                                    [](const auto& other) { return !other.operation.reads; });
    if (least <= value && value <= most) return "";
    return "value() returned " + std::to_string(value) + "; of the increments " +
           std::to_string(least) + " had returned when it was called" +
           (least == most ? "" : ", and " + std::to_string(most) + " had begun when it returned");
  }

  kata::Schedule schedule_;
  kata::History<Operation> history_;
  std::unique_ptr<Answer> counter_;
};

constexpr const char* kIncrements[] = {"increments of thread 1", "increments of thread 2",
                                       "increments of thread 3", "increments of thread 4"};
constexpr const char* kReads[] = {"values of thread 1", "values of thread 2", "values of thread 3",
                                  "values of thread 4"};

// Every thread increments and reads, in an order of its own.
void increments_and_values(kata::Schedule& schedule) {
  const int threads = schedule.draw("threads", 1, 4);
  Client client(schedule);
  for (const int thread : schedule.permutation(threads)) {
    const int increments = schedule.draw(kIncrements[thread], 0, 3);
    const int reads = schedule.draw(kReads[thread], 0, 2);
    const std::vector<int> steps = schedule.permutation(increments + reads);
    schedule.thread("thread " + std::to_string(thread + 1), [&client, steps, increments] {
      for (const int step : steps) {
        if (step < increments) {
          client.increment();
        } else {
          client.value();
        }
      }
    });
  }
  schedule.join();
  client.check_history();
}

// Threads share two counters. Each counter has a history of its own.
void two_counters(kata::Schedule& schedule) {
  const int threads = schedule.draw("threads", 1, 3);
  Client first(schedule);
  Client second(schedule);
  for (int thread = 0; thread < threads; ++thread) {
    schedule.thread("thread " + std::to_string(thread + 1), [&first, &second] {
      first.increment();
      second.increment();
      first.value();
      second.increment();
    });
  }
  schedule.join();
  first.check_history();
  second.check_history();
}

}  // namespace kata_oracle

KATA_JUDGE(kata::scenario("increments and values", kata_oracle::increments_and_values,
                          {.weight = 6});
           kata::scenario("two counters", kata_oracle::two_counters, {.weight = 1});)
