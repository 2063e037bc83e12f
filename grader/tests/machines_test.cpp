// SPDX-License-Identifier: MIT
// A right and a wrong answer on machines where something is short, odd or broken. A row either
// judges both as they deserve, or judges neither and reports what to do.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "run/child.hpp"
#include "support.hpp"

namespace grader {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

constexpr const char* right_answer = R"(
#include <functional>
#include <semaphore>
class FooBar {
 public:
  explicit FooBar(int n) : n_(n) {}
  void foo(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) foos_.acquire(), print(), bars_.release();
  }
  void bar(std::function<void()> print) {
    for (int i = 0; i < n_; ++i) bars_.acquire(), print(), foos_.release();
  }

 private:
  int n_;
  std::counting_semaphore<> foos_{1}, bars_{0};
};
)";

// Nothing makes the two wait for each other.
std::string wrong_answer() {
  std::string text = right_answer;
  for (const std::string word : {"foos_.acquire(), ", "bars_.acquire(), "}) {
    text.erase(text.find(word), word.size());
  }
  return text;
}

struct Row {
  const char* name;
  /// A script of bash; "$@" is the command to run, $there an empty directory.
  const char* script;
  /// Part of the message where nothing can be judged; null where both are judged.
  const char* advice = nullptr;
};

// A file system of its own in $there.
#define MOUNTED(options)                                 \
  "exec unshare -rm bash -c 'mount -t tmpfs -o " options \
  " none \"$there\" || exit 77; export TMPDIR=$there; exec \"$@\"' x \"$@\""
// A group of processes with a limit, where the machine has groups that can be made.
#define IN_GROUP(kind, file, value)                  \
  "g=$(mktemp -d /sys/fs/cgroup/" kind               \
  "/kata.XXXXXX) || exit 77; "                       \
  "(echo " value " > $g/" file                       \
  " && echo $BASHPID > $g/cgroup.procs || exit 77; " \
  "\"$@\"); s=$?; rmdir $g; exit $s"
#define AS_ANOTHER \
  "(($(id -u) == 0)) || exit 77; exec setpriv --reuid=12345 --regid=12345 --clear-groups "

const Row rows[] = {
    // limits
    {"addresses", "ulimit -v 100000; exec \"$@\"", "ulimit -v"},
    {"addresses_enough_to_compile", "ulimit -v 8000000; exec \"$@\"", "ulimit -v"},
    {"addresses_soft", "ulimit -S -v 8000000; exec \"$@\""},
    {"data", "ulimit -d 100000; exec \"$@\"", "ulimit -d"},
    {"no_data", "ulimit -d 500; exec \"$@\"", "ulimit -v and -d"},
    {"open_files", "ulimit -n 40; exec \"$@\"", "ulimit -n"},
    {"no_open_files", "ulimit -n 4; exec \"$@\"", "ulimit -n"},
    {"open_files_just_enough", "ulimit -n 256; exec \"$@\""},
    {"file_size", "ulimit -f 20; exec \"$@\"", "ulimit -f"},
    {"no_files", "ulimit -f 0; exec \"$@\"", "ulimit -f"},
    {"stack", "ulimit -s 1024; exec \"$@\"", "ulimit -s"},
    {"stack_too_small_for_any_library", "ulimit -s 32; exec \"$@\"", "ulimit -s"},
    {"stack_soft", "ulimit -S -s 32; exec \"$@\""},
    {"endless_stack", "ulimit -s unlimited; exec \"$@\""},
    {"processor_time", "ulimit -t 1; exec \"$@\" --schedules 1000000", "ulimit -t"},
    {"processes", AS_ANOTHER "bash -c 'ulimit -u 1; exec \"$@\"' x \"$@\"", "ulimit -u"},
    {"processes_enough_to_compile", AS_ANOTHER "bash -c 'ulimit -u 4; exec \"$@\"' x \"$@\"",
     "ulimit -u"},
    {"no_process_in_the_group", IN_GROUP("pids", "pids.max", "2"),
     "Resource temporarily unavailable"},
    {"no_thread_in_the_group", IN_GROUP("pids", "pids.max", "4"), "pids"},
    {"little_memory_in_the_group", IN_GROUP("memory", "memory.limit_in_bytes", "30M"), "memory"},
    // disks and directories
    {"full_disk", MOUNTED("size=4k"), "No space left"},
    {"disk_full_while_compiling", MOUNTED("size=64k"), "disk is full"},
    {"no_names_left", MOUNTED("nr_inodes=5"), "disk is full"},
    {"small_disk", MOUNTED("size=20m")},
    {"read_only_disk", MOUNTED("ro"), "TMPDIR names another place"},
    {"disk_without_programs", MOUNTED("noexec"), "noexec"},
    {"no_directory", "TMPDIR=/nowhere exec \"$@\""},
    {"directory_is_a_file", "TMPDIR=/etc/passwd exec \"$@\""},
    {"directory_without_name", "TMPDIR= exec \"$@\""},
    {"directory_of_the_kernel", "TMPDIR=/proc exec \"$@\"", "TMPDIR names another place"},
    {"relative_directory", "cd \"$there\"; mkdir r; TMPDIR=r exec \"$@\""},
    {"blank_in_directory", "mkdir \"$there/a b\"; TMPDIR=\"$there/a b\" exec \"$@\""},
    {"quote_in_directory", "mkdir \"$there/a\\\"b\"; TMPDIR=\"$there/a\\\"b\" exec \"$@\""},
    {"colon_in_directory", "mkdir \"$there/a:b\"; TMPDIR=\"$there/a:b\" exec \"$@\""},
    {"letters_in_directory", "mkdir \"$there/é%;\\$\"; TMPDIR=\"$there/é%;\\$\" exec \"$@\""},
    {"lines_in_directory", "mkdir \"$there/\"$'a\\nb'; TMPDIR=\"$there/\"$'a\\nb' exec \"$@\""},
    {"only_a_quoted_directory",
     "exec unshare -rm bash -c 'mount --bind \"$there\" /mnt || exit 77; "
     "for d in /tmp /var/tmp /dev/shm; do mount --rbind $d $d && mount -o remount,bind,ro $d || "
     "exit 77; done; mkdir \"/mnt/a\\\"b\"; export TMPDIR=\"/mnt/a\\\"b\"; exec \"$@\"' x \"$@\"",
     "letters and digits"},
    // what is inherited
    {"another_user", AS_ANOTHER "\"$@\""},
    {"no_rights_by_default", "umask 0777; exec \"$@\""},
    {"no_path", "PATH=/nowhere exec \"$@\""},
    {"no_environment", "exec env -i KATA_TOOLCHAIN=\"$KATA_TOOLCHAIN\" \"$@\""},
    {"misleading_environment",
     "CPATH=/nowhere LIBRARY_PATH=/nowhere COMPILER_PATH=/nowhere GCC_EXEC_PREFIX=/nowhere "
     "LC_ALL=tr_TR.UTF-8 MALLOC_PERTURB_=165 exec \"$@\""},
    {"signals_ignored", "exec env --ignore-signal \"$@\""},
    {"signals_blocked", "exec env --block-signal \"$@\""},
    {"no_input", "exec \"$@\" <&- 2>&-"},
    {"nothing_of_the_kernels_files",
     "exec unshare -rm bash -c 'mount -t tmpfs none /proc || exit 77; exec \"$@\"' x \"$@\""},
    {"read_only_checkout",
     "exec unshare -rm bash -c 'mount --bind \"$source\" \"$source\" && "
     "mount -o remount,bind,ro \"$source\" || exit 77; exec \"$@\"' x \"$@\""},
    // kernels
    {"no_landlock", "exec \"$old_kernel\" landlock -- \"$@\""},
    {"no_seccomp", "exec \"$old_kernel\" seccomp -- \"$@\"", "PR_SET_SECCOMP"},
};

