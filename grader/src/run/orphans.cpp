// SPDX-License-Identifier: MIT
#include "run/orphans.hpp"

#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <mutex>
#include <set>
#include <sstream>

#include "base/files.hpp"

namespace grader::run {

namespace {

struct Known {
  std::mutex mutex;
  std::set<pid_t> children;
  Known() { prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0); }
};

Known& known() {
  static Known instance;
  return instance;
}

// Children of every thread of the grader, those that we started and those that we inherited.
std::set<pid_t> all_children() {
  std::set<pid_t> result;
  std::error_code error;
  for (const auto& task : std::filesystem::directory_iterator("/proc/self/task", error)) {
    std::istringstream list(read_file(task.path() / "children").value_or(""));
    for (pid_t pid = 0; list >> pid;) result.insert(pid);
  }
  return result;
}

}  // namespace

pid_t fork_known(const std::function<void()>& in_child) {
  const std::lock_guard<std::mutex> lock(known().mutex);
  const pid_t pid = fork();
  if (pid == 0) {
    in_child();
    _exit(127);
  }
  if (pid > 0) known().children.insert(pid);
  return pid;
}

int wait_known(pid_t pid, rusage* usage) {
  int status = 0;
  while (wait4(pid, &status, 0, usage) < 0 && errno == EINTR) {
  }
  // Forgotten only now: a number is not given out again before its process was waited for.
  const std::lock_guard<std::mutex> lock(known().mutex);
  known().children.erase(pid);
  return status;
}

void kill_all_of(pid_t pid) {
  kill(-pid, SIGKILL);
  kill(pid, SIGKILL);  // the group does not exist before the child's setsid
}

void kill_orphans() {
  // An orphan's own children become orphans when it dies, hence the loop; bounded, because a
  // process that cannot be killed (in a system call that hangs) must not hang the grader.
  for (int round = 0; round < 1000; ++round) {
    bool found = false;
    for (const pid_t pid : all_children()) {
      {
        const std::lock_guard<std::mutex> lock(known().mutex);
        if (known().children.count(pid) != 0) continue;
      }
      found = true;
      kill(pid, SIGKILL);
      int status = 0;
      waitpid(pid, &status, 0);
    }
    if (!found) return;
  }
}

}  // namespace grader::run
