// SPDX-License-Identifier: MIT
// Begins a kata, fills it in as an author would, and has it judged by this build's own runtime.
#include "workbook/skeleton.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/errors.hpp"
#include "base/text.hpp"
#include "support.hpp"

namespace grader::workbook {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using testing::KataRun;
using ::testing::Not;

class NewKata : public ::testing::Test {
 protected:
  NewKata() {
    fs::create_directories(root() / "problems");
    fs::create_directories(root() / "solutions");
    fs::create_directories(root() / "grader");
    fs::copy(fs::path(GRADER_DIR) / "templates", root() / "grader/templates",
             fs::copy_options::recursive);
  }
  fs::path root() const { return directory_.path(); }

 private:
  PrivateDirectory directory_;
};

// Drops what is to be filled in, which a real author replaces by something.
void fill_in(const fs::path& directory) {
  for (const auto& entry : fs::recursive_directory_iterator(directory)) {
    if (!entry.is_regular_file()) continue;
    std::string text = read_file(entry.path()).value_or("");
    const std::string mark = to_fill_in;
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark)) {
      text.replace(at, mark.size(), "Words:");
    }
    testing::put(entry.path(), text);
  }
}

TEST_F(NewKata, NamesAreSnakeCaseAndFree) {
  const Workbook workbook(root());
  for (const char* bad : {"", "Foo", "2fast", "_foo", "foo_", "foo__bar", "foo-bar", "../foo",
                          "foo bar", "f\n", "föö"}) {
    EXPECT_THROW(make_kata(workbook, bad), UsageError) << bad;
  }
  EXPECT_THROW(make_kata(workbook, std::string(61, 'a')), UsageError);
  fs::create_directories(root() / "solutions/taken");
  try {
    make_kata(workbook, "taken");
    FAIL();
  } catch (const UsageError& error) {
    EXPECT_THAT(error.what(), HasSubstr("there is a solutions/taken already"));
  }
  EXPECT_FALSE(fs::exists(root() / "problems/taken"));
}

TEST_F(NewKata, WithoutSolutionsNoneAreBegun) {
  fs::remove(root() / "solutions");
  EXPECT_EQ(make_kata(Workbook(root()), "my_own").size(), 5U);
  EXPECT_FALSE(fs::exists(root() / "solutions"));
}

TEST_F(NewKata, WithoutTemplatesNothingIsLeftBehind) {
  fs::remove_all(root() / "grader/templates/solutions");
  EXPECT_THROW(make_kata(Workbook(root()), "my_own"), InternalError);
  EXPECT_FALSE(fs::exists(root() / "problems/my_own"));
}

TEST(Skeleton, NamesForPeople) {
  EXPECT_EQ(class_name("print_in_order2"), "PrintInOrder2");
  EXPECT_EQ(title_of("print_in_order2"), "Print in order2");
}

TEST_F(NewKata, FromTemplateToCheckedKata) {
  const fs::path built = fs::path(KATA_BUILD_DIR) / "toolchain.json";
  if (!fs::exists(built)) GTEST_SKIP() << "no " << built;
  Json toolchain = parse_json(read_file(built).value_or(""));
  toolchain["source_dir"] = root().string();
  const fs::path file = root() / "toolchain.json";
  testing::put(file, dump(toolchain));

  const KataRun begun = testing::kata({"new", "turn_taking"}, file);
  EXPECT_EQ(begun.status, 0) << begun.err;
  EXPECT_THAT(begun.out, HasSubstr("problems/turn_taking/turn_taking.hpp\n"));
  EXPECT_EQ(testing::kata({"new", "turn_taking"}, file).status, 2);

  const KataRun empty = testing::kata({"check", "turn_taking"}, file);
  EXPECT_EQ(empty.status, 1);
  for (const char* said : {"problems/turn_taking/README.md is to be filled in at line 3: the task",
                           "problems/turn_taking/harness.cpp is to be filled in at line",
                           "problems/turn_taking/problem.json is to be filled in at line",
                           "solutions/turn_taking/README.md is to be filled in at line",
                           "solutions/turn_taking/accepted holds 1 answers; at least 3",
                           "solutions/turn_taking/rejected holds 1 answers; at least 5",
                           // As it is shipped, it compiles and is judged.
                           "✓ turn_taking/accepted/technique  accepted"}) {
    EXPECT_THAT(empty.out, HasSubstr(said));
  }

  const fs::path answers = root() / "solutions/turn_taking";
  fill_in(root() / "problems/turn_taking");
  fill_in(answers);
  for (const char* more : {"second", "third"}) {
    fs::copy(answers / "accepted/technique.hpp",
             answers / "accepted" / (std::string(more) + ".hpp"));
  }
  for (const char* more : {"2", "3", "4", "5"}) {
    fs::copy(answers / "rejected/wrong_answer-why.hpp",
             answers / "rejected" / ("wrong_answer-" + std::string(more) + ".hpp"));
  }
  EXPECT_THAT(testing::kata({"check"}, file).out,
              HasSubstr("problems/README.md is missing: `kata list --write` makes it"));
  EXPECT_EQ(testing::kata({"list", "--write"}, file).status, 0);
  const KataRun filled = testing::kata({"check"}, file);
  EXPECT_EQ(filled.status, 0) << filled.out;
  EXPECT_THAT(filled.out, HasSubstr("9 as filed, 0 not"));
}

}  // namespace
}  // namespace grader::workbook