class Machines : public ::testing::TestWithParam<Row> {
 protected:
  run::Ended grade(const std::string& text) const {
    const fs::path toolchain = fs::path(KATA_BUILD_DIR) / "toolchain.json";
    PrivateDirectory directory;
    // Other users get at them as well.
    fs::permissions(directory.path(), fs::perms::all);
    const fs::path file = directory.path() / "answer.hpp", there = directory.path() / "there";
    write_file(file, text);
    fs::create_directory(there);
    fs::permissions(there, fs::perms::all);
    run::Command command;
    command.argv = {"/bin/bash", "-c",           GetParam().script, "bash",   KATA_PROGRAM, "grade",
                    "foo_bar",   "--submission", file.string(),     "--json", "-"};
    if (std::string_view(GetParam().script).find("--schedules") == std::string_view::npos) {
      command.argv.insert(command.argv.end(), {"--schedules", "100"});
    }
    command.environment = {"KATA_TOOLCHAIN=" + toolchain.string(), "there=" + there.string(),
                           "source=" + compile::Toolchain::load(toolchain).source_dir.string(),
                           "old_kernel=" OLD_KERNEL};
    command.limits.cpu_seconds = 0;
    command.limits.output = std::size_t{1} << 20;
    return run::run_child(command);
  }
};

TEST_P(Machines, GiveNoWrongVerdict) {
  const Row& row = GetParam();
  for (const bool right : {true, false}) {
    const run::Ended ended = grade(right ? right_answer : wrong_answer());
    if (ended.exit_status == 77) GTEST_SKIP() << "this machine cannot be made so: " << ended.err;
    SCOPED_TRACE(ended.out + ended.err);
    const Json report = parse_json(ended.out);
    const Json& results = array_at(report, "results");
    const std::string verdict = results.empty() ? "" : string_or(results[0], "verdict");
    if (row.advice == nullptr) {
      EXPECT_EQ(verdict, right ? "accepted" : "wrong_answer");
      EXPECT_EQ(ended.exit_status, right ? 0 : 1);
      continue;
    }
    // It may fail before anything is short.
    if (!right && verdict == "wrong_answer") continue;
    EXPECT_EQ(ended.exit_status, 3);
    EXPECT_THAT(verdict, ::testing::AnyOf("", "internal_error"));
    EXPECT_THAT(ended.out + ended.err, HasSubstr(row.advice));
  }
}

INSTANTIATE_TEST_SUITE_P(Rows, Machines, ::testing::ValuesIn(rows),
                         [](const auto& info) { return std::string(info.param.name); });

}  // namespace
}  // namespace grader
