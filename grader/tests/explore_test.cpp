// SPDX-License-Identifier: MIT
// `kata explore` from outside, with this build's own runtime. programs/ holds a program for each
// thing that it must get right, filed as <verdict>-<what>; what follows "explore:" on the second
// line is what it is called with.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <ostream>
#include <sstream>

#include "base/text.hpp"
#include "support.hpp"

namespace grader {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::KataRun;
using ::testing::Not;

const std::filesystem::path programs = std::filesystem::path(GRADER_DIR) / "tests/programs";

std::filesystem::path toolchain_file() {
  const char* named = std::getenv("KATA_TOOLCHAIN");
  return named != nullptr ? named : std::filesystem::path(KATA_BUILD_DIR) / "toolchain.json";
}

KataRun explore(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "explore");
  return testing::kata(arguments, toolchain_file());
}

Json result_of(const KataRun& run) {
  const Json report = parse_json(run.out);
  EXPECT_EQ(testing::schema_faults(report), "") << run.out << run.err;
  return report["results"][0];
}

std::string program(const std::string& name) { return (programs / name).string(); }

class Programs : public ::testing::TestWithParam<std::string> {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(toolchain_file())) GTEST_SKIP() << "no " << toolchain_file();
  }
};
using Explore = Programs;

std::vector<std::string> names() {
  std::vector<std::string> found;
  for (const auto& entry : std::filesystem::directory_iterator(programs)) {
    if (entry.is_regular_file()) found.push_back(entry.path().filename().string());
  }
  std::sort(found.begin(), found.end());
  return found;
}

// The words behind "explore:", files among them made whole.
std::vector<std::string> words_of(const std::string& name) {
  const std::string text = read_file(programs / name).value_or("");
  const std::string_view line = split_lines(text).at(1);
  constexpr std::string_view mark = "// explore:";
  EXPECT_EQ(line.substr(0, mark.size()), mark) << name;
  std::istringstream rest{std::string(line.substr(mark.size()))};
  std::vector<std::string> words;
  for (std::string word; rest >> word;) {
    const bool file = std::filesystem::is_regular_file(programs / word);
    words.push_back(file ? program(word) : word);
  }
  return words;
}

TEST_P(Programs, GetsItsVerdictAndTheSameAgain) {
  const std::string& name = GetParam();
  const std::string verdict = name.substr(0, name.find('-'));
  const std::vector<std::string> words = words_of(name);
  const auto call = [&](std::vector<std::string> more) {
    more.insert(more.begin(), program(name));
    more.insert(more.end(), words.begin(), words.end());
    return explore(more);
  };
  const KataRun run = call({"--json", "-"});
  const Json result = result_of(run);
  EXPECT_EQ(string_or(result, "verdict"), verdict) << dump(result, 2);
  EXPECT_EQ(run.status, verdict == "accepted" ? 0 : verdict == "internal_error" ? 3 : 1);
  const std::string token = string_or(object_at(result, "failure"), "replay");
  if (number_or(object_at(result, "schedules"), "run") == 0 || verdict == "accepted") return;
  const Json again = result_of(call({"--json", "-", "--replay", token}));
  ASSERT_EQ(string_or(again, "verdict"), verdict);
  const Json& failed = object_at(result, "failure");
  const Json& failed_again = object_at(again, "failure");
  EXPECT_EQ(member_at(failed_again, "message"), member_at(failed, "message"));
  EXPECT_EQ(member_at(failed_again, "events"), member_at(failed, "events"));
}

INSTANTIATE_TEST_SUITE_P(Explore, Programs, ::testing::ValuesIn(names()), [](const auto& info) {
  std::string name = info.param;
  std::replace_if(
      name.begin(), name.end(), [](char c) { return c == '-' || c == '.'; }, '_');
  return name;
});

TEST_F(Explore, SaysHowToReplayAProgramWithItsFlagsAndArguments) {
  const KataRun run = explore({program("crash-race_allowed.c"), "--races", "allow", "--flag=-DA=1",
                               "--seed", "3", "--", "one", "two words"});
  EXPECT_EQ(run.status, 1);
  EXPECT_THAT(run.out, HasSubstr("✗ crash-race_allowed.c  crash"));
  EXPECT_THAT(run.out, HasSubstr("explore " + program("crash-race_allowed.c") +
                                 " --flag=-DA=1 --races allow --replay "));
  EXPECT_THAT(run.out, HasSubstr(" -- one 'two words'\n"));
  EXPECT_THAT(run.out, HasSubstr("write shared data 'value'"));
  EXPECT_THAT(run.err, IsEmpty());
}

TEST_F(Explore, SaysHowToReplayAProgramThatMayBeLate) {
  const KataRun run =
      explore({program("crash-later_than_the_limit.cpp"), "--late", "60", "--exit-status", "any"});
  EXPECT_THAT(run.out, HasSubstr(" --exit-status any --late 60 --replay "));
}

TEST_F(Explore, PassesOverWhatTheCompilerSaysOfFences) {
  const KataRun run =
      explore({program("accepted-fences.cpp"), "--flag=-Wall", "--schedules", "10"});
  EXPECT_EQ(run.status, 0);
  EXPECT_THAT(run.err, IsEmpty());
}

TEST_F(Explore, WarnsOfAProgramWithoutThreads) {
  const PrivateDirectory directory;
  const auto file = directory.path() / "alone.c";
  testing::put(file, "int main(void) { return 0; }\n");
  const KataRun run = explore({file.string(), "--schedules", "100"});
  EXPECT_EQ(run.status, 0);
  EXPECT_THAT(run.out, HasSubstr("warning single_thread"));
  EXPECT_THAT(run.out, Not(HasSubstr("95 %")));
}

