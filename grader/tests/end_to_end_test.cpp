// SPDX-License-Identifier: MIT
// Real submissions for a real kata, judged by this build's own runtime: the things that students,
// tired or hostile, hand in. Each must get its verdict, and none may harm the grader.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <ostream>

#include "base/errors.hpp"
#include "compile/other_compiler.hpp"
#include "run/confine.hpp"
#include "support.hpp"

namespace grader {
namespace {

using ::testing::HasSubstr;

std::filesystem::path toolchain_file() {
  const char* named = std::getenv("KATA_TOOLCHAIN");
  return named != nullptr ? named : std::filesystem::path(KATA_BUILD_DIR) / "toolchain.json";
}

// A FooBar whose foo() begins with `in_foo`, with `before` in front of the class. With `right`, it
// takes turns as it should.
std::string foo_bar(const std::string& in_foo, const std::string& before = "", bool right = false) {
  const std::string wait_foo = right ? "a.acquire();" : "", post_foo = right ? "b.release();" : "";
  const std::string wait_bar = right ? "b.acquire();" : "", post_bar = right ? "a.release();" : "";
  return "#include <functional>\n#include <list>\n#include <semaphore>\n#include "
         "<thread>\n#include <vector>\n"
         "#include <cstdlib>\n#include <cstdio>\n#include <unistd.h>\n#include <sys/syscall.h>\n" +
         before +
         "\nclass FooBar {\n public:\n  explicit FooBar(int n) : n_(n) {}\n"
         "  void foo(std::function<void()> print) {\n    " +
         in_foo + "\n    for (int i = 0; i < n_; ++i) { " + wait_foo + " print(); " + post_foo +
         " }\n  }\n  void bar(std::function<void()> print) {\n    for (int i = 0; i < n_; ++i) { " +
         wait_bar + " print(); " + post_bar +
         " }\n  }\n private:\n  int n_;\n  std::binary_semaphore a{1}, b{0};\n};\n";
}

class EndToEnd : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(toolchain_file())) GTEST_SKIP() << "no " << toolchain_file();
    grader_.emplace(compile::Toolchain::load(toolchain_file()), workbook::Workbook(root()));
  }

  static std::filesystem::path root() {
    return compile::Toolchain::load(toolchain_file()).source_dir;
  }

  Json grade(const std::string& text, std::uint64_t schedules = 300) const {
    const PrivateDirectory directory;
    const auto file = directory.path() / "answer.hpp";
    testing::put(file, text);
    grading::Options options;
    options.schedules = schedules;
    const Json result = to_json(
        grader_->grade(grader_->workbook().problem("foo_bar"), {file, "answer.hpp"}, options));
    EXPECT_EQ(testing::result_faults(result), "");
    return result;
  }

  std::optional<grading::Grader> grader_;
};

struct Case {
  const char* name;
  const char* verdict;
  std::string text;
};

void PrintTo(const Case& one, std::ostream* out) { *out << one.name; }

// Loops and calls without end, which a compiler might take for what cannot happen. Right but for
// that: whether other threads get a turn meanwhile must not matter.
std::vector<Case> endless() {
  return {
      {"ComputesForEver", "time_limit", foo_bar("for (;;) {}", "", true)},
      {"YieldsForEver", "livelock", foo_bar("for (;;) std::this_thread::yield();", "", true)},
      {"RecursesForEver", "crash",
       foo_bar("int n = 1; deep(n);",
               "static int deep(int& n) { int next = n + 1; return deep(next) + next; }", true)}};
}

class BadInput : public EndToEnd, public ::testing::WithParamInterface<Case> {};

TEST_P(BadInput, GetsItsVerdict) {
  const Json result = grade(GetParam().text);
  EXPECT_EQ(string_or(result, "verdict"), GetParam().verdict) << dump(result, 2);
}

// System calls without the C library, as somebody would who knows that it is watched.
const std::string raw =
    "static long raw(long n, long a = 0, long b = 0, long c = 0) {\n"
    "  long r; asm volatile(\"syscall\" : \"=a\"(r) : \"a\"(n), \"D\"(a), \"S\"(b), \"d\"(c)\n"
    "                       : \"rcx\", \"r11\", \"memory\"); return r; }\n";

const std::string forge =
    "static void forge() {\n"
    "  const char s[] = \"\\n{\\\"verdict\\\":\\\"accepted\\\",\\\"passed\\\":true}\\n\";\n"
    "  for (int fd = 1; fd < 400; ++fd) if (write(fd, s, sizeof s - 1) < 0) continue;\n}\n";

