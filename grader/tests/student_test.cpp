// SPDX-License-Identifier: MIT
// The commands of a student's every day, from outside: what they print, what they write, and that
// nothing of the student's is ever lost.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/errors.hpp"
#include "report/markdown.hpp"
#include "support.hpp"
#include "workbook/find.hpp"
#include "workbook/front_page.hpp"
#include "workbook/progress.hpp"
#include "workbook/statement.hpp"

namespace grader {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::KataRun;
using ::testing::Not;

constexpr const char* stub = "// The stub.\nint answer() { return 1; }\n";
constexpr const char* right = "class PairMaker;\nint answer() { return 0; }\n";
constexpr const char* wrong = "\nint answer() { return 1; }  // not yet\n";

// A workbook of two katas, with their shipped stubs.
class Student : public ::testing::Test {
 protected:
  Student() {
    testing::put(root() / "problems/pair/README.md",
                 "# Pair\n\nReturn *nothing*, `0`, at **last**.\n\n- one\n- two\n\n"
                 "<details><summary>Hint 1</summary>\n\nThink of zero.\n</details>\n\n"
                 "<details><summary>Hint 2</summary>\n\nIt is round.\n</details>\n");
    testing::put(root() / "problems/zebra/problem.json",
                 R"({"title": "Black and White", "difficulty": "easy", "chapter": "Tests",
                     "topics": ["none"], "leetcode": 4711})");
    testing::put(root() / "problems/zebra/zebra.hpp", "class StripedHorse {\n};\n");
    workbook::keep_stubs(book());
  }

  fs::path root() const { return small_.root(); }
  workbook::Workbook book() const { return workbook::Workbook(root()); }
  fs::path file() const { return root() / "problems/pair/pair.hpp"; }
  KataRun kata(const std::vector<std::string>& arguments) const {
    return testing::kata(arguments, root() / "build/toolchain.json", {"COLUMNS=80"});
  }
  std::string out(const std::vector<std::string>& arguments) const {
    const KataRun run = kata(arguments);
    EXPECT_EQ(run.status, 0) << run.err;
    return run.out;
  }
  std::string found(const std::string& word) const {
    return workbook::find_problem(book(), word).slug;
  }

  testing::SmallWorkbook small_;
};

TEST_F(Student, AKataIsFoundByAnyOfItsNames) {
  for (const char* word : {"zebra", "Zebra", "StripedHorse", "stripedhorse", "4711",
                           "Black and White", "black-and-white"}) {
    EXPECT_EQ(found(word), "zebra") << word;
  }
  EXPECT_EQ(found((root() / "problems/zebra").string() + "/"), "zebra");
  EXPECT_THROW(found("horse"), UsageError);
  EXPECT_THROW(found("4712"), UsageError);
  EXPECT_THROW(found(""), UsageError);
  EXPECT_THROW(found(root().string()), UsageError);
  EXPECT_THROW(found("/tmp"), UsageError);
}

TEST_F(Student, NextIsTheFirstThatIsNotSolved) {
  EXPECT_THAT(out({"next"}), HasSubstr("pair — Pair (easy, Tests)"));
  testing::put(file(), right);
  EXPECT_THAT(out({"next"}), HasSubstr("pair — "));  // not judged yet
  EXPECT_EQ(kata({"grade", "pair"}).status, 0);
  EXPECT_THAT(out({"next"}), HasSubstr("zebra — Black and White"));
}

TEST_F(Student, ProgressIsAboutWhatIsInTheFileNow) {
  const auto row = [&] {
    const std::string text = out({"progress"});
    const std::size_t at = text.find("pair");
    return text.substr(at, text.find('\n', at) - at);
  };
  EXPECT_THAT(row(), HasSubstr("not begun"));
  testing::put(file(), wrong);
  EXPECT_THAT(row(), HasSubstr("not judged since"));
  EXPECT_EQ(kata({"grade", "pair"}).status, 1);
  EXPECT_THAT(row(), HasSubstr("wrong_answer"));
  testing::put(file(), right);
  EXPECT_EQ(kata({"grade", "pair"}).status, 0);
  EXPECT_THAT(row(), HasSubstr("accepted"));
  EXPECT_THAT(out({"progress"}), HasSubstr("1 of 2 solved."));
  testing::put(file(), std::string(right) + "// one more thought\n");
  EXPECT_THAT(row(), HasSubstr("not judged since"));
}

TEST_F(Student, AnotherFilesVerdictIsNoProgress) {
  testing::put(root() / "right.hpp", right);
  EXPECT_EQ(kata({"grade", "pair", "--submission", (root() / "right.hpp").string()}).status, 0);
  EXPECT_THAT(out({"progress"}), HasSubstr("0 of 2 solved."));
}

TEST_F(Student, DamagedProgressCountsAsNone) {
  testing::put(file(), right);
  EXPECT_EQ(kata({"grade", "pair"}).status, 0);
  for (const char* text : {"", "{", "[]", R"({"format": "kata/progress/1", "katas": [1]})",
                           R"({"format": "kata/progress/1", "katas": {"pair": 7}})"}) {
    testing::put(root() / ".kata/progress.json", text);
    EXPECT_THAT(out({"progress"}), HasSubstr("0 of 2 solved.")) << text;
  }
}

