// SPDX-License-Identifier: MIT
#include "run/child.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <sstream>
#include <thread>

#include "base/errors.hpp"
#include "run/confine.hpp"
#include "support.hpp"

namespace grader::run {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

Command fake(const std::string& what, const std::string& argument = "") {
  Command command;
  command.argv = {FAKE_HARNESS, what, argument};
  return command;
}

TEST(Child, GivesInputAndKeepsOutput) {
  Command command = fake("echo");
  command.input = "hello\n";
  const Ended ended = run_child(command);
  EXPECT_EQ(ended.out, "hello\n");
  EXPECT_EQ(describe_end(ended), "exit status 0");
}

TEST(Child, SeesNothingOfOurEnvironment) {
  setenv("KATA_SECRET", "1", 1);
  const Ended ended = run_child(fake("environment"));
  EXPECT_THAT(ended.out, HasSubstr("PATH="));
  EXPECT_THAT(ended.out, Not(HasSubstr("KATA_SECRET")));
}

TEST(Child, ExitStatusAndSignalsAreTold) {
  EXPECT_EQ(describe_end(run_child(fake("exit", "7"))), "exit status 7");
  EXPECT_EQ(describe_end(run_child(fake("crash"))), "signal 11 (segmentation fault)");
}

TEST(Child, ThatIgnoresItsInputDoesNoHarm) {
  Command command = fake("ignore-stdin");
  command.input = "unread\n";
  EXPECT_EQ(run_child(command).exit_status, 0);
}

TEST(Child, FloodIsCutNotWaitedFor) {
  Command command = fake("flood");
  command.limits.output = 1000;
  const Ended ended = run_child(command);
  EXPECT_EQ(ended.out, std::string(1000, 'x'));
  EXPECT_EQ(ended.out_bytes, std::uint64_t{16} << 20);
}

TEST(Child, FloodOfTheReportIsStopped) {
  Command command = fake("flood-report");
  command.report = true;
  command.limits.report = 1 << 20;
  EXPECT_EQ(run_child(command).stopped, Stopped::report_flood);
}

TEST(Child, EndlessComputingMeetsTheCpuLimit) {
  Command command = fake("spin");
  command.limits.cpu_seconds = 1;
  const Ended ended = run_child(command);
  EXPECT_EQ(ended.signal, SIGXCPU);
  EXPECT_EQ(describe_end(ended), "signal 24 (CPU time limit exceeded)");
}

TEST(Child, EndlessWaitingMeetsTheWallClock) {
  Command command = fake("wait");
  command.limits.wall = std::chrono::milliseconds(1);
  EXPECT_EQ(run_child(command).stopped, Stopped::wall_clock);
}

TEST(Child, EndlessAllocatingMeetsTheMemoryLimit) {
  Command command = fake("allocate");
  command.limits.resident = std::uint64_t{64} << 20;
  command.limits.address_space = std::uint64_t{4} << 30;  // in case we look too late
  const Ended ended = run_child(command);
  EXPECT_EQ(ended.stopped, Stopped::memory);
  EXPECT_GT(ended.peak_resident, std::uint64_t{64} << 20);
}

TEST(Child, LeavesNoProcessBehind) {
  const Ended ended = run_child(fake("leave-children"));
  std::istringstream pids(ended.out);
  int found = 0;
  for (pid_t pid = 0; pids >> pid; ++found) {
    EXPECT_EQ(kill(pid, 0), -1) << pid;
    EXPECT_EQ(errno, ESRCH);
  }
  EXPECT_EQ(found, 2);
}

TEST(Child, SeveralAtOnceDoNotTakeEachOtherForOrphans) {
  std::vector<std::jthread> threads;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([] {
      for (int run = 0; run < 10; ++run) {
        EXPECT_EQ(run_child(fake("exit", "5")).exit_status, 5);
      }
    });
  }
}

TEST(Child, ThatDoesNotExistIsOurFault) {
  Command command;
  command.argv = {"/nowhere/at all"};
  EXPECT_THROW(run_child(command), InternalError);
}

TEST(Child, ConfinedMayUseThreadsAndNothingElse) {
  if (!has_landlock()) GTEST_SKIP() << "no Landlock";
  const PrivateDirectory elsewhere;
  testing::put(elsewhere.path() / "file", "text");
  Command command = fake("probe", (elsewhere.path() / "file").string());
  command.confined = true;
  EXPECT_EQ(run_child(command).out, "kill-self null thread no-exec");
}

