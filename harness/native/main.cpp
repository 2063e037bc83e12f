// SPDX-License-Identifier: MIT
// The main program of a harness executable under the native engine: options in, one JSON report
// out.
#include <fcntl.h>
#include <unistd.h>

#include <charconv>
#include <cstdio>
#include <stdexcept>

#include "native/clock.hpp"
#include "native/crash.hpp"
#include "native/noise.hpp"
#include "native/oracle.hpp"
#include "native/real.hpp"
#include "native/report.hpp"
#include "native/sanitizer.hpp"
#include "native/statics.hpp"
#include "native/threads.hpp"
#include "native/watch.hpp"

// The submission's side, from KATA_SCENARIOS.
extern "C" {
extern const char kata_submission_path[];
void kata_register_scenarios();
}

namespace kata::native {

namespace {

constexpr const char* help =
    R"(Runs one submission on real threads, with random delays, and prints one JSON report.
What it finds is a fault. That it finds none shows little: the controlled engine judges.

usage: HARNESS [options]
  --schedules N      runs                                             (default 500)
  --seed S           what instances and delays start from             (default 1)
  --time-limit SEC   begin no further run after so many seconds       (default 60)
  --problem SLUG     the problem's name in the report
  --submission NAME  the submission's name in the report
  --show-output      let the submission print
  --sealed           for the grader: nonce on stdin, report on descriptor 3
  --help             this text

example: HARNESS --schedules 2000 --seed 7
exit status: 0 nothing found, 1 a fault found, 2 wrong options, 3 could not judge
)";

struct Streams {
  int report = 1;
  int error = 2;
  std::string nonce;
};

struct Invocation {
  Streams streams;
  bool sealed = false;
  bool wants_help = false;
  std::string wrong_use;
};

// Built on first use, which is before this library's own globals.
Invocation& invocation() {
  static Invocation instance;
  return instance;
}

void write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const long written = kernel::call(SYS_write, descriptor, kernel::word(text.data()),
                                      static_cast<long>(text.size()));
    if (written <= 0) return;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

template <class Number>
Number number(std::string_view option, std::string_view text, Number least) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < least) {
    throw std::invalid_argument(std::string(option) + " takes a number of at least " +
                                std::to_string(least) + ", not '" + std::string(text) + "'");
  }
  return value;
}

void parse(int count, char** arguments) {
  Invocation& invoked = invocation();
  Settings& settings = run.settings;
  for (int i = 1; i < count; ++i) {
    const std::string_view option = arguments[i];
    const auto value = [&]() -> std::string {
      if (i + 1 >= count) throw std::invalid_argument(std::string(option) + " needs a value");
      return arguments[++i];
    };
    if (option == "--help") {
      invoked.wants_help = true;
    } else if (option == "--sealed") {
      invoked.sealed = true;
    } else if (option == "--show-output") {
      settings.show_output = true;
    } else if (option == "--schedules") {
      settings.schedules = number<std::uint64_t>(option, value(), 1);
    } else if (option == "--seed") {
      settings.seed = number<std::uint64_t>(option, value(), 0);
    } else if (option == "--time-limit") {
      settings.time_limit = number<double>(option, value(), 0.001);
    } else if (option == "--problem") {
      settings.problem = value();
    } else if (option == "--submission") {
      settings.submission = value();
    } else {
      throw std::invalid_argument("unknown option '" + std::string(option) + "'");
    }
  }
}

// The report is ours alone: the submission finds neither its descriptor under a number it could
// guess nor the nonce, which is read before any of its code runs.
void take_streams() {
  Streams& streams = invocation().streams;
  streams.error = fcntl(2, F_DUPFD_CLOEXEC, 200);
  streams.report = fcntl(1, F_DUPFD_CLOEXEC, 200);
  if (invocation().sealed) {
    streams.report = fcntl(3, F_DUPFD_CLOEXEC, 200);
    close(3);
    char c = 0;
    while (read(0, &c, 1) == 1 && c != '\n' && streams.nonce.size() < 128) streams.nonce += c;
  }
  const int null = open("/dev/null", O_RDWR | O_CLOEXEC);
  dup2(null, 0);
  if (!run.settings.show_output) {
    dup2(null, 1);
    dup2(null, 2);
  }
}