TEST_F(Student, ShowIsTheStatementWithoutItsHints) {
  const std::string text = out({"show", "pair"});
  EXPECT_THAT(text, HasSubstr("Pair\n\n  Return nothing, 0, at last.\n\n  - one\n  - two\n"));
  EXPECT_THAT(text, Not(HasSubstr("zero")));
  EXPECT_THAT(text, HasSubstr("hint pair   (2 of them, one at a time)"));
}

TEST_F(Student, HintsComeOneAtATimeAndBeginAgain) {
  EXPECT_THAT(out({"hint", "pair"}), HasSubstr("Think of zero."));
  const std::string second = out({"hint", "pair"});
  EXPECT_THAT(second, HasSubstr("It is round."));
  EXPECT_THAT(second, Not(HasSubstr("zero")));
  EXPECT_THAT(out({"hint", "pair"}), HasSubstr("Think of zero."));
  const std::string all = out({"hint", "pair", "--all"});
  EXPECT_THAT(all, HasSubstr("Think of zero."));
  EXPECT_THAT(all, HasSubstr("It is round."));
}

TEST_F(Student, TheHintForTheLastVerdictComesFirst) {
  testing::put(root() / "problems/pair/problem.json",
               R"({"title": "Pair", "difficulty": "easy", "chapter": "Tests", "topics": ["none"],
                   "schedules": 1, "hints": [{"verdict": "wrong_answer", "matches": "",
                   "hint": "Two is too many."}]})");
  EXPECT_THAT(out({"hint", "pair"}), HasSubstr("Think of zero."));
  testing::put(file(), wrong);
  EXPECT_EQ(kata({"grade", "pair"}).status, 1);
  EXPECT_THAT(out({"hint", "pair"}), HasSubstr("Two is too many."));
  EXPECT_THAT(out({"hint", "pair"}), HasSubstr("Think of zero."));
}

TEST_F(Student, ResetKeepsTheAnswerAside) {
  testing::put(file(), wrong);
  EXPECT_THAT(out({"reset", "pair"}), HasSubstr(".kata/kept/pair-1.hpp"));
  EXPECT_EQ(read_file(file()), stub);
  testing::put(file(), right);
  out({"reset", "pair"});
  EXPECT_EQ(read_file(root() / ".kata/kept/pair-1.hpp"), wrong);
  EXPECT_EQ(read_file(root() / ".kata/kept/pair-2.hpp"), right);
  EXPECT_THAT(out({"reset", "pair"}), HasSubstr("nothing to do"));
}

TEST_F(Student, ResetWithoutAShippedStubChangesNothing) {
  fs::remove(root() / "problems/pair/.stub.hpp");
  testing::put(file(), wrong);
  const KataRun run = kata({"reset", "pair"});
  EXPECT_EQ(run.status, 2);
  EXPECT_THAT(run.err, HasSubstr(".stub.hpp is missing"));
  EXPECT_EQ(read_file(file()), wrong);
}

TEST_F(Student, TheEditorialIsForThoseWhoSolvedOrInsist) {
  EXPECT_EQ(kata({"solution", "pair"}).status, 2);  // there is none
  testing::put(root() / "solutions/pair/README.md", "# It is zero\n");
  EXPECT_THAT(out({"solution", "pair"}), Not(HasSubstr("zero")));
  EXPECT_THAT(out({"solution", "pair", "--yes"}), HasSubstr("It is zero"));
  testing::put(file(), right);
  EXPECT_EQ(kata({"grade", "pair"}).status, 0);
  EXPECT_THAT(out({"solution", "pair"}), HasSubstr("It is zero"));
}

TEST_F(Student, OpenNeedsAnEditorAndBeginsAtTheFailure) {
  EXPECT_THAT(kata({"open", "pair"}).err, HasSubstr("export EDITOR=nano"));
  const auto opened = [&](const std::string& editor) {
    return testing::kata({"open", "pair"}, root() / "build/toolchain.json", {"EDITOR=" + editor})
        .out;
  };
  EXPECT_THAT(opened("echo"), HasSubstr("problems/pair/pair.hpp\n"));
  workbook::Progress progress(book());
  testing::put(file(), wrong);
  progress.note("pair", {.content = workbook::content_of(book().problem("pair")),
                         .verdict = Verdict::deadlock,
                         .line = 2});
  EXPECT_THAT(opened("echo"), HasSubstr("+2 "));
}

TEST_F(Student, ASolvedKataDoesNotBreakTheWorkbook) {
  for (const char* answer : {"solutions/pair/README.md", "solutions/pair/accepted/a.hpp"}) {
    testing::put(root() / answer, right);
  }
  testing::put(file(), right);
  const std::string text = kata({"check", "pair"}).out;
  EXPECT_THAT(text, HasSubstr("✓ pair/pair.hpp"));
}