TEST(Child, OfOwnFilesOnlyMayOpenNoOthers) {
  if (!has_landlock()) GTEST_SKIP() << "no Landlock";
  const PrivateDirectory own, readable, elsewhere;
  for (const auto* directory : {&own, &readable, &elsewhere})
    testing::put(directory->path() / "file", "text");
  const auto can = [&](const std::filesystem::path& file, const std::string& how) {
    Command command;
    command.argv = {"/bin/sh", "-c", "{ " + how + "; } 2>/dev/null", "sh", file.string()};
    command.directory = own.path();
    command.only_own_files = true;
    command.readable = {readable.path()};
    return run_child(command).exit_status == 0;
  };
  const std::string read = "cat \"$1\"", write = "echo >> \"$1\"";
  EXPECT_TRUE(can(own.path() / "file", read));
  EXPECT_TRUE(can(own.path() / "file", write));
  EXPECT_TRUE(can(own.path() / "new", write));
  EXPECT_TRUE(can(readable.path() / "file", read));
  EXPECT_FALSE(can(readable.path() / "file", write));
  EXPECT_FALSE(can(elsewhere.path() / "file", read));
  EXPECT_FALSE(can(elsewhere.path() / "file", write));
  EXPECT_FALSE(can("/etc/passwd", read));
  EXPECT_TRUE(can("/dev/null", write));
}

// Makes the kernel refuse the system call to this process and its children, then runs a confined
// program. Ends with status 0 if that program ran, 7 if an InternalError says why not.
[[noreturn]] void run_confined_without(long number, std::uint32_t first_argument) {
  const sock_filter filter[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, static_cast<std::uint32_t>(number), 0, 3),
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, args)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, first_argument, 0, 1),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  const sock_fprog program{std::size(filter), const_cast<sock_filter*>(filter)};
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) _exit(1);
  if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) != 0) _exit(2);
  Command command = fake("exit", "0");
  command.confined = true;
  try {
    run_child(command);
  } catch (const InternalError& error) {
    std::fputs(error.what(), stderr);
    _exit(7);
  }
  _exit(0);
}

TEST(ChildDeathTest, ThatCannotBeConfinedIsNotRun) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  EXPECT_EXIT(run_confined_without(SYS_getpid, 0), ::testing::ExitedWithCode(0), "");
  EXPECT_EXIT(run_confined_without(SYS_prctl, PR_SET_NO_NEW_PRIVS), ::testing::ExitedWithCode(7),
              "cannot confine .*fake_harness: .*NO_NEW_PRIVS.*: Operation not permitted");
  EXPECT_EXIT(run_confined_without(SYS_prctl, PR_SET_SECCOMP), ::testing::ExitedWithCode(7),
              "cannot confine .*fake_harness: .*SECCOMP.*: Operation not permitted");
}

TEST(ChildDeathTest, OneMoreLandlockThanTheKernelTakesIsAnError) {
  if (!has_landlock()) GTEST_SKIP() << "no Landlock";
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  const auto nested = [] {
    for (int i = 0; i < 1000; ++i) {
      const Unconfined failed = FileConfinement({}, "/", {}).apply();
      if (failed.call == Unconfined::none) continue;
      _exit(failed.call == Unconfined::landlock_restriction && failed.error == E2BIG ? 7 : 1);
    }
    _exit(0);
  };
  EXPECT_EXIT(nested(), ::testing::ExitedWithCode(7), "");
}

TEST(Child, UnconfinedMayDoAllThat) {
  const PrivateDirectory elsewhere;
  testing::put(elsewhere.path() / "file", "text");
  EXPECT_EQ(run_child(fake("probe", (elsewhere.path() / "file").string())).out,
            "fork socket kill-parent kill-self read create null thread ");
}

TEST(SyscallFilter, HasAPlaceForEachThingThatIsKnownLater) {
  const auto has = [](std::uint32_t value) {
    for (const sock_filter& step : syscall_filter()) {
      if (BPF_CLASS(step.code) == BPF_JMP && step.k == value) return true;
    }
    return false;
  };
  EXPECT_TRUE(has(placeholder_pid));
  EXPECT_TRUE(has(placeholder_path_high));
  EXPECT_TRUE(has(placeholder_path_low));
}

TEST(Without, TakesApartWhatHoldsTheHidden) {
  const PrivateDirectory directory;
  const std::filesystem::path root = std::filesystem::canonical(directory.path());
  for (const char* name : {"bin", "src/kata/solutions", "src/other"}) {
    std::filesystem::create_directories(root / name);
  }
  std::filesystem::create_symlink("bin", root / "link");
  using ::testing::UnorderedElementsAre;
  EXPECT_THAT(without(root, root / "src/kata"),
              UnorderedElementsAre((root / "bin").string(), (root / "src/other").string()));
  EXPECT_THAT(without(root, root.parent_path() / "elsewhere"), UnorderedElementsAre(root.string()));
  EXPECT_THAT(without(root, root.string() + "2"), UnorderedElementsAre(root.string()));
  EXPECT_THAT(without(root, {}), UnorderedElementsAre(root.string()));
  EXPECT_THAT(without(root, root), UnorderedElementsAre());
}

}  // namespace
}  // namespace grader::run
