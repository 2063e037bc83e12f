// SPDX-License-Identifier: MIT
#include "explore/again.hpp"

#include <algorithm>
#include <cstring>

#include "choice/strategy.hpp"
#include "explore/session.hpp"
#include "oracle/oracle.hpp"
#include "world/world.hpp"

namespace kata::explore {

namespace {

using model::world;

Course course_of(const model::Outcome& outcome) {
  Course course{.questions = world->chooser.fingerprint(),
                .operations = outcome.order,
                .points = world->points(),
                .virtual_ns = world->now(),
                .failure = ""};
  if (const model::Failure* failure = failure_of(outcome)) {
    course.failure = std::string(model::to_string(failure->verdict)) + ": " + failure->message;
  }
  return course;
}

// What a run of our own must not leave behind: what later schedules are told, what is reported.
class Aside {
 public:
  Aside() : statistics_(world->statistics), length_(world->typical_length()) {}
  ~Aside() {
    world->statistics = statistics_;
    world->set_typical_length(length_);
  }
  Aside(const Aside&) = delete;
  Aside& operator=(const Aside&) = delete;

 private:
  model::Statistics statistics_;
  std::uint32_t length_;
};

Course run(const std::vector<std::uint32_t>& choices) {
  choice::Replay strategy(choices);
  return course_of(run_schedule(strategy, 0));
}

bool same_step(const trace::Event& a, const trace::Event& b) {
  return a.thread == b.thread && a.operation == b.operation && a.object.number == b.object.number &&
         a.stack == b.stack;
}

}  // namespace

SecondRun run_again() {
  const Aside aside;
  const Course first = course_of(world->outcome());
  return compare(first, [choices = world->chooser.record()]() -> std::optional<Course> {
    Course course = run(choices);
    const std::optional<model::Failure>& failure = world->outcome().failure;
    if (failure && failure->out_of_time) return std::nullopt;
    return course;
  });
}

FailedSchedule show_difference(const std::vector<std::uint32_t>& choices) {
  const Aside aside;
  FailedSchedule shown;
  std::vector<trace::Event> first;
  for (int i = 0; i <= more_runs; ++i) {
    choice::Replay strategy(choices);
    world->trace.start();
    const model::Outcome& outcome = run_schedule(strategy, 0);
    world->trace.stop();
    const std::vector<trace::Event>& events = world->trace.events();
    shown.outcome = outcome;
    shown.scenario = oracle::current().name;
    shown.preemptions = strategy.preemptions();
    shown.events = events;
    shown.events_omitted = world->trace.omitted();
    if (i == 0) {
      first = events;
      continue;
    }
    const auto [a, b] =
        std::mismatch(first.begin(), first.end(), events.begin(), events.end(), same_step);
    if (a == first.end() && b == events.end()) continue;
    if (a != first.end()) shown.parted.push_back(*a);
    if (b != events.end()) shown.parted.push_back(*b);
    shown.failure.thread = shown.parted.back().thread;
    shown.failure.stack = shown.parted.back().stack;
    break;
  }
  shown.failure.verdict = model::Verdict::nondeterministic;
  return shown;
}

}  // namespace kata::explore
