// SPDX-License-Identifier: MIT
#include "intercept/watchdog.hpp"

#include <signal.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <ucontext.h>

#include <algorithm>

#include "intercept/common.hpp"
#include "intercept/faults.hpp"
#include "world/program.hpp"

namespace kata::intercept {

namespace {

// Every tick of CPU time: has the engine been reached since the last?
constexpr int tick_milliseconds = 250;
constexpr int ticks_of_open_values = 2;
constexpr int usual_ticks_without_engine = 12;
// A program may compute for long between two operations, and only the limit says for how long.
int ticks_without_engine = usual_ticks_without_engine;
std::uint64_t seen_schedule = 0;
std::uint32_t seen_point = 0;
int ticks = 0;

// Past our own shims, which would take the call for the program's.
long system_call(long number, long a, const void* b, void* c) {
  long result;
  asm volatile("syscall"
               : "=a"(result)
               : "a"(number), "D"(a), "S"(b), "d"(c)
               : "rcx", "r11", "memory");
  return result;
}

// The real time, whatever schedules are told.
double seconds_by(clockid_t clock) {
  timespec now{};
  if (system_call(SYS_clock_gettime, clock, &now, nullptr) != 0) return 0;
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

constexpr double never = 1e300;
constexpr double patience = 1;  // less than the grader has, and than the pause between schedules
double deadline = never;
bool deadline_counts = true;
double schedule_seen_at = 0;
double schedule_seen_until = 0;

void set_ticks(int milliseconds) {
  itimerval timer{};
  timer.it_interval.tv_usec = timer.it_value.tv_usec = milliseconds * 1000;
  system_call(SYS_setitimer, ITIMER_PROF, &timer, nullptr);
}

trace::Stack interrupted_at;
[[noreturn]] void leave_computing() { model::world->leave_computing(interrupted_at); }
[[noreturn]] void leave_late() { model::world->leave_late(interrupted_at); }

bool is_in_executable(const ucontext_t& interrupted) {
  return fiber::executable_text.contains(
      static_cast<std::uintptr_t>(interrupted.uc_mcontext.gregs[REG_RIP]));
}

// Makes the interrupted code, which is the program's own, call `instead` rather than go on: in it
// nothing of ours can be half done.
void divert(ucontext_t& interrupted, void (*instead)()) {
  interrupted_at = trace::capture_stack();
  greg_t* registers = interrupted.uc_mcontext.gregs;
  // Below the red zone, aligned as after a call.
  registers[REG_RSP] = ((registers[REG_RSP] - 128) & ~greg_t{15}) - 8;
  registers[REG_RIP] = reinterpret_cast<greg_t>(instead);
}

// Whether the schedule that runs has no time left, and is left for that.
bool is_left_for_the_time(ucontext_t& interrupted) {
  const double used = seconds_by(CLOCK_PROCESS_CPUTIME_ID);
  if (model::world->schedules() != seen_schedule) {
    seen_schedule = model::world->schedules();
    schedule_seen_at = used;
  }
  schedule_seen_until = used;
  if (!deadline_counts || seconds_by(CLOCK_MONOTONIC) < deadline + patience) return false;
  if (!in_schedule() || !is_in_executable(interrupted)) {
    set_ticks(1);  // it is soon
    return false;
  }
  set_ticks(tick_milliseconds);
  divert(interrupted, leave_late);
  return true;
}

void on_tick(int, siginfo_t*, void* context) {
  static std::uint64_t seen_switches = 0;
  if (!on_fiber()) {
    ticks = 0;
    return;
  }
  auto& interrupted = *static_cast<ucontext_t*>(context);
  if (is_left_for_the_time(interrupted)) return;
  model::World& world = *model::world;
  const std::uint64_t now = world.statistics.switches;
  if (now != seen_switches || world.points() != seen_point) {
    seen_switches = now;
    seen_point = world.points();
    ticks = 0;
    return;
  }
  ++ticks;
  // Only in its own code can it be left for good without anything being half done.
  const bool own_code = is_in_executable(interrupted);
  const bool too_many_rounds = world.open_values != model::OpenValues::none && own_code;
  if (ticks < (too_many_rounds ? ticks_of_open_values : ticks_without_engine)) return;
  ticks = 0;
  if (!too_many_rounds && in_schedule() && own_code) return divert(interrupted, leave_computing);
  unblock(SIGPROF);
  if (too_many_rounds) world.end_from_signal();
  world.stop_from_signal(model::Verdict::time_limit, model::computes_for_ever,
                         trace::capture_stack());
}

}  // namespace

void start_watchdog() {
  struct sigaction action {};
  action.sa_sigaction = on_tick;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_RESTART;
  sigaction(SIGPROF, &action, nullptr);
  set_ticks(tick_milliseconds);
}

void set_time_limit(double seconds) {
  // A schedule of a submission is as long as its harness makes it, and ends by its points.
  if (model::program_main == nullptr) return;
  deadline = seconds_by(CLOCK_MONOTONIC) + seconds;
  constexpr double ticks_a_second = 1000.0 / tick_milliseconds;
  ticks_without_engine =
      std::max(usual_ticks_without_engine, static_cast<int>(seconds / 2 * ticks_a_second));
}

void heed_time_limit(bool heeded) { deadline_counts = heeded; }

double seconds_in_schedule() {
  return seen_schedule == model::world->schedules() ? schedule_seen_until - schedule_seen_at : 0;
}

}  // namespace kata::intercept
