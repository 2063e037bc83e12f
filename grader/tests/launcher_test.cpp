// SPDX-License-Identifier: MIT
// The launcher script in a repository of its own, with programs that only pretend to install and
// build; they write down how they were called.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <thread>

#include "run/child.hpp"
#include "support.hpp"

namespace grader {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class Launcher : public ::testing::Test {
 protected:
  Launcher() {
    const auto launcher = read_file(std::filesystem::path(GRADER_DIR) / "kata");
    script("my repo/grader/kata", launcher.value_or(""));
    testing::put(root() / "harness/a.cpp", "");
    testing::put(root() / "CMakeLists.txt", "project(kata_workbook VERSION 1.2.3 LANGUAGES CXX)\n");
    testing::put(root() / "grader/help/kata.txt", "Usage: kata\n");
    testing::put(root() / "grader/help/grade.txt", "Usage: kata grade\n");
    testing::put(root() / "problems/README.md",
                 "| Chapter | Kata | Folder | Difficulty | LeetCode | Topics |\n"
                 "| --- | --- | --- | --- | ---: | --- |\n"
                 "| One | [A Kata](a_kata/README.md) | [`a_kata`](a_kata) | easy | 7 | x |\n"
                 "| One | [Another](b/README.md) | [`b`](b) | hard | – | y |\n");
    testing::put(root() / "CMakePresets.json", "");
    // Everything is installed but what the file `absent` names.
    script("bin/dpkg-query", "#!/bin/bash\nfor p in \"$@\"; do grep -qx \"$p\" " + path("absent") +
                                 " || echo \"$p=installed\"; done\n");
    script("bin/apt-get", "#!/bin/bash\necho \"apt-get $*\" >> " + path("calls") + "\n");
    script("bin/sudo", "#!/bin/bash\necho sudo >> " + path("calls") + "\nexec \"$@\"\n");
    script("bin/cmake",
           "#!/bin/bash\necho \"cmake $*\" >> " + path("calls") + "\n[[ -e " + path("broken") +
               " ]] && { echo 'a.cpp:1: error: bad'; exit 1; }\n"
               "mkdir -p build/grader; touch build/build.ninja\n"
               "[[ $1 != --preset ]] ||\n"
               "  printf 'CMAKE_HOME_DIRECTORY:INTERNAL=%s\nBUILD_TESTING:BOOL=%s\n' \"$PWD\" \\\n"
               "    \"${3#-DBUILD_TESTING=}\" > build/CMakeCache.txt\n"
               "printf '#!/bin/bash\\nprintf \"<%%s>\" \"$@\"\\nexit 7\\n' > build/grader/kata\n"
               "chmod +x build/grader/kata\n");
    testing::put(path("absent"), "");
  }

  std::filesystem::path root() const { return directory_.path() / "my repo"; }
  std::string path(const std::string& name) const { return (directory_.path() / name).string(); }

  void script(const std::string& name, const std::string& text) const {
    testing::put(path(name), text);
    chmod(path(name).c_str(), 0755);
  }

  run::Ended launch(const std::vector<std::string>& arguments,
                    const std::filesystem::path& from = "/") const {
    run::Command command;
    command.argv = {"/usr/bin/env", "PATH=" + path("bin") + ":/usr/bin:/bin",
                    (root() / "grader/kata").string()};
    command.argv.insert(command.argv.end(), arguments.begin(), arguments.end());
    command.directory = from;
    return run::run_child(command);
  }

  // What was called since the last question.
  std::string calls() const {
    std::string text = read_file(path("calls")).value_or("");
    std::filesystem::remove(path("calls"));
    return text;
  }

  PrivateDirectory directory_;
};

TEST_F(Launcher, BuildsOnceThenHandsOverArgumentsAndStatus) {
  const run::Ended first = launch({"grade", "foo bar", ""});
  EXPECT_EQ(first.out, "<grade><foo bar><>") << first.err;
  EXPECT_EQ(first.exit_status, 7);
  EXPECT_EQ(calls(), "cmake --preset default -DBUILD_TESTING=OFF\ncmake --build " +
                         (root() / "build").string() + " --target kata_ready\n");
  const run::Ended second = launch({"list"});
  EXPECT_EQ(second.out, "<list>");
  EXPECT_THAT(second.err, IsEmpty());
  EXPECT_THAT(calls(), IsEmpty());
}

TEST_F(Launcher, TestBuildsEverything) {
  launch({"test"});
  std::string called = calls();
  EXPECT_THAT(called, HasSubstr("-DBUILD_TESTING=ON"));
  EXPECT_THAT(called, HasSubstr("--target all"));
  launch({"grade"});
  EXPECT_THAT(calls(), IsEmpty());
}

TEST_F(Launcher, TestsAreConfiguredWhenTheyAreWantedAndStay) {
  launch({"grade"});
  calls();
  launch({"test"});
  EXPECT_THAT(calls(), HasSubstr("cmake --preset default -DBUILD_TESTING=ON\n"));
  std::filesystem::remove(root() / "build/.built-kata_ready");
  launch({"grade"});
  EXPECT_THAT(calls(), Not(HasSubstr("--preset")));
}

TEST_F(Launcher, HelpVersionAndListNeedNoBuild) {
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"--help"}, {"-h"}, {"help"}}) {
    EXPECT_EQ(launch(words).out, "Usage: kata\n");
  }
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"grade", "--help"}, {"grade", "x", "-h"}, {"help", "grade"}}) {
    EXPECT_EQ(launch(words).out, "Usage: kata grade\n");
  }
  EXPECT_EQ(launch({"--version"}).out, "kata 1.2.3\n");
  EXPECT_EQ(launch({"list"}).out,
            "One\n"
            "  a_kata                  easy    A Kata  LeetCode 7\n"
            "  b                       hard    Another\n");
  EXPECT_THAT(calls(), IsEmpty());
  // What the texts do not answer is the program's to answer.
  EXPECT_EQ(launch({"unknown", "--help"}).out, "<unknown><--help>");
}

