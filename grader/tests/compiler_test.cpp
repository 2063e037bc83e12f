// SPDX-License-Identifier: MIT
// Another compiler than the one that built us gives the verdicts that answers are filed under.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "base/errors.hpp"
#include "compile/included.hpp"
#include "compile/other_compiler.hpp"
#include "support.hpp"

namespace grader {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

const fs::path toolchain_file = fs::path(KATA_BUILD_DIR) / "toolchain.json";

compile::Toolchain built() { return compile::Toolchain::load(toolchain_file); }

bool has_clang() {
  try {
    compile::with_compiler(built(), "clang++");
    return true;
  } catch (const UsageError& error) {
    // One that is there must also work.
    EXPECT_THAT(error.what(), HasSubstr("there is no compiler"));
    return false;
  }
}

#define NEEDS_CLANG() \
  if (!has_clang()) GTEST_SKIP() << "no clang++ here"

// ---- filed answers ----

std::vector<std::string> slugs() { return workbook::Workbook(built().source_dir).slugs(); }

// What hangs on how a compiler instruments and optimises, all of it; one answer of each other kind.
std::vector<workbook::Answer> sample_of(const workbook::Workbook& workbook,
                                        const std::string& slug) {
  const std::set<std::string> all_of = {"crash", "data_race", "livelock", "thread_leak"};
  std::set<std::string> seen;
  std::vector<workbook::Answer> sample;
  for (const workbook::Answer& answer : workbook.answers(slug)) {
    const bool first = seen.insert(answer.verdict).second;
    if (first || all_of.count(answer.verdict) != 0) sample.push_back(answer);
  }
  return sample;
}

class WithClang : public ::testing::TestWithParam<std::string> {};

TEST_P(WithClang, AnswersGetTheVerdictTheyAreFiledUnder) {
  NEEDS_CLANG();
  const workbook::Workbook workbook(built().source_dir);
  if (!workbook.has_solutions()) GTEST_SKIP() << "no solutions here";
  const grading::Grader judge(compile::with_compiler(built(), "clang++"), workbook);
  const std::vector<workbook::Answer> sample = sample_of(workbook, GetParam());
  ASSERT_GE(sample.size(), 2U);
  for (const workbook::Answer& answer : sample) {
    SCOPED_TRACE(answer.name);
    grading::Options options;
    if (answer.verdict == "accepted") options.schedules = 2000;
    const Result result =
        judge.grade(workbook.problem(GetParam()), {answer.file, answer.name}, options);
    EXPECT_EQ(word_of(result.verdict), answer.verdict) << dump(to_json(result), 2);
    EXPECT_EQ(testing::result_faults(result), "");
    if (answer.verdict != "accepted") continue;
    for (const Warning& warning : result.warnings) {
      EXPECT_NE(warning.kind, WarningKind::compiler_warning) << warning.message;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(All, WithClang, ::testing::ValuesIn(slugs()),
                         [](const auto& one) { return one.param; });

// ---- programs ----

// What clang's instrumentation leaves out, were it asked for no more than usual.
TEST(Clang, RacesOnMembersAndElementsOfLocalsAreFound) {
  NEEDS_CLANG();
  const PrivateDirectory directory;
  const auto explore = [&](const std::string& name, const std::string& body) {
    const fs::path file = directory.path() / (name + ".cpp");
    testing::put(file, "#include <atomic>\n#include <thread>\nint main() {\n" + body + "}\n");
    return testing::kata({"explore", file.string(), "--compiler", "clang++", "--schedules", "300"},
                         toolchain_file);
  };
  for (const char* locals :
       {"struct { int first = 0, second = 0; } both;\n"
        "int& taken = both.second;\n#define MINE both.second\n",
        "int table[4] = {};\nint& taken = table[3];\n#define MINE table[3]\n"}) {
    const auto wrong = explore("wrong", std::string(locals) +
                                            "std::thread other([&] { ++taken; });\n"
                                            "++MINE;\nother.join();\nreturn MINE < 0;\n");
    EXPECT_EQ(wrong.status, 1) << locals << wrong.out << wrong.err;
    EXPECT_THAT(wrong.out, HasSubstr("data_race")) << locals;
    const auto right = explore("right", std::string(locals) +
                                            "std::thread other([&] { ++taken; });\n"
                                            "other.join();\n++MINE;\nreturn MINE != 2;\n");
    EXPECT_EQ(right.status, 0) << locals << right.out << right.err;
  }
}

TEST(Clang, ReplayNamesTheCompiler) {
  NEEDS_CLANG();
  const auto first = testing::kata({"grade", "foo_bar", "--compiler", "clang++"}, toolchain_file);
  ASSERT_EQ(first.status, 1) << first.out << first.err;
  const std::string replay = " replay foo_bar:";
  const std::size_t at = first.out.find(replay) + replay.size() - std::string("foo_bar:").size();
  const std::string token = first.out.substr(at, first.out.find_first_of(" \n", at) - at);
  EXPECT_THAT(first.out, HasSubstr(token + " --compiler clang++\n"));
  const auto again = testing::kata({"replay", token, "--compiler", "clang++"}, toolchain_file);
  EXPECT_EQ(again.status, 1) << again.out << again.err;
  EXPECT_THAT(again.out, AllOf(HasSubstr("wrong_answer"), HasSubstr("replayed")));
}

TEST(Clang, MayBeNamedByTheEnvironment) {
  NEEDS_CLANG();
  const auto named = testing::kata({"doctor"}, toolchain_file, {"KATA_CXX=clang++"});
  EXPECT_THAT(named.out, HasSubstr("clang version")) << named.err;
  const auto nearer =
      testing::kata({"doctor", "--compiler", CXX_COMPILER}, toolchain_file, {"KATA_CXX=clang++"});
  EXPECT_THAT(nearer.out, Not(HasSubstr("clang++: "))) << nearer.err;
}

TEST(Compiler, ThatIsNoneIsWrongUse) {
  for (const char* name : {"no-such-compiler", "/bin/true", "/"}) {
    const auto run = testing::kata({"grade", "foo_bar", "--compiler", name}, toolchain_file);
    EXPECT_EQ(run.status, 2) << name << run.out;
    EXPECT_THAT(run.err, HasSubstr("compiler")) << name;
  }
}

// ---- its precompiled header ----

// A toolchain whose headers and build directory are the test's own.
class OwnHeader : public ::testing::Test {
 protected:
  OwnHeader() {
    toolchain_ = built();
    testing::put(header(), "#pragma once\n#include \"more.hpp\"\n");
    testing::put(header().parent_path() / "more.hpp", "int one();\n");
    toolchain_.source_dir = directory_.path();
    toolchain_.build_dir = directory_.path() / "build";
    // Not the one that built us, by its path: so it gets a header of its own.
    fs::create_symlink(CXX_COMPILER, directory_.path() / "other");
    toolchain_.compiler = "/bin/true";
  }

  fs::path header() const { return directory_.path() / "harness/include/kata/answer.hpp"; }

  // When the precompiled header was made; all there are.
  std::vector<fs::file_time_type> made() {
    compile::with_compiler(toolchain_, (directory_.path() / "other").string());
    std::vector<fs::file_time_type> times;
    for (const auto& entry : fs::recursive_directory_iterator(toolchain_.build_dir)) {
      const std::string extension = entry.path().extension().string();
      if (extension == ".gch" || extension == ".pch") times.push_back(entry.last_write_time());
    }
    return times;
  }

  PrivateDirectory directory_;
  compile::Toolchain toolchain_;
};

TEST_F(OwnHeader, IsMadeOnceAndAgainWhenAHeaderChanges) {
  const auto first = made();
  ASSERT_EQ(first.size(), 1U);
  EXPECT_EQ(made(), first);
  // Older than what was made from it, as a package's files are.
  testing::put(header().parent_path() / "more.hpp", "int two();\n");
  fs::last_write_time(header().parent_path() / "more.hpp",
                      fs::file_time_type::clock::now() - std::chrono::hours(1000));
  const auto second = made();
  ASSERT_EQ(second.size(), 1U);
  EXPECT_NE(second, first);
}

TEST_F(OwnHeader, ThatDoesNotCompileIsTold) {
  testing::put(header(), "#error no such thing\n");
  EXPECT_THAT([this] { made(); }, ::testing::ThrowsMessage<UsageError>(HasSubstr("no such thing")));
}

TEST(IncludedFiles, AreReadFromAListForMake) {
  EXPECT_THAT(compile::included_files("a.o: b.hpp /c/d.hpp \\\n e\\ f.hpp g$$h.hpp \\\n i\\#j\n"),
              ElementsAre("b.hpp", "/c/d.hpp", "e f.hpp", "g$h.hpp", "i#j"));
  EXPECT_THAT(compile::included_files(""), ElementsAre());
  EXPECT_THAT(compile::included_files("a.o:"), ElementsAre());
}

}  // namespace
}  // namespace grader
