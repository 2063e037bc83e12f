// SPDX-License-Identifier: MIT
#include "workbook/front_page.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/errors.hpp"
#include "base/files.hpp"
#include "support.hpp"

namespace grader::workbook {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class FrontPage : public ::testing::Test {
 protected:
  void add(const std::string& slug, const std::string& chapter, const std::string& difficulty,
           const std::string& leetcode = "null") {
    testing::put(directory_.path() / "problems" / slug / "problem.json",
                 R"({"title": "T|)" + slug + R"(", "difficulty": ")" + difficulty +
                     R"(", "chapter": ")" + chapter + R"(", "topics": ["a", "b"], "leetcode": )" +
                     leetcode + "}");
  }
  std::filesystem::path page() const { return directory_.path() / "problems/README.md"; }
  std::string text() const { return read_file(page()).value_or(""); }
  Workbook workbook() const { return Workbook(directory_.path()); }
  std::vector<std::string> slugs() const {
    std::vector<std::string> result;
    for (const Problem& problem : in_order(workbook())) result.push_back(problem.slug);
    return result;
  }

 private:
  PrivateDirectory directory_;
};

TEST_F(FrontPage, HasARowForEachKata) {
  add("foo", "One", "easy", "12");
  write_front_page(workbook());
  EXPECT_THAT(text(),
              HasSubstr(R"(| One | [T\|foo](foo/README.md) | [`foo`](foo) | easy | 12 | a, b |)"));
  EXPECT_THAT(front_page_faults(workbook()), IsEmpty());
}

TEST_F(FrontPage, StaleTableNamesTheCommandThatMendsIt) {
  add("foo", "One", "easy");
  EXPECT_THAT(front_page_faults(workbook()),
              ElementsAre(HasSubstr("is missing: `kata list --write`")));
  write_front_page(workbook());
  add("bar", "One", "easy");
  EXPECT_THAT(front_page_faults(workbook()),
              ElementsAre(HasSubstr("`kata list --write` mends it")));
  write_front_page(workbook());
  EXPECT_THAT(front_page_faults(workbook()), IsEmpty());
}

TEST_F(FrontPage, WhatIsWrittenByHandStays) {
  add("foo", "One", "easy");
  write_front_page(workbook());
  testing::put(page(), "My words.\n" + text() + "More.\n");
  add("bar", "One", "easy");
  write_front_page(workbook());
  EXPECT_THAT(text(), ::testing::StartsWith("My words.\n"));
  EXPECT_THAT(text(), ::testing::EndsWith("More.\n"));
}

TEST_F(FrontPage, ChaptersStayWhereTheAuthorPutThem) {
  add("one", "A", "hard");
  add("two", "A", "easy");
  add("three", "Z", "easy");
  EXPECT_THAT(slugs(), ElementsAre("two", "one", "three"));
  testing::put(page(), R"(<!-- The table: kata list --write -->
| Chapter | Kata |
| Z | x |
| A | x |
<!-- End of the table -->
)");
  EXPECT_THAT(slugs(), ElementsAre("three", "two", "one"));
  add("four", "B", "easy");
  write_front_page(workbook());
  EXPECT_THAT(slugs(), ElementsAre("three", "two", "one", "four"));
  EXPECT_THAT(front_page_faults(workbook()), IsEmpty());
}

TEST_F(FrontPage, PageWithoutMarksIsNotOverwritten) {
  add("foo", "One", "easy");
  testing::put(page(), "Only words.\n");
  EXPECT_THAT(front_page_faults(workbook()), ElementsAre(HasSubstr("lacks the marks")));
  EXPECT_THROW(write_front_page(workbook()), UsageError);
  EXPECT_EQ(text(), "Only words.\n");
}

}  // namespace
}  // namespace grader::workbook