TEST_F(Explore, ShowsWhatTheCompilerSays) {
  const PrivateDirectory directory;
  const auto file = directory.path() / "broken.cpp";
  testing::put(file, "int main() { return nothing; }\n");
  const KataRun run = explore({file.string()});
  EXPECT_EQ(run.status, 2);
  EXPECT_THAT(run.err, HasSubstr(file.string() + ":1:21: error: 'nothing' was not declared"));
  EXPECT_THAT(run.err, HasSubstr("does not compile"));
  EXPECT_THAT(run.out, IsEmpty());
}

TEST_F(Explore, NeedsAMain) {
  const PrivateDirectory directory;
  const auto file = directory.path() / "empty.c";
  testing::put(file, "int number;\n");
  const KataRun run = explore({file.string()});
  EXPECT_EQ(run.status, 2);
  EXPECT_THAT(run.err, HasSubstr("main"));
}

TEST_F(Explore, DoesNotTakeWrongOptions) {
  const std::string good = program("data_race-report.c");
  const PrivateDirectory directory;
  testing::put(directory.path() / "text.txt", "int main() {}\n");
  const std::string text = (directory.path() / "text.txt").string();
  for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{
           {},
           {good + ".none"},
           {directory.path().string()},
           {text},
           {good, "--races", "some"},
           {good, "--races"},
           {good, "--schedules", "0"},
           {good, "--schedules", "many"},
           {good, "--seed", "-1"},
           {good, "--strategy", "luck"},
           {good, "--time-limit", "0"},
           {good, "--replay", "not/a/token"},
           {good, "--replay", "AAAA"},
           {good, "--replay", "AQKzBgPMO8jN~AAAA"},
           {good, "--flag"},
           {good, "--flag=-fno-such-flag"},
           {good, "--json", (directory.path() / "none/report.json").string()},
           {good, "--submission", good},
           {good, "extra-word"},
       }) {
    const KataRun run = explore(arguments);
    EXPECT_EQ(run.status, 2) << ::testing::PrintToString(arguments) << run.out << run.err;
    EXPECT_THAT(run.err, Not(IsEmpty()));
  }
}

// Its locks are the program's, and its variables are put back between schedules.
TEST_F(Explore, ControlsLocksInASharedLibraryOfTheProgram) {
  const PrivateDirectory directory;
  const std::string library = (directory.path() / "libevent.so").string();
  const std::string source = (directory.path() / "event.c").string();
  testing::put(source,
               "#include <pthread.h>\n"
               "static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;\n"
               "static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;\n"
               "static int set;\n"
               "void event_set(void) {\n"
               "  pthread_mutex_lock(&mutex);\n"
               "  set = 1;\n"
               "  pthread_cond_broadcast(&changed);\n"
               "  pthread_mutex_unlock(&mutex);\n"
               "}\n"
               "int event_wait(void) {\n"
               "  int waited = 0;\n"
               "  pthread_mutex_lock(&mutex);\n"
               "  for (; !set; waited = 1) pthread_cond_wait(&changed, &mutex);\n"
               "  pthread_mutex_unlock(&mutex);\n"
               "  return waited;\n"
               "}\n");
  const std::string build = "gcc -shared -fPIC " + source + " -o " + library;
  ASSERT_EQ(std::system(build.c_str()), 0);
  const std::string declared =
      "#include <pthread.h>\n"
      "void event_set(void); int event_wait(void); int data;\n"
      "void *work(void *argument) { data = 1; event_set(); return argument; }\n"
      "int main(void) { pthread_t thread; pthread_create(&thread, 0, work, 0);\n";
  testing::put(directory.path() / "right.c",
               declared +
                   "event_wait(); int seen = data; pthread_join(thread, 0);"
                   " return seen != 1; }\n");
  testing::put(directory.path() / "wrong.c",
               declared +
                   "int seen = data; event_wait(); pthread_join(thread, 0);"
                   " return seen > 1; }\n");
  testing::put(directory.path() / "always_waits.c",
               declared +
                   "int waited = event_wait(); pthread_join(thread, 0);"
                   " return !waited; }\n");
  const auto verdict_of = [&](const char* name) {
    return string_or(result_of(explore({(directory.path() / name).string(), "--flag=" + library,
                                        "--flag=-Wl,-rpath," + directory.path().string(),
                                        "--schedules", "2000", "--json", "-"})),
                     "verdict");
  };
  EXPECT_EQ(verdict_of("right.c"), "accepted");
  EXPECT_EQ(verdict_of("wrong.c"), "data_race");
  EXPECT_EQ(verdict_of("always_waits.c"), "wrong_answer");
}

TEST_F(Explore, ReplaysOnlyTheOneSchedule) {
  const std::string name = program("crash-assert.c");
  const Json first = result_of(explore({name, "--json", "-"}));
  const std::string token = string_or(object_at(first, "failure"), "replay");
  const KataRun run = explore({name, "--replay", token});
  EXPECT_EQ(run.status, 1);
  EXPECT_THAT(run.out, HasSubstr("1 of 1 schedules run, replayed"));
}

TEST_F(Explore, TakesSeedStrategyScheduleCount) {
  const Json result = result_of(explore({program("accepted-statics.cpp"), "--schedules", "77",
                                         "--seed", "9", "--strategy", "pct", "--json", "-"}));
  EXPECT_EQ(number_or(object_at(result, "schedules"), "run"), 77);
  EXPECT_EQ(number_or(result, "seed"), 9);
  EXPECT_EQ(string_or(result, "strategy"), "pct");
}

}  // namespace
}  // namespace grader
