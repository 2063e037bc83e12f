// SPDX-License-Identifier: MIT
// The main program of every harness executable: options in, one JSON report out.
#include <fcntl.h>
#include <sys/personality.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <exception>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "choice/strategy.hpp"
#include "explore/explore.hpp"
#include "explore/first_failure.hpp"
#include "explore/report.hpp"
#include "explore/session.hpp"
#include "intercept/common.hpp"
#include "intercept/process.hpp"
#include "kata/kata.hpp"
#include "oracle/oracle.hpp"
#include "world/world.hpp"

// The submission's side, from KATA_SCENARIOS.
extern "C" {
extern const char kata_submission_path[];
void kata_register_scenarios();
}

namespace kata::explore {

namespace {

constexpr std::string_view help =
    R"(Runs one submission through controlled schedules and prints one JSON report.

usage: HARNESS [options]
  --schedules N      schedules to run                                 (default 10000)
  --seed S           what the random choices start from               (default 1)
  --strategy NAME    {strategies}(default portfolio)
  --replay TOKEN     run the one schedule that TOKEN stands for
  --time-limit SEC   stop after so many seconds                       (default 60)
  --reject WARNING   count this kind of warning as a failure (such as busy_wait)
  --problem SLUG     the problem's name in the report
  --submission NAME  the submission's name in the report
  --races MODE       of a whole program: report (a race is a bug) or allow (default report)
  --seeds N          only say how soon each of N seeds finds a failure
  --show-output      let the submission print
  --sealed           for the grader: nonce on stdin, report on descriptor 3
  --help             this text
  -- ARGS            what a whole program's main gets

example: HARNESS --schedules 50000 --seed 7
exit status: 0 accepted, 1 rejected, 2 wrong options, 3 could not judge
)";

std::string help_text() {
  constexpr std::string_view mark = "{strategies}";
  constexpr std::size_t width = 49;  // up to the column of the defaults
  const std::vector<std::string> names = choice::strategy_names();
  std::string list;
  for (std::size_t i = 0; i < names.size(); ++i) {
    list += (i == 0 ? "" : i + 1 == names.size() ? " or " : ", ") + names[i];
  }
  list.resize(std::max(list.size() + 1, width), ' ');
  std::string text(help);
  return text.replace(text.find(mark), mark.size(), list);
}

struct Streams {
  int report = 1;  ///< where the report goes
  int out = 1;     ///< the real standard output and error, for messages of ours
  int error = 2;
  std::string nonce;
};

// How the program was called. Built on first use, which is before this library's own globals.
struct Invocation {
  Streams streams;
  Settings settings;
  bool sealed = false;
  std::uint64_t seeds = 0;  ///< 0: explore once and report
  bool wants_help = false;
  std::string wrong_use;
};

Invocation& invocation() {
  static Invocation instance;
  return instance;
}

void write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = write(descriptor, text.data(), text.size());
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
  Settings& settings = invoked.settings;
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
    } else if (option == "--seeds") {
      invoked.seeds = number<std::uint64_t>(option, value(), 1);
    } else if (option == "--time-limit") {
      settings.time_limit = number<double>(option, value(), 0.001);
    } else if (option == "--strategy") {
      settings.strategy = value();
    } else if (option == "--replay") {
      settings.replay = value();
    } else if (option == "--reject") {
      settings.reject.insert(value());
    } else if (option == "--races") {
      const std::string mode = value();
      if (mode != "report" && mode != "allow") {
        throw std::invalid_argument("--races is report or allow, not '" + mode + "'");
      }
      settings.races_allowed = mode == "allow";
    } else if (option == "--") {
      oracle::program_arguments.assign(arguments + i + 1, arguments + count);
      break;
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
  Invocation& invoked = invocation();
  Streams& streams = invoked.streams;
  streams.out = fcntl(1, F_DUPFD_CLOEXEC, 200);
  streams.error = fcntl(2, F_DUPFD_CLOEXEC, 200);
  streams.report = streams.out;
  if (invoked.sealed) {
    streams.report = fcntl(3, F_DUPFD_CLOEXEC, 200);
    close(3);
    char c = 0;
    while (read(0, &c, 1) == 1 && c != '\n' && streams.nonce.size() < 128) streams.nonce += c;
  }
  const int null = open("/dev/null", O_RDWR | O_CLOEXEC);
  dup2(null, 0);
  if (!invoked.settings.show_output) {
    dup2(null, 1);
    dup2(null, 2);
  }
}

// Writes the line to the grader, behind the nonce that makes it ours; or to standard output.
void seal(const std::string& line) {
  const Invocation& invoked = invocation();
  const std::string nonce = invoked.sealed ? "\n" + invoked.streams.nonce + "\n" : "";
  write_all(invoked.streams.report, nonce + line + "\n");
}

int deliver(const Result& result) {
  seal(report(invocation().settings, result, kata_submission_path));
  if (result.verdict == model::Verdict::internal_error) return 3;
  return result.verdict == model::Verdict::accepted ? 0 : 1;
}

