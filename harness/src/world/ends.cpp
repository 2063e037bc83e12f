// SPDX-License-Identifier: MIT
// How a schedule ends before its time: World's part that stops it and says why.
#include <utility>

#include "world/program.hpp"
#include "world/world.hpp"

namespace kata::model {

bool World::is_over() const {
  return threads_[0].standing == Standing::finished && program_main == nullptr;
}

void World::end() { back_to_engine(); }

void World::back_to_engine() {
  fiber::switch_context(*running->slot, slots.engine());
  __builtin_unreachable();
}

void World::stop(Failure failure) {
  failure.thread = running->id;
  failure.stack = trace::capture_stack();
  outcome_.failure = std::move(failure);
  back_to_engine();
}

void World::stop(Verdict verdict, std::string message, std::string rule) {
  Failure failure;
  failure.verdict = verdict;
  failure.message = std::move(message);
  failure.rule = std::move(rule);
  stop(std::move(failure));
}

void World::misuse(const trace::ObjectName& object, std::string message, std::string rule) {
  Failure failure;
  failure.verdict = Verdict::undefined_behavior;
  failure.message = std::move(message);
  failure.rule = std::move(rule);
  failure.object = object;
  stop(std::move(failure));
}

void World::stop_from_signal(Verdict verdict, const char* message, trace::Stack at) {
  Failure failure;
  if (verdict == Verdict::crash && detached_in_foreign_stack && program_main == nullptr) {
    verdict = Verdict::thread_leak;
    message = "a detached thread used local variables of a call that had returned, and broke it";
  }
  failure.verdict = verdict;
  failure.message = message;
  failure.from_signal = true;
  failure.stack = std::move(at);
  failure.thread = running != nullptr ? running->id : std::uint16_t{0};
  outcome_.failure = std::move(failure);
  fiber::switch_context(signal_slot_, slots.engine());
  __builtin_unreachable();
}

void World::leave_computing(const trace::Stack& at) {
  exits_.computing = running;
  exits_.computing_at = at;
  for (;;) block(nullptr, never, {.wait = Wait::itself, .object = {}, .held_by = -1});
}

void World::leave_late(const trace::Stack& at) {
  Failure& failure = outcome_.failure.emplace();
  failure.verdict = Verdict::time_limit;
  failure.message = "one schedule takes longer than there is time for all";
  failure.from_signal = failure.out_of_time = true;
  failure.thread = running->id;
  failure.stack = at;
  back_to_engine();
}

void World::judge_computing() {
  if (exits_.computing == nullptr) return;
  if (!outcome_.failure || outcome_.failure->verdict != Verdict::data_race) {
    Failure& failure = outcome_.failure.emplace();
    failure.verdict = Verdict::time_limit;
    failure.message = computes_for_ever;
    failure.thread = exits_.computing->id;
    failure.stack = exits_.computing_at;
    failure.out_of_time = program_main != nullptr;
  }
  outcome_.failure->from_signal = true;
}

void World::end_from_signal() {
  fiber::switch_context(signal_slot_, slots.engine());
  __builtin_unreachable();
}

void World::run_too_long() {
  if (open_values != OpenValues::none) end();
  if (is_over()) {
    stop(Verdict::thread_leak, "a thread goes on for ever after the last call has returned");
  }
  if (program_main != nullptr) {
    stop(Verdict::internal_error,
         "one schedule takes more than " + std::to_string(limits.points) +
             " steps, so whether it ends cannot be said",
         "That says nothing about whether the program is right. Where the failure is said to be is "
         "in a loop that is too long to be judged: make its number of rounds smaller.");
  }
  stop(Verdict::livelock, "threads keep moving, but the schedule does not end within " +
                              std::to_string(limits.points) + " steps");
}

bool World::wake_for_a_look() {
  if (!wake_at_the_end || *wake_at_the_end >= threads_.count()) return false;
  Thread& thread = threads_[*wake_at_the_end];
  wake_at_the_end.reset();
  if (thread.standing != Standing::blocked || thread.queue == nullptr ||
      thread.awaited.wait != Wait::condition_variable) {
    return false;
  }
  std::erase(*thread.queue, thread.id);
  thread.woken_from = thread.queue;
  thread.clock.wrote = false;
  wake(thread, false);
  trace.start();  // with what comes of it
  return true;
}

void World::nobody_can_move() {
  // The one in the atomic section waits for somebody else, which no atomic step should.
  if (let_in() || wake_for_a_look()) return;
  Failure failure;
  failure.verdict = is_over() ? Verdict::thread_leak : Verdict::deadlock;
  failure.message = is_over() ? "threads are left waiting for ever" : "no thread can move";
  failure.of_all_waiting = true;
  stop(std::move(failure));
}

}  // namespace kata::model
