// SPDX-License-Identifier: MIT
// Submissions on real threads: what must be found, and what must not be.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <ostream>

#include "support.hpp"

namespace grader {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::filesystem::path toolchain_file() {
  const char* named = std::getenv("KATA_TOOLCHAIN");
  return named != nullptr ? named : std::filesystem::path(KATA_BUILD_DIR) / "toolchain.json";
}

// A FooBar that waits with `wait` until *turn is its own and gives it on with `give`; `members`
// declares what they need.
std::string foo_bar(const std::string& members, const std::string& wait, const std::string& give,
                    const std::string& before = "") {
  return "#include <atomic>\n#include <cstdlib>\n#include <functional>\n#include <memory>\n"
         "#include <mutex>\n#include <condition_variable>\n#include <thread>\n#include <vector>\n" +
         before +
         "\nclass FooBar {\n public:\n  explicit FooBar(int n) : n_(n) {}\n"
         "  void foo(std::function<void()> print) { go(0, print); }\n"
         "  void bar(std::function<void()> print) { go(1, print); }\n private:\n"
         "  void go(int mine, const std::function<void()>& print) {\n"
         "    for (int i = 0; i < n_; ++i) {\n      " +
         wait + "\n      print();\n      " + give + "\n    }\n  }\n  int n_;\n  " + members +
         "\n};\n";
}

const std::string locked = "std::mutex m; std::condition_variable c; int turn = 0;";
const std::string await =
    "{ std::unique_lock<std::mutex> lock(m); c.wait(lock, [&] { return turn == mine; }); }";
const std::string give_on =
    "{ std::lock_guard<std::mutex> lock(m); turn = 1 - mine; } c.notify_all();";

// Right, and does `what` in each round.
std::string right(const std::string& what = "", const std::string& before = "") {
  return foo_bar(locked, what + await, give_on, before);
}

class Native : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(toolchain_file())) GTEST_SKIP() << "no " << toolchain_file();
    const auto toolchain = compile::Toolchain::load(toolchain_file());
    grader_.emplace(toolchain, workbook::Workbook(toolchain.source_dir));
  }

  Json grade(const std::string& slug, const std::filesystem::path& file,
             const std::string& sanitizer, std::uint64_t schedules) const {
    grading::Options options;
    options.engine = "native";
    options.sanitizer = sanitizer;
    options.schedules = schedules;
    const Json result = to_json(grader_->grade(grader_->workbook().problem(slug),
                                               {file, file.filename().string()}, options));
    EXPECT_EQ(testing::result_faults(result), "");
    EXPECT_EQ(result["engine"], "native");
    EXPECT_EQ(result["sanitizer"], sanitizer);
    return result;
  }

  Json grade(const std::string& text, const std::string& sanitizer = "none",
             std::uint64_t schedules = 100) const {
    const PrivateDirectory directory;
    const auto file = directory.path() / "answer.hpp";
    testing::put(file, text);
    return grade("foo_bar", file, sanitizer, schedules);
  }

  std::optional<grading::Grader> grader_;
};

struct Case {
  const char* name;
  const char* sanitizer;
  const char* verdict;
  std::string text;
};

void PrintTo(const Case& one, std::ostream* out) { *out << one.name; }

class NativeCase : public Native, public ::testing::WithParamInterface<Case> {};