// As awk prints it there, the program prints it here.
TEST(List, OfTheLauncherIsTheProgramsList) {
  PrivateDirectory directory;
  const std::filesystem::path project = std::filesystem::path(GRADER_DIR).lexically_normal() / "..";
  const std::filesystem::path copy = directory.path();
  for (const char* file : {"grader/kata", "problems/README.md", "CMakeLists.txt"}) {
    testing::put(copy / file, read_file(project / file).value_or(""));
  }
  run::Command command;
  command.argv = {"/bin/bash", (copy / "grader/kata").string(), "list"};
  const run::Ended ended = run::run_child(command);
  EXPECT_EQ(ended.exit_status, 0) << ended.err;
  EXPECT_EQ(ended.out, testing::kata({"list"}, KATA_BUILD_DIR "/toolchain.json").out);
}

TEST(Completion, KnowsCommandsOptionsAndKatas) {
  const auto completed = [](const std::string& words) {
    run::Command command;
    command.argv = {"/bin/bash", "-c",
                    "source " GRADER_DIR "/completion.bash; COMP_WORDS=(" + words +
                        "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _kata; echo ${COMPREPLY[*]}"};
    return run::run_child(command).out;
  };
  EXPECT_EQ(completed("kata gra"), "grade\n");
  EXPECT_EQ(completed("kata grade foo_"), "foo_bar\n");
  EXPECT_EQ(completed("kata grade foo_bar --sub"), "--submission\n");
  EXPECT_EQ(completed("kata replay --sub"), "--submission\n");
  EXPECT_THAT(completed("kata ''"), HasSubstr("list next show grade watch"));
  EXPECT_EQ(completed("kata grade nothing_like_that"), "\n");
}

TEST_F(Launcher, SaysWhatToAskForWhereNothingCanBeInstalled) {
  testing::put(path("absent"), "ninja-build\n");
  script("tools/id", "#!/bin/bash\necho 1000\n");
  for (const char* tool : {"awk", "bash", "cat", "dirname", "env", "find", "flock", "grep", "mkdir",
                           "readlink", "rm", "sed", "tail", "touch"}) {
    std::filesystem::create_symlink(std::string("/usr/bin/") + tool, path("tools/") + tool);
  }
  for (const char* pretended : {"dpkg-query", "apt-get", "cmake"}) {
    std::filesystem::create_symlink(path("bin/") + pretended, path("tools/") + pretended);
  }
  run::Command command;
  command.argv = {"/usr/bin/env", "PATH=" + path("tools"), (root() / "grader/kata").string(),
                  "grade"};
  const run::Ended ended = run::run_child(command);
  EXPECT_EQ(ended.exit_status, 3);
  EXPECT_THAT(ended.err, HasSubstr("Ask an administrator to run:\n"
                                   "  apt-get install --no-install-recommends ninja-build\n"));
  EXPECT_THAT(calls(), IsEmpty());
}

TEST_F(Launcher, BuildsAgainWhenASourceIsNewer) {
  launch({});
  calls();
  const auto built = std::filesystem::last_write_time(root() / "build/.built-kata_ready");
  std::filesystem::last_write_time(root() / "harness/a.cpp", built + std::chrono::seconds(1));
  launch({});
  EXPECT_THAT(calls(), HasSubstr("--build"));
}

TEST_F(Launcher, InstallsOnlyWhatIsMissing) {
  testing::put(path("absent"), "ninja-build\nlibfmt-dev\n");
  const run::Ended ended = launch({"grade"});
  EXPECT_EQ(ended.out, "<grade>");
  EXPECT_THAT(ended.err, HasSubstr("installing ninja-build libfmt-dev"));
  const std::string called = calls();
  EXPECT_THAT(called, HasSubstr("install -y --no-install-recommends ninja-build libfmt-dev\n"));
  EXPECT_EQ(called.find("sudo") != std::string::npos, getuid() != 0);
}

