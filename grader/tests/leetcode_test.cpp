// SPDX-License-Identifier: MIT
#include "compile/leetcode.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace grader::compile {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<Diagnostic> errors_of(const std::vector<std::string>& messages) {
  std::vector<Diagnostic> errors;
  for (const std::string& message : messages) {
    Diagnostic error;
    error.error = true;
    error.message = message;
    errors.push_back(error);
  }
  return errors;
}

std::vector<std::string> missing(const std::vector<std::string>& messages) {
  return headers_missing(errors_of(messages));
}

TEST(HeadersMissing, AreThoseOfTheUnknownNames) {
  EXPECT_THAT(missing({"'bitset' is not a member of 'std'", "'std::views' has not been declared",
                       "'mt19937' was not declared in this scope",
                       "no template named 'bitset' in namespace 'std'"}),
              ElementsAre("bitset", "ranges", "random"));
  EXPECT_THAT(missing({"variable 'std::ofstream out' has initializer but incomplete type"}),
              ElementsAre("fstream"));
  EXPECT_THAT(missing({"implicit instantiation of undefined template "
                       "'std::basic_ofstream<char, std::char_traits<char>>'"}),
              ElementsAre("fstream"));
}

TEST(HeadersMissing, AreNotThoseOfNamesInOtherErrors) {
  EXPECT_THAT(missing({"no matching function for call to 'std::bitset<8>::set(int, int, int)'",
                       "'number' was not declared in this scope",
                       "the bitset was not declared in this scope"}),
              IsEmpty());
  // A part of a longer name is another name.
  EXPECT_THAT(missing({"'my_future' was not declared in this scope"}), IsEmpty());
}

TEST(LeetCode, HelpsUntilNothingNewIsMissing) {
  LeetCode around;
  const auto first = errors_of({"'bitset' is not a member of 'std'"});
  ASSERT_TRUE(around.can_help(first));
  EXPECT_EQ(around.text(), "#include <bitset>\n#line 1\n");
  // As many errors as before, but others: the header was needed.
  const auto second = errors_of({"'regex' is not a member of 'std'"});
  EXPECT_TRUE(around.helped(first, second));
  ASSERT_TRUE(around.can_help(second));
  EXPECT_EQ(around.text(), "#include <bitset>\n#include <regex>\n#line 1\n");
  EXPECT_FALSE(around.helped(second, second));
  EXPECT_FALSE(around.can_help(second));
}

TEST(LeetCode, TriesTheHeadersAgainWithoutTheNamespaceThatDidHarm) {
  LeetCode around;
  const auto first = errors_of({"'bitset' does not name a type"});
  ASSERT_TRUE(around.can_help(first));
  EXPECT_EQ(around.text(), "#include <bitset>\nusing namespace std;\n#line 1\n");
  EXPECT_FALSE(around.helped(first, errors_of({"reference to 'data' is ambiguous"})));
  ASSERT_TRUE(around.can_help(first));
  EXPECT_EQ(around.text(), "#include <bitset>\n#line 1\n");
  EXPECT_FALSE(around.helped(first, first));
  EXPECT_FALSE(around.can_help(first));
}

TEST(LeetCode, HasNothingForOtherMistakes) {
  LeetCode around;
  EXPECT_FALSE(around.can_help(errors_of({"expected ';' before '}' token"})));
}

}  // namespace
}  // namespace grader::compile