// Runs before the constructors of the submission's global objects.
__attribute__((constructor)) void prepare(int count, char** arguments, char**) {
  begin_sanitizer();
  try {
    parse(count, arguments);
  } catch (const std::exception& error) {
    invocation().wrong_use = error.what();
  }
  if (invocation().wants_help || !invocation().wrong_use.empty()) return;
  take_streams();
}

// Writes the line to the grader, behind the nonce that makes it ours; or to standard output.
void seal(std::string_view line) {
  const Streams& streams = invocation().streams;
  if (invocation().sealed) {
    write_all(streams.report, "\n");
    write_all(streams.report, streams.nonce);
    write_all(streams.report, "\n");
  }
  write_all(streams.report, line);
}

[[noreturn]] void deliver(double seconds) {
  seal(report(kata_submission_path, seconds));
  const std::string_view verdict = run.failed == 2 ? run.failure.verdict : "accepted";
  kernel::end_process(verdict == "internal_error" ? 3 : verdict == "accepted" ? 0 : 1);
}

// Until the schedule has come to its end, or failed.
void wait_for_end(Watch& watch) {
  constexpr std::int64_t look_every = 50'000'000;
  watch.begin();
  for (;;) {
    const std::uint32_t seen = run.event;
    if (run.failed == 2 || run.over) return;
    const std::int64_t before = kernel::now();
    kernel::wait(run.event, seen, look_every);
    if (kernel::now() - before >= look_every) watch.look();
  }
}

// Whether it came to its end.
bool run_one(std::uint64_t number) {
  run.draws = Random(run.settings.seed * 0x100000001b3 + number);
  run.schedule = number;
  run.parameters = 0;
  run.over = false;
  draw_scenario();
  run.begun = shown(CLOCK_MONOTONIC);
  pthread_t scenario{};
  if (start_thread(&scenario, nullptr, run_scenario, nullptr, "main", true) != 0) {
    throw std::runtime_error("cannot start a thread");
  }
  static Watch watch;
  wait_for_end(watch);
  if (run.failed == 2) return false;
  join_thread(scenario);
  // Whoever failed has claimed it before the end, but may not have posted it yet.
  while (run.failed == 1) kernel::yield();
  forget_threads();
  forget_books();
  restore_variables();
  return run.failed == 0;
}

int run_all() {
  const Invocation& invoked = invocation();
  if (invoked.wants_help) {
    std::fputs(help, stdout);
    std::fflush(stdout);
    return 0;
  }
  if (!invoked.wrong_use.empty()) {
    std::fprintf(stderr, "%s\nTry --help.\n", invoked.wrong_use.c_str());
    return 2;
  }
  try {
    registering = true;
    kata_register_scenarios();
    registering = false;
    if (run.scenario_count == 0) {
      throw std::runtime_error("no scenario of this problem can be judged by real time");
    }
    look_for_processors();
    catch_crashes();
    prepare_threads();
    remember_variables();
    const std::int64_t begun = kernel::now();
    const auto seconds = [begun] { return static_cast<double>(kernel::now() - begun) / 1e9; };
    for (std::uint64_t number = 1; number <= run.settings.schedules; ++number) {
      if (!run_one(number)) break;
      ++run.finished;
      if (seconds() > run.settings.time_limit) break;
    }
    deliver(seconds());
  } catch (const std::exception& error) {
    write_all(invoked.streams.error, std::string("the judge failed: ") + error.what() + "\n");
    if (invoked.sealed) seal(judge_failed(error.what()));
    return 3;
  }
}

}  // namespace

}  // namespace kata::native

// Ends without destructors or exit handlers: those are the submission's, and it had its turn.
KATA_INSTEAD int main() { kata::native::kernel::end_process(kata::native::run_all()); }