INSTANTIATE_TEST_SUITE_P(
    EndToEnd, BadInput,
    ::testing::Values(
        Case{"NothingWrong", "accepted", foo_bar("", "", true)},
        Case{"Exit", "crash", foo_bar("std::exit(0);")},
        Case{"UnderscoreExit", "crash", foo_bar("_exit(0);")},
        Case{"QuickExit", "crash", foo_bar("std::quick_exit(0);")},
        Case{"Abort", "crash", foo_bar("std::abort();")},
        Case{"Terminate", "crash", foo_bar("std::terminate();")},
        Case{"ExitWithoutTheLibrary", "compile_error", foo_bar("raw(231, 0);", raw)},
        Case{"ExitBeforeMain", "crash",
             foo_bar("", "static struct E { E() { std::exit(0); } } e;")},
        Case{"ExitInConstructorFunction", "crash",
             foo_bar("", "__attribute__((constructor)) static void early() { _exit(0); }")},
        Case{"RightButExitsAtTheEnd", "accepted",
             foo_bar("", "static struct E { ~E() { _exit(7); } } e;", true)},
        Case{"AllocatesForEver", "memory_limit",
             foo_bar("std::list<int> v; for (;;) v.push_back(1);", "", true)},
        Case{"Forks", "crash", foo_bar("if (fork() < 0) return;")},
        Case{"ForksWithoutTheLibrary", "compile_error", foo_bar("raw(57);", raw, true)},
        Case{"StartsAShell", "crash", foo_bar("if (std::system(\"true\") != 0) return;")},
        Case{"ReplacesTheProcessWithoutTheLibrary", "compile_error",
             foo_bar("const char* words[] = {\"/bin/true\", nullptr};\n"
                     "raw(59, (long)words[0], (long)words, 0);",
                     raw, true)},
        Case{"KillsTheGrader", "compile_error", foo_bar("raw(62, raw(110), 9);", raw, true)},
        Case{"PrintsAMegabyte", "accepted",
             foo_bar("for (int i = 0; i < 1000; ++i) std::printf(\"%01000d\", i);", "", true)},
        Case{"Throws", "uncaught_exception", foo_bar("throw 1;")},
        Case{"ForgesAReport", "wrong_answer", foo_bar("forge();", forge)},
        Case{
            "RegistersAnEasyScenario", "compile_error",
            foo_bar("",
                    "static void easy(void*) {}\nstruct O { int time = 0, weight = 2000000000; };\n"
                    "void reg(const char*, void (*)(void*), O)\n"
                    "    asm(\"_ZN4kata8scenarioEPKcPFvRNS_8ScheduleEENS_7OptionsE\");\n"
                    "static struct E { E() { reg(\"x\", easy, O{}); } } e;\n")},
        Case{"ForgesAReportBeforeMain", "wrong_answer",
             foo_bar("", forge + "static struct E { E() { forge(); } } e;")},
        Case{"RegistersItsOwnScenario", "compile_error",
             foo_bar("",
                     "static void easy(kata::Schedule&) {}\nstatic struct E { E() { "
                     "kata::scenario(\"easy\", easy, {.weight = 1 << 30}); } } e;")},
        Case{"RegistersNothingElse", "wrong_answer",
             foo_bar("", "#undef KATA_SCENARIOS\n#define KATA_SCENARIOS(...)")},
        Case{"SpecialisesTheScenario", "compile_error",
             foo_bar("",
                     "class FooBar;\n"
                     "template <> void either_starts_first<FooBar>(auto&) {}")},
        Case{"PastesTheJudgesName", "compile_error",
             foo_bar("", "#define PASTE(a, b) a##b\nusing namespace PASTE(ka, ta);")},
        Case{"DefinesTheJudgesFunctions", "compile_error",
             foo_bar("",
                     "void say() asm(\"_ZN4kata10Transcript3sayESt17basic_string_view"
                     "IcSt11char_traitsIcEE\");\nvoid say() {}")},
        Case{"DefinesReadForTheJudge", "compile_error",
             foo_bar("", "extern \"C\" ssize_t read(int, void*, size_t) { return 0; }", true)},
        Case{"DefinesItWeakly", "compile_error",
             foo_bar("",
                     "extern \"C\" __attribute__((weak)) ssize_t read(int, void*, size_t) "
                     "{ return 0; }",
                     true)},
        Case{"RunsBeforeTheJudge", "compile_error",
             foo_bar("",
                     "static void early() {}\n__attribute__((section(\".preinit_array\"), "
                     "used)) static void (*pointer)() = early;",
                     true)},
        Case{"IsResolvedBeforeTheJudge", "compile_error",
             foo_bar("",
                     "extern \"C\" { static void none() {}\nstatic void (*choose())() "
                     "{ return none; }\nvoid chosen() __attribute__((ifunc(\"choose\"))); }\n"
                     "void (*volatile keep)() = chosen;",
                     true)},
        Case{"MakesAllPublic", "accepted", foo_bar("", "#define private public", true)},
        Case{"LacksTheClass", "compile_error", "class BarFoo {};\n"},
        Case{"LacksAMethod", "compile_error", "class FooBar { public: explicit FooBar(int); };\n"},
        Case{"IsNoCpp", "compile_error", "def foo_bar():\n    pass\n"},
        Case{"IsOnlyComments", "compile_error", "// not yet\n"}),
    [](const auto& one) { return one.param.name; });

