// SPDX-License-Identifier: MIT
#include "run/spawn.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <sys/personality.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <optional>

#include "base/errors.hpp"
#include "run/confine.hpp"
#include "run/orphans.hpp"
#include "run/outside_limits.hpp"

namespace grader::run {

namespace {

struct Pipe {
  Descriptor read, write;
  Pipe() {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) {
      throw InternalError(fmt::format("cannot make a pipe: {}", std::strerror(errno)));
    }
    read = Descriptor(ends[0]);
    write = Descriptor(ends[1]);
  }
};

// What the child reports instead of becoming the program; a pipe carries it.
struct Unstarted {
  Unconfined::Call unconfined = Unconfined::none;
  int error = 0;
};

// Everything the child needs, made before fork: after it, only async-signal-safe calls are allowed,
// because other threads of the grader may have held any lock.
struct Plan {
  std::vector<char*> argv;
  std::vector<char*> environment;
  const char* path = nullptr;
  const char* directory = nullptr;
  int streams[4] = {-1, -1, -1, -1};  // become descriptors 0 to 3; -1: stays as it is
  int failure = -1;                   // an Unstarted goes here if exec does not come about
  Limits limits;
  Confinement* confinement = nullptr;
  const FileConfinement* files = nullptr;
};

void limit(__rlimit_resource resource, std::uint64_t value, std::uint64_t grace = 0) {
  if (value == 0) return;
  rlimit bound{};
  getrlimit(resource, &bound);
  // Never raise what whoever started us has lowered.
  bound.rlim_max = std::min<rlim_t>(bound.rlim_max, value + grace);
  bound.rlim_cur = std::min<rlim_t>(bound.rlim_max, value);
  setrlimit(resource, &bound);
}

void limit_all(const Limits& limits) {
  // At the soft limit comes SIGXCPU, which names the reason; at the hard one SIGKILL.
  limit(RLIMIT_CPU, limits.cpu_seconds, 1);
  limit(RLIMIT_AS, limits.address_space);
  limit(RLIMIT_FSIZE, limits.file_size);
  limit(RLIMIT_NOFILE, limits.open_files);
  rlimit stack{};
  getrlimit(RLIMIT_STACK, &stack);
  stack.rlim_cur = std::min<rlim_t>(stack.rlim_max, stack_size);
  setrlimit(RLIMIT_STACK, &stack);
  const rlimit none{0, 0};
  setrlimit(RLIMIT_CORE, &none);
}

// The pipes to descriptors 0 to 3, all others closed at exec. Moved out of the way first: a pipe's
// own number may be one of the four.
bool connect_streams(int (&streams)[4], int& failure) {
  for (int& stream : streams) {
    if (stream >= 0 && (stream = fcntl(stream, F_DUPFD_CLOEXEC, 10)) < 0) return false;
  }
  failure = fcntl(failure, F_DUPFD_CLOEXEC, 10);
  for (int target = 0; target < 4; ++target) {
    if (streams[target] >= 0 && dup2(streams[target], target) < 0) return false;
  }
  const unsigned first = streams[3] >= 0 ? 4 : 3;
  syscall(SYS_close_range, first, ~0U, 1U << 2 /* CLOSE_RANGE_CLOEXEC */);
  return true;
}

[[noreturn]] void give_up(int pipe, const Unstarted& reason) {
  [[maybe_unused]] const ssize_t told = write(pipe, &reason, sizeof reason);
  _exit(127);
}

[[noreturn]] void become(Plan& plan) {
  setsid();
  // The grader ignores or handles these; the program starts with nothing blocked.
  for (const int number : {SIGINT, SIGTERM, SIGPIPE, SIGHUP, SIGXFSZ}) signal(number, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  // The same addresses in every process: a submission that takes them for entropy stays replayable.
  personality(ADDR_NO_RANDOMIZE);
  bool good = connect_streams(plan.streams, plan.failure);
  good = good && (plan.directory == nullptr || chdir(plan.directory) == 0);
  if (good) {
    limit_all(plan.limits);
    // Last: a confined process may not even set its own limits.
    Unconfined failed;
    if (plan.files != nullptr) failed = plan.files->apply();
    if (plan.confinement != nullptr && failed.call == Unconfined::none) {
      failed = plan.confinement->apply(getpid());
    }
    if (failed.call != Unconfined::none) give_up(plan.failure, {failed.call, failed.error});
    execve(plan.confinement != nullptr ? plan.confinement->path() : plan.path, plan.argv.data(),
           plan.environment.data());
  }
  give_up(plan.failure, {Unconfined::none, errno});
}

std::vector<char*> pointers(const std::vector<std::string>& words) {
  std::vector<char*> result;
  for (const std::string& word : words) result.push_back(const_cast<char*>(word.c_str()));
  result.push_back(nullptr);
  return result;
}

// Our own PATH for the compiler's sake (it looks for `as`), nothing else of our environment.
std::vector<std::string> clean_environment() {
  const char* path = getenv("PATH");
  const std::string usual = "/usr/local/bin:/usr/bin:/bin";
  return {"PATH=" + (path != nullptr && *path != '\0' ? path + (':' + usual) : usual),
          "LANG=C.UTF-8"};
}

}  // namespace

Spawned spawn(const Command& command) {
  if (const std::string why = too_low_for(command.limits); !why.empty()) throw InternalError(why);
  std::vector<std::string> environment = clean_environment();
  environment.insert(environment.end(), command.environment.begin(), command.environment.end());
  Pipe in, failure;
  std::optional<Pipe> out, err, report;
  if (!command.inherit_output) {
    out.emplace();
    err.emplace();
  }
  if (command.report) report.emplace();
  std::optional<Confinement> confinement;
  if (command.confined) {
    confinement.emplace(command.argv.front(), command.readable, command.hidden);
  }
  std::optional<FileConfinement> files;
  if (command.only_own_files) {
    files.emplace(command.readable, command.directory, command.hidden);
  }

  Plan plan;
  plan.argv = pointers(command.argv);
  plan.environment = pointers(environment);
  plan.path = plan.argv.front();
  if (!command.directory.empty()) plan.directory = command.directory.c_str();
  plan.streams[0] = in.read.get();
  if (out) plan.streams[1] = out->write.get();
  if (err) plan.streams[2] = err->write.get();
  if (report) plan.streams[3] = report->write.get();
  plan.failure = failure.write.get();
  plan.limits = command.limits;
  plan.confinement = confinement ? &*confinement : nullptr;
  plan.files = files ? &*files : nullptr;

  Spawned spawned;
  spawned.pid = fork_known([&] { become(plan); });
  if (spawned.pid < 0) {
    throw InternalError(fmt::format(
        "cannot start a process: {}. Look at the limits on processes (ulimit -u, the container's "
        "pids limit)",
        std::strerror(errno)));
  }
  failure.write.close();
  Unstarted reason;
  if (read(failure.read.get(), &reason, sizeof reason) == static_cast<ssize_t>(sizeof reason)) {
    wait_known(spawned.pid);
    const char* what = reason.unconfined == Unconfined::none ? "start" : "confine";
    const char* call = name_of(reason.unconfined);
    const bool forbidden = reason.unconfined == Unconfined::none && reason.error == EACCES;
    throw InternalError(
        fmt::format("cannot {} {}: {}{}{}{}", what, command.argv.front(), call,
                    *call == '\0' ? "" : ": ", std::strerror(reason.error),
                    forbidden ? ". Is it on a file system that is mounted noexec? TMPDIR names "
                                "another place"
                              : ""));
  }
  spawned.process = Descriptor(static_cast<int>(syscall(SYS_pidfd_open, spawned.pid, 0)));
  spawned.in = std::move(in.write);
  if (out) spawned.out = std::move(out->read);
  if (err) spawned.err = std::move(err->read);
  if (report) spawned.report = std::move(report->read);
  for (const Descriptor* end : {&spawned.in, &spawned.out, &spawned.err, &spawned.report}) {
    if (end->open()) fcntl(end->get(), F_SETFL, O_NONBLOCK);
  }
  return spawned;
}

}  // namespace grader::run
