// SPDX-License-Identifier: MIT
// The judge is an object of its own: it shares no template with the submission, nothing in a
// submission reaches its calls, and it is compiled again when it has changed.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/errors.hpp"
#include "compile/elf.hpp"
#include "compile/judge.hpp"
#include "support.hpp"

namespace grader {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

compile::Toolchain built() {
  return compile::Toolchain::load(fs::path(KATA_BUILD_DIR) / "toolchain.json");
}

// A kata of the test's own, `shelf`, with this build's engine: two threads put things on a shelf
// and look. The judge keeps its own things in the same instances of the standard library's
// templates.
class Shelf : public ::testing::Test {
 protected:
  Shelf() {
    const fs::path problem = directory_.path() / "problems/shelf";
    testing::put(problem / "README.md", "# Shelf\n");
    testing::put(problem / "shelf.hpp", "// The stub.\n");
    testing::put(problem / "problem.json",
                 R"({"title": "Shelf", "difficulty": "easy", "chapter": "Tests",
                     "topics": ["none"], "schedules": 200})");
    testing::put(problem / "answer.hpp",
                 R"cpp(#pragma once
#include <kata/answer.hpp>
                       namespace kata_oracle {
                       struct Answer {
                         virtual ~Answer() = default;
                         virtual void put(int thing, kata::Callback<void(int)> placed) = 0;
                       };
                       template <class Shelf>
                       struct Adapter final : Answer {
                         void put(int thing, kata::Callback<void(int)> placed) override {
                           KATA_CALL(void, "void put(int thing, std::function<void(int)> placed)",
                                     answer.put(thing, placed.function()));
                         }
                         Shelf answer;
                       };
                       }  // namespace kata_oracle

                       KATA_ANSWER(Shelf, "Shelf()")
                 )cpp");
    write_harness("");
  }

  void write_harness(const std::string& more) {
    testing::put(directory_.path() / "problems/shelf/harness.cpp",
                 R"cpp(#include <kata/kata.hpp>
#include "answer.hpp"
                       namespace kata_oracle {
                       struct Books {
                         std::vector<int> row;
                         std::deque<int> queue;
                         std::map<int, int> seen;
                         std::string text;
                         std::function<void(int)> last;
                       };
                       void two_threads(kata::Schedule& schedule) {
                         Books books;
                         const auto answer = make_answer();
                         const auto use = [&](int thing) {
                           schedule.judge([&] {
                             books.row.push_back(thing);
                             books.queue.push_back(thing);
                             ++books.seen[thing];
                             books.text += std::to_string(thing);
                             books.last = [&books](int) { books.row.clear(); };
                             books.last(thing);
                           });
                         };
                         for (int thread = 0; thread < 2; ++thread) {
                           schedule.thread("thread " + std::to_string(thread), [&, thread] {
                             for (int i = 0; i < 3; ++i) answer->put(3 * thread + i, use);
                           });
                         }
                         schedule.join();
                         schedule.expect(books.queue.size() == 6, "everything was placed");
                 )cpp" +
                     more +
                     R"cpp(}
                           }  // namespace kata_oracle
                           KATA_JUDGE(kata::scenario("two threads", kata_oracle::two_threads);)
                     )cpp");
  }

  // The verdict for a Shelf that has `member`, and does `put` with the thing, under a lock or not.
  std::string verdict(const std::string& member, const std::string& put, bool locked) {
    const std::string lock = locked ? "const std::lock_guard lock(mutex_);\n" : "";
    testing::put(
        directory_.path() / "shelf.hpp",
        "class Shelf {\n public:\n  void put(int thing, std::function<void(int)> placed) {\n"
        "    {\n" +
            lock + put +
            "\n    }\n    placed(thing);\n  }\n private:\n"
            "  std::mutex mutex_;\n" +
            member + "\n};\n");
    compile::Toolchain toolchain = built();
    toolchain.build_dir = directory_.path() / "build";
    const workbook::Workbook workbook(directory_.path());
    const grading::Grader grader(toolchain, workbook);
    result_ = to_json(grader.grade(workbook.problem("shelf"),
                                   {directory_.path() / "shelf.hpp", "shelf.hpp"}, {}));
    return string_or(result_, "verdict");
  }

  PrivateDirectory directory_;
  Json result_;
};

// A linker that kept the judge's copy of a template would miss the submission's races in it.
TEST_F(Shelf, RacesInsideOfTemplatesThatTheJudgeUsesTooAreFound) {
  struct Case {
    const char* member;
    const char* put;
  };
  for (const Case& one : {
           Case{"std::vector<int> row_;", "row_.push_back(thing);"},
           Case{"std::deque<int> queue_;", "queue_.push_back(thing);"},
           Case{"std::map<int, int> seen_;", "++seen_[thing];"},
           Case{"std::string text_;", "text_ += std::to_string(thing);"},
           Case{"std::function<void(int)> last_;", "last_ = placed;"},
       }) {
    EXPECT_EQ(verdict(one.member, one.put, true), "accepted") << one.put << dump(result_, 2);
    EXPECT_EQ(verdict(one.member, one.put, false), "data_race") << one.put << dump(result_, 2);
  }
}

