// SPDX-License-Identifier: MIT
#include "run/child.hpp"

#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cctype>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "base/errors.hpp"
#include "run/orphans.hpp"
#include "run/outside_limits.hpp"
#include "run/spawn.hpp"

namespace grader::run {

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds tick{50};

std::atomic<bool> interrupted{false};

// One pipe from the child: keeps the first bytes, reads the rest away so that a flood neither
// blocks the child nor fills our memory.
struct Drain {
  Descriptor* pipe;
  std::string* kept;
  std::size_t most;
  std::uint64_t seen = 0;

  // Reads what is there now, but no more than a share, so that a flood cannot keep us from the
  // clock. False when the other side is closed.
  bool read_some() {
    static thread_local std::array<char, 65536> buffer;
    for (int share = 0; share < 16; ++share) {
      const ssize_t got = ::read(pipe->get(), buffer.data(), buffer.size());
      if (got == 0) return false;
      if (got < 0) return errno == EAGAIN || errno == EINTR;
      const auto bytes = static_cast<std::size_t>(got);
      kept->append(buffer.data(), std::min(bytes, most - std::min(most, kept->size())));
      seen += bytes;
    }
    return true;
  }
};

// Resident bytes of a process, 0 if they cannot be known.
std::uint64_t resident_bytes(pid_t pid) {
  const auto text = read_file(fmt::format("/proc/{}/statm", pid), 4096);
  unsigned long total = 0, resident = 0;
  if (!text || std::sscanf(text->c_str(), "%lu %lu", &total, &resident) != 2) return 0;
  return resident * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
}

// Seconds that the first thread of a process was ready to run and had no processor; 0 if the kernel
// does not tell (proc(5), schedstat).
double waited_seconds(pid_t pid) {
  const auto text = read_file(fmt::format("/proc/{}/schedstat", pid), 4096);
  unsigned long long ran = 0, waited = 0;
  if (!text || std::sscanf(text->c_str(), "%llu %llu", &ran, &waited) != 2) return 0;
  return static_cast<double>(waited) / 1e9;
}

// How many processes the kernel has ended for want of memory, of all groups; 0 if it does not tell.
std::uint64_t ended_for_memory() {
  const std::string text = read_file("/proc/vmstat", std::size_t{1} << 20).value_or("");
  const std::size_t at = text.find("\noom_kill ");
  return at == std::string::npos ? 0 : std::strtoull(text.c_str() + at + 10, nullptr, 10);
}

class Run {
 public:
  explicit Run(const Command& command)
      : command_(command),
        deadline_(Clock::now() + command.limits.wall),
        child_(spawn(command)),
        drains_{Drain{&child_.out, &ended_.out, command.limits.output},
                Drain{&child_.err, &ended_.err, command.limits.output},
                Drain{&child_.report, &ended_.report, command.limits.report}} {}

  Ended wait() {
    const Clock::time_point start = Clock::now();
    send_input();
    while (ended_.stopped == Stopped::no && !interrupted && !has_ended()) watch();
    ended_.waited_seconds = waited_seconds(child_.pid);
    // Killing before reaping: until then the number cannot belong to anybody else.
    kill_all_of(child_.pid);
    rusage usage{};
    const int status = wait_known(child_.pid, &usage);
    kill_orphans();
    for (Drain& drain : drains_) {
      // What is still in the pipe; its writers are all dead. One share is more than a pipe holds.
      while (drain.pipe->open() && drain.read_some() && drain.seen <= drain.most) {
        pollfd more{drain.pipe->get(), POLLIN, 0};
        if (poll(&more, 1, 0) <= 0) break;
      }
    }
    if (interrupted) throw Interrupted();
    if (WIFSIGNALED(status)) ended_.signal = WTERMSIG(status);
    if (WIFEXITED(status)) ended_.exit_status = WEXITSTATUS(status);
    ended_.out_bytes = drains_[0].seen;
    ended_.peak_resident =
        std::max(ended_.peak_resident, static_cast<std::uint64_t>(usage.ru_maxrss) * 1024);
    ended_.cpu_seconds = static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
                         static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
    ended_.wall_seconds = std::chrono::duration<double>(Clock::now() - start).count();
    if (const std::string why = out_of_outside_time(command_.limits, ended_); !why.empty()) {
      throw InternalError(why);
    }
    const bool killed = ended_.signal == SIGKILL ||
                        ended_.err.find("Killed signal terminated") != std::string::npos;
    if (killed && ended_.stopped == Stopped::no && ended_for_memory() != ended_for_memory_) {
      throw InternalError(
          fmt::format("the machine ran out of memory: the kernel ended {}, which used {} MB",
                      command_.argv.front(), ended_.peak_resident >> 20));
    }
    return std::move(ended_);
  }

 private:
  void send_input() {
    // A line fits into a pipe's buffer; SIGPIPE is ignored, so a child that is gone does not
    // matter.
    [[maybe_unused]] const ssize_t sent =
        ::write(child_.in.get(), command_.input.data(), command_.input.size());
    child_.in.close();
  }

  bool has_ended() const {
    siginfo_t info{};
    return waitid(P_PID, static_cast<id_t>(child_.pid), &info, WEXITED | WNOHANG | WNOWAIT) != 0 ||
           info.si_pid == child_.pid;
  }

  // Sleeps until something happens, at most a tick, and deals with it.
  void watch() {
    std::array<pollfd, 4> waiting{};
    for (std::size_t i = 0; i < drains_.size(); ++i) {
      waiting[i] = {drains_[i].pipe->get(), POLLIN, 0};  // -1 is passed over by poll
    }
    waiting[3] = {child_.process.get(), POLLIN, 0};
    // Without a pidfd the end of the child is only seen by looking often.
    const auto longest = child_.process.open() ? tick : std::chrono::milliseconds(2);
    poll(waiting.data(), waiting.size(), static_cast<int>(longest.count()));
    for (std::size_t i = 0; i < drains_.size(); ++i) {
      if (waiting[i].revents != 0 && !drains_[i].read_some()) drains_[i].pipe->close();
    }
    if (drains_[2].seen > command_.limits.report) ended_.stopped = Stopped::report_flood;
    const Clock::time_point now = Clock::now();
    if (command_.limits.wall.count() > 0 && now >= deadline_) ended_.stopped = Stopped::wall_clock;
    if (command_.limits.resident > 0 && now >= next_look_) {
      next_look_ = now + tick;
      const std::uint64_t resident = resident_bytes(child_.pid);
      ended_.peak_resident = std::max(ended_.peak_resident, resident);
      if (resident > command_.limits.resident) ended_.stopped = Stopped::memory;
    }
  }

  const Command& command_;
  Clock::time_point deadline_;
  Clock::time_point next_look_{};
  std::uint64_t ended_for_memory_ = ended_for_memory();
  Spawned child_;
  Ended ended_;
  std::array<Drain, 3> drains_;
};

}  // namespace

Ended run_child(const Command& command) {
  signal(SIGPIPE, SIG_IGN);
  return Run(command).wait();
}

void interrupt() noexcept { interrupted = true; }

bool is_interrupted() noexcept { return interrupted; }

std::string describe_end(const Ended& ended) {
  if (ended.signal == 0) return fmt::format("exit status {}", ended.exit_status);
  const char* name = sigdescr_np(ended.signal);
  std::string words = name != nullptr ? name : "unknown";
  // "Segmentation fault", but "CPU time limit exceeded".
  if (words.size() > 1 && std::islower(words[1]) != 0) {
    words[0] = static_cast<char>(std::tolower(words[0]));
  }
  return fmt::format("signal {} ({})", ended.signal, words);
}

}  // namespace grader::run