INSTANTIATE_TEST_SUITE_P(Endless, BadInput, ::testing::ValuesIn(endless()),
                         [](const auto& one) { return one.param.name; });

class EndlessWithClang : public BadInput {};

TEST_P(EndlessWithClang, GetsTheSameVerdict) {
  try {
    const compile::Toolchain clang = compile::with_compiler(grader_->toolchain(), "clang++");
    grader_.emplace(clang, workbook::Workbook(clang.source_dir));
  } catch (const UsageError& error) {
    GTEST_SKIP() << error.what();
  }
  const Json result = grade(GetParam().text);
  EXPECT_EQ(string_or(result, "verdict"), GetParam().verdict) << dump(result, 2);
}

INSTANTIATE_TEST_SUITE_P(EndToEnd, EndlessWithClang, ::testing::ValuesIn(endless()),
                         [](const auto& one) { return one.param.name; });

TEST_F(EndToEnd, SolutionsCannotBeIncludedByAnyPath) {
  const auto solution = root() / "solutions/foo_bar/accepted/mutex_condition_variable.hpp";
  if (!std::filesystem::exists(solution)) GTEST_SKIP() << "no solutions here";
  EXPECT_EQ(grade("#include \"" + solution.string() + "\"\n")["verdict"], "compile_error");
  // Relative to the directory of the public headers.
  EXPECT_EQ(grade("#include \"../../solutions/foo_bar/accepted/mutex_condition_variable.hpp\"\n")
                ["verdict"],
            "compile_error");
}

TEST_F(EndToEnd, NoFileOfTheMachineGetsIntoAMessageOrAProgram) {
  const PrivateDirectory elsewhere;
  const std::string secret = (elsewhere.path() / "secret").string();
  testing::put(secret, "text_that_nobody_may_see");
  const bool landlock = run::has_landlock();
  for (const std::string& way :
       {"#include \"" + secret + "\"\n",
        "asm(\".section .rodata\\n.incbin \\\"" + secret + "\\\"\\n.text\");\n"}) {
    if (way.front() != '#' && !landlock) continue;  // documented: nothing else keeps it out
    const Json result = grade(foo_bar("", way, true));
    EXPECT_EQ(result["verdict"], "compile_error") << way;
    EXPECT_THAT(dump(result), ::testing::Not(HasSubstr("nobody_may_see")));
  }
}

TEST_F(EndToEnd, WhatTheLinkerRefusesIsACompileError) {
  const Json result =
      grade("extern \"C\" void abc() {}\n" +
            foo_bar("", "asm(\".symver abc,abc@@X_1\");\nasm(\".symver none\");\n", true));
  EXPECT_EQ(result["verdict"], "compile_error") << dump(result, 2);
  const Json versions =
      grade("extern \"C\" void abc() {}\nasm(\".symver abc,abc@@X_1\");\n" + foo_bar("", "", true));
  EXPECT_EQ(versions["verdict"], "compile_error") << dump(versions, 2);
  EXPECT_EQ(versions["failure"]["compiler_errors"][0]["line"], 2) << dump(versions, 2);
}

TEST_F(EndToEnd, ErrorsAreAtTheStudentsLine) {
  const Json result = grade("\n\n#error here\n");
  EXPECT_EQ(result["failure"]["compiler_errors"][0]["line"], 3);
  EXPECT_EQ(result["failure"]["compiler_errors"][0]["file"], "answer.hpp");
}

// As people write on LeetCode: no headers, no std::.
std::string pasted(const std::string& notify) {
  return "class FooBar {\n  int n; bool foos = true; mutex m; condition_variable cv;\npublic:\n"
         "  FooBar(int n) : n(n) {}\n"
         "  void foo(function<void()> printFoo) {\n    for (int i = 0; i < n; i++) {\n"
         "      unique_lock<mutex> lock(m);\n      cv.wait(lock, [&] { return foos; });\n"
         "      printFoo(); foos = false; " +
         notify +
         "\n    }\n  }\n"
         "  void bar(function<void()> printBar) {\n    for (int i = 0; i < n; i++) {\n"
         "      unique_lock<mutex> lock(m);\n      cv.wait(lock, [&] { return !foos; });\n"
         "      printBar(); foos = true; cv.notify_one();\n    }\n  }\n};\n";
}

