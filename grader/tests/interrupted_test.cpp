// SPDX-License-Identifier: MIT
// The grader is ended in the middle of its work: by SIGKILL, which it cannot see, and by the
// signals of terminals and batch systems, after which it cleans up.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "run/child.hpp"
#include "support.hpp"

namespace grader {
namespace {

namespace fs = std::filesystem;

// A grading that does not end by itself, with a directory of its own for temporary files.
class Interrupted : public ::testing::Test {
 protected:
  void SetUp() override {
    // What a killed grader leaves comes to us, so that it can be waited for.
    prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
    testing::put(small_.root() / "endless.hpp", "int answer() {\n  for (;;) {\n  }\n}\n");
  }

  pid_t start() const {
    const std::string toolchain =
        "KATA_TOOLCHAIN=" + (small_.root() / "build/toolchain.json").string();
    const std::string tmpdir = "TMPDIR=" + temporary_.path().string();
    const std::string submission = (small_.root() / "endless.hpp").string();
    std::vector<std::string> words = {KATA_PROGRAM, "grade", "pair", "--submission", submission};
    std::vector<std::string> environment = {toolchain, tmpdir, "PATH=/usr/bin:/bin"};
    const auto pointers = [](std::vector<std::string>& strings) {
      std::vector<char*> result;
      for (std::string& one : strings) result.push_back(one.data());
      result.push_back(nullptr);
      return result;
    };
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
    pid_t pid = 0;
    EXPECT_EQ(posix_spawn(&pid, KATA_PROGRAM, &actions, nullptr, pointers(words).data(),
                          pointers(environment).data()),
              0);
    posix_spawn_file_actions_destroy(&actions);
    return pid;
  }

  // Returns after some milliseconds, or when the process has ended.
  static void let_run(pid_t pid, int milliseconds) {
    const Descriptor process(static_cast<int>(syscall(SYS_pidfd_open, pid, 0)));
    pollfd waiting{process.get(), POLLIN, 0};
    poll(&waiting, 1, milliseconds);
  }

  static int status_of(pid_t pid) {
    int status = 0;
    waitpid(pid, &status, 0);
    return WIFSIGNALED(status) ? 1000 + WTERMSIG(status) : WEXITSTATUS(status);
  }

  // Processes that work in the directory for temporary files, or below it.
  std::vector<std::string> processes() const {
    std::vector<std::string> found;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator("/proc", error)) {
      const fs::path where = fs::read_symlink(entry.path() / "cwd", error);
      if (error || !where.string().starts_with(temporary_.path().string())) continue;
      found.push_back(read_file(entry.path() / "cmdline").value_or("?"));
    }
    return found;
  }

  // Orphans of a killed grader are ours now.
  static void wait_for_orphans() {
    while (waitpid(-1, nullptr, WNOHANG) > 0) {
    }
  }

  testing::SmallWorkbook small_;
  PrivateDirectory temporary_;
};

TEST_F(Interrupted, NothingIsLeftByAKilledGraderAfterTheNextStart) {
  const auto toolchain = small_.root() / "build/toolchain.json";
  for (int moment = 0; moment < 50; ++moment) {
    const pid_t pid = start();
    // From its first instructions to the middle of a schedule.
    let_run(pid, moment * moment / 6);
    kill(pid, SIGKILL);
    ASSERT_EQ(status_of(pid), 1000 + SIGKILL) << "it ended by itself";
    testing::kata({"list"}, toolchain, {"TMPDIR=" + temporary_.path().string()});
    wait_for_orphans();
    ASSERT_THAT(processes(), ::testing::IsEmpty()) << "moment " << moment;
    ASSERT_TRUE(fs::is_empty(temporary_.path())) << "moment " << moment;
  }
}

TEST_F(Interrupted, SignalsKeepTheirStatusAndLeaveNothing) {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    for (const int moment : {0, 100, 400}) {
      const pid_t pid = start();
      // Before it has a directory it may not have got as far as its handlers.
      while (fs::is_empty(temporary_.path())) let_run(pid, 1);
      let_run(pid, moment);
      kill(pid, signal);
      EXPECT_EQ(status_of(pid), 128 + signal) << "moment " << moment;
      wait_for_orphans();
      EXPECT_THAT(processes(), ::testing::IsEmpty());
      EXPECT_TRUE(fs::is_empty(temporary_.path()));
    }
  }
}

class FullOutput : public ::testing::TestWithParam<const char*> {};

TEST_P(FullOutput, IsNoVerdict) {
  const testing::SmallWorkbook small;
  testing::put(small.root() / "right.hpp", "int answer() { return 0; }\n");
  run::Command command;
  command.argv = {"/bin/bash", "-c", std::string("exec \"$0\" ") + GetParam() + " >/dev/full",
                  KATA_PROGRAM};
  command.environment = {"KATA_TOOLCHAIN=" + (small.root() / "build/toolchain.json").string()};
  command.directory = small.root();
  command.limits.cpu_seconds = 0;
  const run::Ended ended = run::run_child(command);
  EXPECT_EQ(ended.exit_status, 3);
  EXPECT_THAT(ended.err, ::testing::HasSubstr("cannot write to standard output: No space left"));
}

INSTANTIATE_TEST_SUITE_P(Commands, FullOutput,
                         ::testing::Values("grade pair --submission right.hpp --json -",
                                           "grade pair --submission right.hpp", "list",
                                           "grade --all", "doctor"));

}  // namespace
}  // namespace grader
