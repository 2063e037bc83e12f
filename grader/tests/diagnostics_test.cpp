// SPDX-License-Identifier: MIT
#include "compile/diagnostics.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace grader::compile {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

const SubmissionText submission{"/tmp/kata-x/foo_bar.hpp", "my answer.hpp",
                                "class FooBar {\n  int n = missing;\n};\n"};

std::vector<Diagnostic> parse(std::string_view output) {
  return parse_diagnostics(output, submission);
}

TEST(Diagnostics, AreAtTheStudentsLineWithItsText) {
  const auto found = parse(
      "In file included from <command-line>:\n"
      "/tmp/kata-x/foo_bar.hpp:2:11: error: 'missing' was not declared in this scope\n");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_TRUE(found[0].error);
  EXPECT_EQ(found[0].file, "my answer.hpp");
  EXPECT_EQ(found[0].line, 2);
  EXPECT_EQ(found[0].column, 11);
  EXPECT_EQ(found[0].message, "'missing' was not declared in this scope");
  EXPECT_EQ(found[0].source, "  int n = missing;");
}

TEST(Diagnostics, ErrorInAHeaderMovesToTheLineThatLedThere) {
  const auto found = parse(
      "/usr/include/c++/12/functional: In instantiation of 'f<int>':\n"
      "/usr/include/c++/12/thread:136:43:   required from 'std::thread::thread(…)'\n"
      "/tmp/kata-x/foo_bar.hpp:2:3:   required from here\n"
      "/usr/include/c++/12/bits/invoke.h:9:1: error: no type named 'type'\n");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].line, 2);
  EXPECT_TRUE(found[0].in_submission);
}

TEST(Diagnostics, ThoseOfTheSubmissionComeFirstAndOnce) {
  const auto found = parse(
      "/repo/harness.cpp:9:2: error: 'FooBar' has no member 'bar'\n"
      "/tmp/kata-x/foo_bar.hpp:1:1: error: expected ';'\n"
      "/tmp/kata-x/foo_bar.hpp:1:1: error: expected ';'\n"
      "/tmp/kata-x/foo_bar.hpp:3:1: note: in /tmp/kata-x/foo_bar.hpp\n");
  ASSERT_THAT(found, SizeIs(3));
  EXPECT_TRUE(found[0].in_submission);
  EXPECT_EQ(found.back().file, "/repo/harness.cpp");
}

TEST(Diagnostics, NotesInTheSubmissionBelongToTheErrorBefore) {
  const auto found = parse(
      "/tmp/kata-x/foo_bar.hpp:2:1: error: redefinition of 'n'\n"
      "/tmp/kata-x/foo_bar.hpp:1:7: note: 'n' in /tmp/kata-x/foo_bar.hpp declared here\n"
      "/usr/include/c++/12/mutex:80:1: note: a candidate\n");
  ASSERT_THAT(found, SizeIs(1));
  ASSERT_THAT(found[0].notes, SizeIs(1));
  EXPECT_EQ(found[0].notes[0].message, "'n' in my answer.hpp declared here");
}

TEST(Diagnostics, LinkersErrorsHaveNoPlace) {
  const auto found = parse(
      "/usr/bin/ld: /tmp/kata-x/ccA.o: in function `main':\n"
      "harness.cpp:(.text+0x9): undefined reference to `helper()'\n"
      "collect2: error: ld returned 1 exit status\n");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].message, "undefined reference to `helper()'");
  EXPECT_EQ(found[0].file, "");
}

TEST(Diagnostics, LinkersErrorsAreAtTheirLineWhereItIsKnown) {
  const auto found = parse(
      "/usr/bin/ld: /tmp/kata-x/a.o: in function `FooBar::foo()':\n"
      "/tmp/kata-x/foo_bar.hpp:2: undefined reference to `helper()'\n"
      "/usr/bin/ld: /tmp/kata-x/a.o: in function `init':\n"
      "/repo/harness.cpp:7: multiple definition of `abc'; "
      "/tmp/kata-x/a.o:/tmp/kata-x/foo_bar.hpp:3: first defined here\n"
      "clang: error: linker command failed with exit code 1\n");
  ASSERT_THAT(found, SizeIs(2));
  EXPECT_EQ(found[0].message, "undefined reference to `helper()'");
  EXPECT_EQ(found[0].line, 2);
  EXPECT_EQ(found[1].message, "multiple definition of `abc'");
  EXPECT_EQ(found[1].line, 3);
  EXPECT_TRUE(found[1].in_submission);
}

TEST(Diagnostics, AssemblysAreWhereItsWordStandsAlone) {
  const SubmissionText text{"/tmp/kata-x/foo_bar.hpp", "foo_bar.hpp",
                            "int a;\nasm(\".symver none\");\nasm(\"nop; nop\");\n"};
  const auto line_of = [&](std::string_view output) {
    const auto found = parse_diagnostics(output, text);
    return found.size() == 1 && found[0].message.rfind("in assembly: ", 0) == 0 ? found[0].line
                                                                                : -1;
  };
  EXPECT_EQ(line_of("/tmp/a.s:9: Error: expected comma after name in .symver\n"), 2);
  EXPECT_EQ(line_of("/tmp/a.s:9: Error: no such instruction: `nop 3'\n"), 3);
  EXPECT_EQ(line_of("/tmp/a.s:9: Error: something about b\n"), 0);
  EXPECT_EQ(line_of("/tmp/kata-x/foo_bar.hpp:3: Error: bad\n"), 3);
  EXPECT_EQ(line_of("<inline asm>:1:17: error: expected a comma\n"), 0);
}

TEST(Diagnostics, WarningsAreNotErrors) {
  const auto found =
      parse("/tmp/kata-x/foo_bar.hpp:2:7: warning: unused variable 'n' [-Wunused-variable]\n");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_FALSE(found[0].error);
}

TEST(Diagnostics, NoiseIsNothing) {
  EXPECT_THAT(parse("  12 | int x;\n     |     ^\ncompilation terminated.\n\n::::\n"), IsEmpty());
}

}  // namespace
}  // namespace grader::compile