TEST_F(Shelf, AJudgeThatChangedIsCompiledAgain) {
  EXPECT_EQ(verdict("", "", true), "accepted") << dump(result_, 2);
  write_harness("schedule.fail(\"never right\");\n");
  EXPECT_EQ(verdict("", "", true), "wrong_answer") << dump(result_, 2);
}

TEST_F(Shelf, AJudgeThatDoesNotCompileIsNoFaultOfTheStudent) {
  write_harness("no such thing;\n");
  EXPECT_EQ(verdict("", "", true), "internal_error");
  EXPECT_THAT(dump(result_), HasSubstr("compiling the judge of shelf"));
}

// What a judge leaves to the linker is what no submission may define; and what it defines for
// others is one function.
TEST(Judges, HaveNoGlobalNamesExceptForTheEnginesCall) {
  const compile::Toolchain toolchain = built();
  const workbook::Workbook workbook(toolchain.source_dir);
  for (const std::string& slug : workbook.slugs()) {
    const compile::Judge judge =
        compile::judge_object(toolchain, slug, workbook.problem(slug).harness());
    const std::string bytes = read_file(judge.object).value_or("");
    std::vector<std::string> global;
    for (const auto& symbol : compile::elf::symbols(bytes, SHT_SYMTAB)) {
      if (symbol.binding() == STB_LOCAL) continue;
      if (symbol.defined()) global.emplace_back(symbol.name);
      // Templates of the standard library would be found in the submission, instrumented.
      EXPECT_THAT(std::string(symbol.name), ::testing::Not(HasSubstr("_M_")));
      EXPECT_THAT(std::string(symbol.name),
                  ::testing::Not(::testing::StartsWith("_ZNSt7__cxx1112basic_string")));
    }
    EXPECT_THAT(global, ::testing::ElementsAre("kata_register_scenarios")) << slug;
  }
}

// ---- a submission that wants to be asked by another judge ----

class OwnJudge : public ::testing::Test {
 protected:
  static Json grade(const std::string& before) {
    const PrivateDirectory directory;
    testing::put(
        directory.path() / "answer.hpp",
        before +
            "\nclass FooBar {\n public:\n  explicit FooBar(int n) : n_(n) {}\n"
            "  void foo(std::function<void()> print) { for (int i = 0; i < n_; ++i) print(); }\n"
            "  void bar(std::function<void()> print) { for (int i = 0; i < n_; ++i) print(); }\n"
            " private:\n  int n_;\n};\n");
    const workbook::Workbook workbook(built().source_dir);
    return to_json(grading::Grader(built(), workbook)
                       .grade(workbook.problem("foo_bar"),
                              {directory.path() / "answer.hpp", "answer.hpp"}, {}));
  }
};

TEST_F(OwnJudge, DefinitionsOfTheJudgesAndTheLibrarysNamesAreRefused) {
  const std::string say = "_ZN4kata10Transcript3sayESt17basic_string_viewIcSt11char_traitsIcEE";
  for (const std::string& before : {
           "extern \"C\" __attribute__((visibility(\"hidden\"), used)) void say(void*) asm(\"" +
               say + "\");\nextern \"C\" void say(void*) {}",
           "extern \"C\" __attribute__((weak, used)) void say(void*) asm(\"" + say +
               "\");\nextern \"C\" void say(void*) {}",
           std::string("extern \"C\" __attribute__((visibility(\"hidden\"), used)) "
                       "int my_cmp(const void*, const void*, size_t) asm(\"memcmp\");\n"
                       "extern \"C\" int my_cmp(const void*, const void*, size_t) { return 0; }"),
           std::string(
               "extern \"C\" __attribute__((used)) const char __start_kata_judge[1] = {0};"),
       }) {
    const Json result = grade(before);
    EXPECT_EQ(string_or(result, "verdict"), "compile_error") << before << dump(result, 2);
    EXPECT_THAT(string_or(result["failure"], "message"), HasSubstr("defines")) << before;
  }
}

TEST_F(OwnJudge, MacrosAndAssemblyDoNotReachTheJudge) {
  for (const char* before : {
           "#define say(...) text()",
           "#define expect_complete() text()",
           "#define fail(...) now()",
           "#define schedule nothing",
           // Without .globl it is a name of the submission's own, and nothing of the judge's is
           // hidden.
           "extern \"C\" __attribute__((used)) void nothing() {}\n"
           "asm(\".set _ZN4kata10Transcript15expect_completeEv, nothing\");",
           "asm(\".macro call target\\n nop\\n .endm\");",
           "template <class T> struct Judge {};\n#define KATA_JUDGE(...)",
       }) {
    const Json result = grade(before);
    EXPECT_NE(string_or(result, "verdict"), "accepted") << before << dump(result, 2);
  }
}

}  // namespace
}  // namespace grader