TEST_F(Launcher, InstallsWhatOnlyTheTestsNeedForTheTestsOnly) {
  testing::put(path("absent"), "clang\nclang-format\nlibvalijson-dev\n");
  launch({"grade"});
  EXPECT_THAT(calls(), Not(HasSubstr("apt-get")));
  launch({"test"});
  EXPECT_THAT(calls(),
              HasSubstr("install -y --no-install-recommends libvalijson-dev clang clang-format\n"));
}

TEST_F(Launcher, ShowsTheEndOfTheLogWhenTheBuildFails) {
  testing::put(path("broken"), "");
  const run::Ended ended = launch({"grade"});
  EXPECT_EQ(ended.exit_status, 3);
  EXPECT_THAT(ended.err, HasSubstr("a.cpp:1: error: bad"));
  EXPECT_THAT(ended.err, HasSubstr("build/log.txt"));
  EXPECT_THAT(ended.out, IsEmpty());
}

TEST_F(Launcher, MovedTreeIsConfiguredAfresh) {
  launch({});
  calls();
  testing::put(root() / "build/CMakeCache.txt", "CMAKE_HOME_DIRECTORY:INTERNAL=/elsewhere\n");
  std::filesystem::remove(root() / "build/.built-kata_ready");
  launch({});
  EXPECT_THAT(calls(), HasSubstr("--preset default -DBUILD_TESTING=OFF --fresh"));
}

TEST_F(Launcher, TwoAtOnceBuildOnce) {
  run::Ended one, two;
  {
    const std::jthread first([&] { one = launch({"a"}); });
    const std::jthread second([&] { two = launch({"b"}); });
  }
  EXPECT_EQ(one.out, "<a>");
  EXPECT_EQ(two.out, "<b>");
  const std::string called = calls();
  EXPECT_EQ(called.find("--preset"), called.rfind("--preset")) << called;
}

TEST_F(Launcher, WorksThroughALinkAndFromInside) {
  std::filesystem::create_symlink(root() / "grader/kata", path("bin/kata"));
  EXPECT_EQ(launch({"x"}, root() / "harness").out, "<x>");
  run::Command command;
  command.argv = {"/usr/bin/env", "PATH=" + path("bin") + ":/usr/bin:/bin", "kata", "y"};
  EXPECT_EQ(run::run_child(command).out, "<y>");
}

// The copy's stamp is as new as the original's, and names the original.
TEST_F(Launcher, ACopyOfABuiltTreeIsBuiltForItsOwnPlace) {
  launch({"grade"});
  calls();
  const std::filesystem::path copy = directory_.path() / "copy of it";
  std::filesystem::copy(root(), copy, std::filesystem::copy_options::recursive);
  run::Command command;
  command.argv = {"/usr/bin/env", "PATH=" + path("bin") + ":/usr/bin:/bin",
                  (copy / "grader/kata").string(), "grade"};
  const run::Ended ended = run::run_child(command);
  EXPECT_EQ(ended.exit_status, 7) << ended.err;
  EXPECT_THAT(calls(), HasSubstr("cmake --build " + (copy / "build").string()));
}

TEST_F(Launcher, RefusesAPlaceWhoseNameBuildToolsDoNotTake) {
  for (const char* name : {"a:b", "a;b", "a$b", "a\"b", "a\nb", "a*b"}) {
    script(std::string(name) + "/grader/kata", read_file(root() / "grader/kata").value_or(""));
    run::Command command;
    command.argv = {path(std::string(name) + "/grader/kata"), "list"};
    const run::Ended ended = run::run_child(command);
    EXPECT_EQ(ended.exit_status, 3) << name;
    EXPECT_THAT(ended.err, HasSubstr("move the checkout to a place with a plainer name"));
  }
  EXPECT_THAT(calls(), IsEmpty());
}

TEST_F(Launcher, ReportsLimitsBelowWhichNothingCanBeBuilt) {
  struct Row {
    const char* limit;
    const char* advice;
  };
  for (const Row& row : {Row{"ulimit -s 64", "ulimit -s"}, Row{"ulimit -n 8", "ulimit -n"}}) {
    run::Command command;
    command.argv = {"/bin/bash",
                    "-c",
                    std::string(row.limit) + "; exec \"$@\"",
                    "bash",
                    (root() / "grader/kata").string(),
                    "list"};
    const run::Ended ended = run::run_child(command);
    EXPECT_EQ(ended.exit_status, 3) << row.limit;
    EXPECT_THAT(ended.err, HasSubstr(row.advice));
  }
  EXPECT_THAT(calls(), IsEmpty());
}

// 1 would say that an answer was rejected.
TEST_F(Launcher, ItsOwnFailuresAreNoVerdict) {
  testing::put(root() / "build", "a file where the directory should be");
  const run::Ended ended = launch({"grade", "foo_bar"});
  EXPECT_EQ(ended.exit_status, 3);
  EXPECT_THAT(ended.err, HasSubstr("kata: could not start"));
}

}  // namespace
}  // namespace grader