TEST(Statement, HintsAreTakenOut) {
  const workbook::Statement statement = workbook::read_statement(
      "# T\n\ntext\n\n<details><summary>Hint 1</summary>\n\none\n</details>\n\n"
      "<details>\ntwo\n</details>\nend\n");
  EXPECT_THAT(statement.hints, ElementsAre("one", "two"));
  EXPECT_THAT(statement.text, HasSubstr("text"));
  EXPECT_THAT(statement.text, HasSubstr("end"));
  EXPECT_THAT(statement.text, Not(HasSubstr("one")));
  EXPECT_THAT(workbook::read_statement("a <details> b").hints, IsEmpty());
  EXPECT_EQ(workbook::read_statement("a <details> b").text, "a <details> b\n");
}

TEST(Markdown, IsForReading) {
  const auto shown = [](const std::string& text) {
    return report::render_markdown(text, {.width = 40});
  };
  EXPECT_EQ(shown("# A `head`\ntext **bold** 2 * 3 *so*\n"), "A `head`\n  text bold 2 * 3 so\n");
  EXPECT_EQ(shown("- a\n  b\n- c\n\n1. d\n"), "  - a b\n  - c\n\n  1. d\n");
  EXPECT_EQ(shown("x\n\n    int i = *p;\n"), "  x\n\n      int i = *p;\n");
  EXPECT_EQ(shown("```cpp\nint a;\n```\n"), "      int a;\n");
  EXPECT_EQ(shown("a `x*y*z` b"), "  a x*y*z b\n");
  // No line is wider than the terminal, and no text can move the cursor.
  EXPECT_EQ(shown("one two three four five six seven eight nine"),
            "  one two three four five six seven\n  eight nine\n");
  EXPECT_THAT(shown("a\033[2Jb"), Not(HasSubstr("\033")));
}

// `kata watch` on a terminal of its own.
class Terminal {
 public:
  Terminal(const std::vector<std::string>& arguments, const fs::path& toolchain) {
    process_ = forkpty(&master_, nullptr, nullptr, nullptr);
    if (process_ != 0) return;
    setenv("KATA_TOOLCHAIN", toolchain.c_str(), 1);
    std::vector<std::string> words = {KATA_PROGRAM};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> argv;
    for (std::string& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);
    execv(argv[0], argv.data());
    _exit(127);
  }
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;
  ~Terminal() {
    close(master_);
    if (process_ > 0) waitpid(process_, nullptr, 0);
  }

  // Reads until `words` are there, and forgets all up to them. The bound is only for a broken
  // program.
  bool shows(const std::string& words) {
    for (;;) {
      if (const std::size_t at = text_.find(words); at != std::string::npos) {
        text_.erase(0, at + words.size());
        return true;
      }
      pollfd source{master_, POLLIN, 0};
      char buffer[4096];
      if (::poll(&source, 1, 60'000) <= 0) return false;
      const ssize_t got = read(master_, buffer, sizeof buffer);
      if (got <= 0) return false;
      text_.append(buffer, static_cast<std::size_t>(got));
    }
  }
  void press(char key) { ASSERT_EQ(write(master_, &key, 1), 1); }
  int status() {
    int status = 0;
    waitpid(process_, &status, 0);
    process_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }
  pid_t process() const { return process_; }
  const std::string& rest() const { return text_; }

 private:
  int master_ = -1;
  pid_t process_ = -1;
  std::string text_;
};

class Watch : public Student, public ::testing::WithParamInterface<bool> {
 protected:
  std::vector<std::string> command() const {
    std::vector<std::string> words = {"watch", "pair"};
    if (GetParam()) words.emplace_back("--poll");
    return words;
  }
};

TEST_P(Watch, JudgesAtEverySaveHoweverItIsDone) {
  Terminal terminal(command(), root() / "build/toolchain.json");
  ASSERT_TRUE(terminal.shows("wrong_answer")) << terminal.rest();
  ASSERT_TRUE(terminal.shows("watching"));
  testing::put(file(), right);  // written in place
  ASSERT_TRUE(terminal.shows("accepted")) << terminal.rest();
  ASSERT_TRUE(terminal.shows("watching"));
  testing::put(root() / "problems/pair/4913", wrong);  // replaced, as vim and others do
  fs::rename(root() / "problems/pair/4913", file());
  ASSERT_TRUE(terminal.shows("wrong_answer")) << terminal.rest();
  ASSERT_TRUE(terminal.shows("watching"));
  terminal.press('h');
  ASSERT_TRUE(terminal.shows("Think of zero.")) << terminal.rest();
  terminal.press('q');
  EXPECT_EQ(terminal.status(), 0);
}

TEST_P(Watch, EndsAtCtrlC) {
  Terminal terminal(command(), root() / "build/toolchain.json");
  ASSERT_TRUE(terminal.shows("watching")) << terminal.rest();
  kill(terminal.process(), SIGINT);
  EXPECT_EQ(terminal.status(), 130);
}

INSTANTIATE_TEST_SUITE_P(Ways, Watch, ::testing::Values(false, true),
                         [](const auto& one) { return one.param ? "Polling" : "Notified"; });

}  // namespace
}  // namespace grader