// The submission broke the process before the first schedule, or in between.
void early_end(model::Verdict verdict, const char* message) {
  intercept::on_early_end = nullptr;  // once is enough
  Result result;
  result.verdict = verdict;
  FailedSchedule failed;
  failed.failure.verdict = verdict;
  failed.failure.message = std::string(message) + ", before the first call";
  result.failed = std::move(failed);
  intercept::end_process(deliver(result));
}

// Libraries lie elsewhere in every process, and a submission may take an address in one for
// entropy. Starts this program again without that, if it can.
void fix_addresses(char** arguments, char** environment) {
  const int now = personality(0xffffffff);
  if (now == -1 || (now & ADDR_NO_RANDOMIZE) != 0) return;
  if (personality(static_cast<unsigned long>(now) | ADDR_NO_RANDOMIZE) == -1) return;
  if ((personality(0xffffffff) & ADDR_NO_RANDOMIZE) == 0) return;
  intercept::real<int(const char*, char* const*, char* const*)>("execve")("/proc/self/exe",
                                                                          arguments, environment);
}

// Runs before the constructors of the submission's global objects.
__attribute__((constructor(200))) void prepare(int count, char** arguments, char** environment) {
  fix_addresses(arguments, environment);
  try {
    parse(count, arguments);
  } catch (const std::exception& error) {
    invocation().wrong_use = error.what();
  }
  if (invocation().wants_help || !invocation().wrong_use.empty()) return;
  take_streams();
  open_session();
  intercept::on_early_end = early_end;
}

// A submission that defines one of the functions we stand in for would not be controlled.
const char* redefined() {
  for (const char* name : {"pthread_mutex_lock",
                           "pthread_mutex_unlock",
                           "pthread_create",
                           "pthread_join",
                           "pthread_cond_wait",
                           "pthread_cond_signal",
                           "pthread_cond_broadcast",
                           "syscall",
                           "__tsan_read4",
                           "__tsan_write4",
                           "__tsan_read8",
                           "__tsan_write8",
                           "malloc",
                           "free",
                           "_Znwm",
                           "_ZdlPv",
                           "nanosleep",
                           "clock_gettime",
                           "sched_yield",
                           "sem_wait",
                           "sem_post",
                           "memcpy",
                           "exit",
                           "abort",
                           "pthread_once",
                           "__cxa_guard_acquire"}) {
    void* used = dlsym(RTLD_DEFAULT, name);
    if (used != nullptr && intercept::from_executable(used)) return name;
  }
  return nullptr;
}

int run() {
  const Invocation& invoked = invocation();
  if (invoked.wants_help) {
    std::fputs(help_text().c_str(), stdout);
    std::fflush(stdout);
    return 0;
  }
  if (!invoked.wrong_use.empty()) {
    std::fprintf(stderr, "%s\nTry --help.\n", invoked.wrong_use.c_str());
    return 2;
  }
  if (const char* name = redefined()) {
    Result result;
    // What has no file is a whole program, and C lets it have functions of any name.
    const bool program = kata_submission_path[0] == '\0';
    result.verdict = program ? model::Verdict::internal_error : model::Verdict::undefined_behavior;
    FailedSchedule failed;
    failed.failure.verdict = result.verdict;
    failed.failure.message = program ? std::string("the program defines ") + name +
                                           " itself, in place of the one that the judge knows"
                                     : std::string("the submission defines ") + name + " itself";
    if (!program) {
      failed.failure.rule = "That name belongs to the standard library; remove the definition.";
    }
    result.failed = std::move(failed);
    return deliver(result);
  }
  try {
    oracle::registering = true;
    kata_register_scenarios();
    oracle::registering = false;
    begin_schedules();
    intercept::on_early_end = early_end;
    if (invoked.seeds > 0) {
      write_all(invoked.streams.report, first_failures(invoked.settings, invoked.seeds) + "\n");
      return 0;
    }
    return deliver(explore(invoked.settings));
  } catch (const std::invalid_argument& error) {
    const std::string message = std::string(error.what()) + "\nTry --help.\n";
    write_all(invoked.streams.error, message);
    return 2;
  } catch (const std::exception& error) {
    write_all(invoked.streams.error, std::string("the judge failed: ") + error.what() + "\n");
    if (invoked.sealed) seal(judge_failed(error.what()));
    return 3;
  }
}

// The linker took the runtime's own main for the program's, which has none.
[[noreturn]] void no_main() {
  write_all(invocation().streams.error, "the program has no main\n");
  intercept::end_process(2);
}

}  // namespace

}  // namespace kata::explore

// Ends without destructors or exit handlers: those are the submission's, and it had its turn.
KATA_EXPORT int kata_runtime_main() { kata::intercept::end_process(kata::explore::run()); }
KATA_EXPORT int main() {
  if (kata::intercept::on_fiber()) kata::explore::no_main();
  kata::intercept::end_process(kata::explore::run());
}