TEST_P(NativeCase, IsSeenForWhatItIs) {
  const Json result = grade(GetParam().text, GetParam().sanitizer);
  EXPECT_EQ(string_or(result, "verdict"), GetParam().verdict) << dump(result, 2);
  if (result["verdict"] == "accepted") {
    EXPECT_EQ(result["schedules"]["run"], 100);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Native, NativeCase,
    ::testing::Values(
        Case{"Right", "none", "accepted", right()},
        Case{"RightUnderThreadSanitizer", "thread", "accepted", right()},
        Case{"RightUnderAddressSanitizer", "address", "accepted", right()},
        // Seconds are milliseconds, or this would take minutes.
        Case{"RightAndSleepsForSeconds", "none", "accepted",
             right("std::this_thread::sleep_for(std::chrono::seconds(1));")},
        // The library keeps in the executable whether there is more than one thread.
        Case{"RightAndStopsAThread", "none", "accepted",
             right(
                 "{ std::mutex own; std::condition_variable_any never;\n"
                 "std::jthread t([&](std::stop_token stop) { std::unique_lock<std::mutex> l(own);\n"
                 "never.wait(l, stop, [] { return false; }); }); }")},
        // Right for a fresh process only; several runs share one.
        Case{"RightWithFreshStatics", "none", "accepted",
             foo_bar("",
                     "static std::atomic<int> turn{0}; static std::vector<int> said;\n"
                     "while (turn != mine) std::this_thread::yield();\n"
                     "said.push_back(mine); if (int(said.size()) > 2 * n_) std::abort();",
                     "turn = 1 - mine;")},
        Case{"TakesNoTurns", "none", "wrong_answer", foo_bar("", "", "")},
        Case{"WaitsForEver", "none", "deadlock", foo_bar(locked, await, "")},
        Case{"WaitsForEverUnderThreadSanitizer", "thread", "deadlock", foo_bar(locked, await, "")},
        Case{"PlainFlag", "thread", "data_race",
             foo_bar("int turn = 0;", "while (turn != mine) std::this_thread::yield();",
                     "turn = 1 - mine;")},
        Case{"UsesWhatWasFreed", "address", "undefined_behavior",
             right("volatile int* p = new int(0); delete p; n_ += *p;")},
        Case{"Overflows", "address", "undefined_behavior",
             right("volatile int big = 2147483647; big = big + 1;")},
        Case{"FollowsNull", "none", "crash", right("volatile int* volatile p = nullptr; *p = 1;")},
        Case{"Recurses", "none", "crash",
             right("deep(1);", "static int deep(volatile int n) { return deep(n + 1) + n; }")},
        Case{"Exits", "none", "crash", right("std::exit(0);")},
        Case{"Throws", "none", "uncaught_exception", right("throw 1;")},
        Case{"ForgetsToJoin", "none", "thread_leak",
             right("std::thread([] {}); std::thread t([] {});")},
        Case{"LeavesAThreadWaiting", "none", "thread_leak",
             right("static std::mutex never; if (i == 0 && mine == 0) { never.lock();\n"
                   "std::thread([] { never.lock(); }).detach(); }")},
        Case{"DefinesWhatTheJudgeUses", "none", "compile_error",
             right("", "extern \"C\" int pthread_mutex_lock(pthread_mutex_t*) { return 0; }")}),
    [](const auto& one) { return one.param.name; });

TEST_F(Native, RaceIsAtTheStudentsLines) {
  const Json result =
      grade(foo_bar("int turn = 0;", "while (turn != mine) std::this_thread::yield();",
                    "turn = 1 - mine;"),
            "thread");
  ASSERT_TRUE(result["failure"].contains("race")) << dump(result, 2);
  for (const char* side : {"first", "second"}) {
    EXPECT_EQ(result["failure"]["race"][side]["file"], "answer.hpp");
    EXPECT_THAT(string_or(result["failure"]["race"][side], "source"), HasSubstr("turn"));
  }
}

// Each callback writes to the transcript, and a relaxed flag publishes nothing.
TEST_F(Native, UnorderedCallbacksAreARace) {
  const Json result = grade(
      foo_bar("std::atomic<int> turn{0};",
              "while (turn.load(std::memory_order_relaxed) != mine) std::this_thread::yield();",
              "turn.store(1 - mine, std::memory_order_relaxed);"),
      "thread");
  EXPECT_EQ(result["verdict"], "data_race") << dump(result, 2);
  EXPECT_THAT(string_or(result["failure"], "message"), HasSubstr("callbacks"));
}

TEST_F(Native, FencesAreNotTakenForARace) {
  const Json result = grade(
      foo_bar("std::atomic<int> turn{0};",
              "while (turn.load(std::memory_order_relaxed) != mine) std::this_thread::yield();\n"
              "std::atomic_thread_fence(std::memory_order_acquire);",
              "std::atomic_thread_fence(std::memory_order_release);\n"
              "turn.store(1 - mine, std::memory_order_relaxed);"),
      "thread");
  EXPECT_EQ(result["verdict"], "accepted") << dump(result, 2);
  ASSERT_EQ(result["warnings"].size(), 1U);
  EXPECT_THAT(string_or(result["warnings"][0], "message"), HasSubstr("fences"));
}

TEST_F(Native, ScenariosWithExactTimesAreLeftOut) {
  const auto answers = grader_->workbook().answers("referee_queue");
  if (answers.empty()) GTEST_SKIP() << "no solutions here";
  const Json result = grade("referee_queue", answers.front().file, "none", 20);
  EXPECT_EQ(result["verdict"], "accepted") << dump(result, 2);
  ASSERT_EQ(result["warnings"].size(), 1U);
  EXPECT_EQ(result["warnings"][0]["kind"], "not_judged");
  EXPECT_THAT(string_or(result["warnings"][0], "message"), HasSubstr("computing takes no time"));
}

// What a harness may call must be there with both engines.
TEST_F(Native, EveryKatasHarnessRunsOnRealThreads) {
  if (!grader_->workbook().has_solutions()) GTEST_SKIP() << "no solutions here";
  for (const std::string& slug : grader_->workbook().slugs()) {
    const Json result = grade(slug, grader_->workbook().answers(slug).front().file, "none", 20);
    EXPECT_EQ(result["verdict"], "accepted") << slug << dump(result, 2);
  }
}

TEST_F(Native, FindingNothingIsNotCalledAccepted) {
  const PrivateDirectory directory;
  const auto file = directory.path() / "answer.hpp";
  testing::put(file, right());
  const std::vector<std::string> native = {"grade",    "foo_bar", "--submission", file.string(),
                                           "--engine", "native",  "--schedules",  "20"};
  const testing::KataRun run = testing::kata(native, toolchain_file());
  EXPECT_EQ(run.status, 0);
  EXPECT_THAT(run.out, HasSubstr("nothing found — 20 runs on real threads"));
  EXPECT_THAT(run.out, HasSubstr("shows little"));
  EXPECT_THAT(run.out, Not(HasSubstr("accepted")));
  for (const std::vector<std::string>& wrong : std::vector<std::vector<std::string>>{
           {"grade", "foo_bar", "--sanitize", "thread"},
           {"grade", "foo_bar", "--engine", "tame"},
           {"grade", "foo_bar", "--engine", "native", "--strategy", "pct"}}) {
    EXPECT_EQ(testing::kata(wrong, toolchain_file()).status, 2);
  }
}

}  // namespace
}  // namespace grader