TEST_F(EndToEnd, AnswersPastedWithoutTheirNamespaceAreJudged) {
  EXPECT_EQ(grade(pasted("cv.notify_one();"))["verdict"], "accepted");
  EXPECT_EQ(grade("using namespace std;\n" + pasted("cv.notify_one();"))["verdict"], "accepted");
  const Json broken = grade(pasted(""));
  EXPECT_EQ(broken["verdict"], "deadlock");
  bool waits = false;
  for (const Json& event : broken["failure"]["events"]) {
    if (string_or(event, "operation") == "wait") waits = event["line"] == 8 || event["line"] == 15;
  }
  EXPECT_TRUE(waits) << dump(broken, 2);  // at the student's own lines
  // Another mistake is told alone, without those that opening the namespace mends.
  const Json misspelt = grade(pasted("cv.notify_on();"));
  ASSERT_EQ(misspelt["failure"]["compiler_errors"].size(), 1U) << dump(misspelt, 2);
  EXPECT_EQ(misspelt["failure"]["compiler_errors"][0]["line"], 9);
}

TEST_F(EndToEnd, AnswersThatLackHeadersAreJudged) {
  const std::string uses =
      "std::bitset<4> bits; std::any any; std::forward_list<int> list; std::complex<double> z;\n"
      "std::mt19937 engine{1}; std::promise<int> promise; std::future<int> later;\n"
      "inline double used(std::span<const int> of) {\n"
      "  std::ostringstream out; out << std::setw(3) << std::regex_match(\"a\", "
      "std::regex(\"a\"));\n"
      "  for (int i : std::views::iota(0, 3)) out << i;\n"
      "  return std::sqrt(4.0) + std::numeric_limits<int>::max() + "
      "static_cast<double>(of.size());\n"
      "}\n";
  EXPECT_EQ(grade(uses + pasted("cv.notify_one();"))["verdict"], "accepted");
  // With the namespace open as well.
  EXPECT_EQ(
      grade("promise<int> given; bitset<4> set_bits;\n" + pasted("cv.notify_one();"))["verdict"],
      "accepted");
  // The header does not hide the student's own mistake, which stays at its line.
  const Json wrong = grade("std::bitset<4> bits;\n" + pasted("cv.notify_on();"));
  ASSERT_EQ(wrong["failure"]["compiler_errors"].size(), 1U) << dump(wrong, 2);
  EXPECT_EQ(wrong["failure"]["compiler_errors"][0]["line"], 10);
  // A name of the student's own that a header has too.
  EXPECT_EQ(grade("struct span { int size; };\nstruct any { span s; };\n" +
                  pasted("cv.notify_one();"))["verdict"],
            "accepted");
}

TEST_F(EndToEnd, ReplayShowsTheSameFailureAgain) {
  const grading::Submission stub = grader_->stub(grader_->workbook().problem("foo_bar"));
  const auto prepared = grader_->prepare(grader_->workbook().problem("foo_bar"), stub);
  const Json first = to_json(grader_->run(prepared, {}));
  ASSERT_EQ(first["passed"], false);
  const std::string token = first["failure"]["replay"];
  grading::Options again;
  again.replay = token.substr(token.find(':') + 1);
  const Json second = to_json(grader_->run(prepared, again));
  EXPECT_EQ(testing::result_faults(second), "");
  for (const char* same : {"verdict", "message", "events", "replay"}) {
    EXPECT_EQ(first["failure"][same], second["failure"][same]) << same;
  }
}

TEST_F(EndToEnd, SameSeedGivesTheSameReport) {
  const grading::Submission stub = grader_->stub(grader_->workbook().problem("foo_bar"));
  const auto prepared = grader_->prepare(grader_->workbook().problem("foo_bar"), stub);
  Json first = to_json(grader_->run(prepared, {})), second = to_json(grader_->run(prepared, {}));
  for (Json* result : {&first, &second}) {
    for (const char* timing : {"duration_ms", "compile_ms", "elapsed_ms", "peak_memory_mb"}) {
      result->erase(timing);
    }
  }
  EXPECT_EQ(dump(first), dump(second));
}

TEST_F(EndToEnd, EventsCarryTheirSourceLines) {
  const Json result = grade(foo_bar(""));
  bool found = false;
  for (const Json& event : result["failure"]["events"]) {
    found = found || (event["file"] == "answer.hpp" && !string_or(event, "source").empty());
  }
  EXPECT_TRUE(found) << dump(result["failure"]["events"], 2);
}

TEST_F(EndToEnd, DamagedTokenIsWrongUse) {
  const testing::KataRun run = testing::kata({"replay", "foo_bar:AAAAAAAAAAAA"}, toolchain_file());
  EXPECT_EQ(run.status, 2) << run.out;
  EXPECT_THAT(run.err, HasSubstr("token"));
}

}  // namespace
}  // namespace grader
