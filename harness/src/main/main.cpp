// SPDX-License-Identifier: MIT
// The main program of every harness executable: options in, one JSON report out.
#include <fcntl.h>
#include <sys/personality.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstring>
#include <exception>
#include <ios>
#include <stdexcept>
#include <string>
#include <string_view>

#include "explain/report.hpp"
#include "explore/explore.hpp"
#include "explore/session.hpp"
#include "fiber/image.hpp"
#include "intercept/common.hpp"
#include "intercept/process.hpp"
#include "kata/kata.hpp"
#include "main/first_failure.hpp"
#include "main/options.hpp"
#include "oracle/oracle.hpp"

// The submission's side, from KATA_SCENARIOS.
extern "C" {
extern const char kata_submission_path[];
void kata_register_scenarios();
}

namespace kata::main {

namespace {

struct Streams {
  int report = 1;  ///< where the report goes
  int out = 1;     ///< the real standard output and error, for messages of ours
  int error = 2;
  // The nonce is never in memory as it is written before the report is: a search for it finds
  // neither half, and the submission has had its turn when they are put together.
  std::string masked_nonce, mask;
};

// How the program was called. Built on first use, which is before this library's own globals.
struct Invocation {
  Options options;
  Streams streams;
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

// The report is ours alone: the submission finds neither its descriptor under a number it could
// guess nor the nonce, which is read before any of its code runs.
void take_streams() {
  Invocation& invoked = invocation();
  Streams& streams = invoked.streams;
  const auto draw = [](void* memory, std::size_t size) {
    intercept::real<ssize_t(void*, size_t, unsigned)>("getrandom")(memory, size, 0);
  };
  draw(oracle::key, sizeof oracle::key);
  streams.out = fcntl(1, F_DUPFD_CLOEXEC, 200);
  streams.error = fcntl(2, F_DUPFD_CLOEXEC, 200);
  streams.report = streams.out;
  if (invoked.options.sealed) {
    streams.report = fcntl(3, F_DUPFD_CLOEXEC, 200);
    close(3);
    std::array<char, 128> mask{};
    draw(mask.data(), mask.size());
    streams.mask.assign(mask.begin(), mask.end());
    char c = 0;
    while (read(0, &c, 1) == 1 && c != '\n' && streams.masked_nonce.size() < mask.size()) {
      streams.masked_nonce += static_cast<char>(c ^ mask[streams.masked_nonce.size()]);
    }
  }
  int null = open("/dev/null", O_RDWR | O_CLOEXEC);
  // Confined on a kernel without Landlock, a process opens nothing to write.
  if (null < 0) null = open("/dev/null", O_RDONLY | O_CLOEXEC);
  dup2(null, 0);
  if (!invoked.options.settings.show_output) {
    dup2(null, 1);
    dup2(null, 2);
  }
}

// Writes the line to the grader, behind the nonce that makes it ours; or to standard output.
void seal(const std::string& line) {
  const Invocation& invoked = invocation();
  const Streams& streams = invoked.streams;
  std::string nonce;
  if (invoked.options.sealed) {
    nonce = "\n";
    for (std::size_t i = 0; i < streams.masked_nonce.size(); ++i) {
      nonce += static_cast<char>(streams.masked_nonce[i] ^ streams.mask[i]);
    }
    nonce += "\n";
  }
  write_all(streams.report, nonce + line + "\n");
}

int deliver(const explore::Result& result) {
  seal(explain::report(invocation().options.settings, result, kata_submission_path));
  if (result.verdict == model::Verdict::internal_error) return 3;
  return result.verdict == model::Verdict::accepted ? 0 : 1;
}

// The submission broke the process before the first schedule, or in between.
void early_end(model::Verdict verdict, const char* message) {
  intercept::on_early_end = nullptr;  // once is enough
  explore::Result result;
  result.verdict = verdict;
  explore::FailedSchedule failed;
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

// What has no file is a whole program.
bool is_program() { return kata_submission_path[0] == '\0'; }

// Runs before the constructors of the submission's global objects.
__attribute__((constructor(200))) void prepare(int count, char** arguments, char** environment) {
  fix_addresses(arguments, environment);
  try {
    parse(count, arguments, invocation().options);
    oracle::program_arguments = invocation().options.program_arguments;
  } catch (const std::exception& error) {
    invocation().wrong_use = error.what();
  }
  if (invocation().options.wants_help || !invocation().wrong_use.empty()) return;
  take_streams();
  explore::open_session();
  if (is_program()) {
    // The standard streams lie among the executable's variables, and are to be in their image.
    static const std::ios_base::Init streams;
    // Each schedule runs the constructors of its global objects, as a process does.
    fiber::hold_constructors();
  }
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
  // A program's own get their memory from malloc, which is ours. A submission's would be its
  // judge's as well.
  for (const char* name : {"_Znwm", "_ZdlPv"}) {
    void* used = dlsym(RTLD_DEFAULT, name);
    if (!is_program() && used != nullptr && intercept::from_executable(used)) return name;
  }
  return nullptr;
}

int run() {
  const Invocation& invoked = invocation();
  if (invoked.options.wants_help) {
    std::fputs(help_text().c_str(), stdout);
    std::fflush(stdout);
    return 0;
  }
  if (!invoked.wrong_use.empty()) {
    std::fprintf(stderr, "%s\nTry --help.\n", invoked.wrong_use.c_str());
    return 2;
  }
  if (const char* name = redefined()) {
    explore::Result result;
    // C lets a program have functions of any name.
    const bool program = is_program();
    result.verdict = program ? model::Verdict::internal_error : model::Verdict::undefined_behavior;
    explore::FailedSchedule failed;
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
    explore::begin_schedules();
    intercept::on_early_end = early_end;
    if (invoked.options.seeds > 0) {
      write_all(invoked.streams.report,
                first_failures(invoked.options.settings, invoked.options.seeds) + "\n");
      return 0;
    }
    return deliver(explore::explore(invoked.options.settings));
  } catch (const std::invalid_argument& error) {
    const std::string message = std::string(error.what()) + "\nTry --help.\n";
    write_all(invoked.streams.error, message);
    return 2;
  } catch (const std::exception& error) {
    write_all(invoked.streams.error, std::string("the judge failed: ") + error.what() + "\n");
    if (invoked.options.sealed) seal(explain::judge_failed(error.what()));
    return 3;
  }
}

// The linker took the runtime's own main for the program's, which has none.
[[noreturn]] void no_main() {
  write_all(invocation().streams.error, "the program has no main\n");
  intercept::end_process(2);
}

}  // namespace

}  // namespace kata::main

// Ends without destructors or exit handlers: those are the submission's, and it had its turn.
KATA_EXPORT int kata_runtime_main() { kata::intercept::end_process(kata::main::run()); }
KATA_EXPORT int main() {
  if (kata::intercept::on_fiber()) kata::main::no_main();
  kata::intercept::end_process(kata::main::run());
}
