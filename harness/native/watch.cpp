// SPDX-License-Identifier: MIT
#include "native/watch.hpp"

#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "native/run.hpp"

namespace kata::native {

namespace {

constexpr std::int64_t second = 1'000'000'000;

// All threads asleep, none with a timer, and not one of them has run in the meantime.
constexpr std::int64_t quiet_is_deadlock = second;
constexpr int looks_of_quiet = 10;
// Threads run, and the harness sees nothing of it.
constexpr std::int64_t busy_is_livelock = 10 * second;
constexpr std::uint64_t busy_cpu = 3 * second;
// Nothing is seen, for whatever reason.
constexpr std::int64_t end_of_patience = 30 * second;

// "12345 (name) S …": the state of a thread, 0 if it is gone.
char state_of(int thread) {
  char path[64], text[512];
  std::snprintf(path, sizeof path, "/proc/self/task/%d/stat", thread);
  if (kernel::read_file(path, text, sizeof text) == 0) return 0;
  const char* end = std::strrchr(text, ')');
  return end != nullptr && end[1] == ' ' ? end[2] : 0;
}

const char* roles_of_those_left(char* to, std::size_t size) {
  std::size_t used = 0;
  to[0] = 0;
  for (int i = 0; i < run.threads && i < most_threads && used + 80 < size; ++i) {
    const Thread& thread = thread_slots[i];
    if (thread.ended) continue;
    const char* role = i == 0 ? "main" : thread.role.data;
    used += static_cast<std::size_t>(
        role[0] != 0 ? std::snprintf(to + used, size - used, "%s%s", used > 0 ? ", " : "", role)
                     : std::snprintf(to + used, size - used, "%sthread %d", used > 0 ? ", " : "",
                                     thread.id));
  }
  return to;
}

void post(const char* verdict, const char* message, const char* explanation) {
  if (!claim_failure()) return;
  char roles[1024];
  run.failure.verdict = verdict;
  std::snprintf(run.failure.message.data, sizeof run.failure.message.data,
                "%s; not at their ends: %s", message, roles_of_those_left(roles, sizeof roles));
  run.failure.explanation = explanation;
  post_failure();
}

}  // namespace

void Watch::begin() {
  *this = Watch();
  progressed_ = kernel::now();
}

Watch::Sample Watch::sample() {
  Sample all;
  for (int i = 0; i < run.threads && i < most_threads; ++i) {
    const Thread& thread = thread_slots[i];
    if (thread.ended) continue;
    const int id = thread.kernel_id;
    const char state = id != 0 ? state_of(id) : 'R';  // it has yet to begin
    all.asleep = all.asleep && (state == 'S' || state == 0);
    char path[64], text[128];
    std::snprintf(path, sizeof path, "/proc/self/task/%d/schedstat", id);
    if (id == 0 || kernel::read_file(path, text, sizeof text) == 0) continue;
    char* at = text;
    all.cpu += std::strtoull(at, &at, 10);
    std::strtoull(at, &at, 10);
    all.slices += std::strtoull(at, &at, 10);
  }
  return all;
}

void Watch::look() {
  const std::int64_t now = kernel::now();
  const std::uint64_t progress = run.progress;
  const Sample seen = sample();
  if (progress != progress_) {
    *this = Watch();
    progress_ = progress;
    progressed_ = now;
    cpu_then_ = seen.cpu;
  }
  ++looks_;
  if (seen.asleep) ++asleep_looks_;
  const bool quiet =
      seen.asleep && run.timed_waits == 0 && seen.cpu == last_.cpu && seen.slices == last_.slices;
  if (!quiet) {
    quiet_since_ = now;
    quiet_looks_ = 0;
  } else {
    ++quiet_looks_;
  }
  last_ = seen;
  judge(now, seen);
}

void Watch::judge(std::int64_t now, const Sample& seen) {
  const bool leaving = run.must_be_over.load() != nullptr;
  if (quiet_looks_ >= looks_of_quiet && now - quiet_since_ >= quiet_is_deadlock) {
    if (leaving) {
      return post("thread_leak", "a thread is still waiting although everything has returned",
                  "Every thread that an answer starts must be joined before the call returns.");
    }
    return post("deadlock", "no thread can go on: all of them wait",
                "Either they wait for each other, or a wake-up came before its wait and was lost.");
  }
  const std::int64_t since = now - progressed_;
  const std::uint64_t cpu = seen.cpu - std::min(seen.cpu, cpu_then_);
  // Threads that mostly sleep are not starved of processor time; those that have used some neither.
  const bool had_their_turn = cpu >= busy_cpu || asleep_looks_ * 2 > looks_;
  if (since >= busy_is_livelock && had_their_turn) {
    if (run.timed_waits > 0 && seen.asleep && cpu < busy_cpu / 100) {
      if (since < end_of_patience) return;  // one long sleep
      return post("internal_error", "a thread sleeps for longer than the native engine waits",
                  "This is no fault of the submission. The controlled engine's clock jumps.");
    }
    return post(
        leaving ? "thread_leak" : "livelock", "threads run, but nothing has happened for 10 s",
        "A loop waits for something that nobody does, or that it does not see: the compiler "
        "may read a plain variable once only.");
  }
  if (since >= end_of_patience) {
    post("internal_error", "the threads got too little processor time to say anything",
         "This is no fault of the submission: the machine is too busy for real threads.");
  }
}

}  // namespace kata::native
