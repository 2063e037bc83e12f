// SPDX-License-Identifier: MIT
#include "base/text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/json.hpp"

namespace grader {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Text, SwappedNeighboursAreOneMistake) {
  EXPECT_EQ(edit_distance("foo_bar", "foo_bar"), 0U);
  EXPECT_EQ(edit_distance("foo_bra", "foo_bar"), 1U);
  EXPECT_EQ(edit_distance("", "abc"), 3U);
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3U);
}

TEST(Text, SuggestsWhatMayHaveBeenMeantNearestFirst) {
  const std::vector<std::string> known = {"foo_bar", "fizz_buzz", "print_in_order", "web_crawler"};
  EXPECT_THAT(nearest("fobar", known), ElementsAre("foo_bar"));
  EXPECT_THAT(nearest("print", known), ElementsAre("print_in_order"));
  EXPECT_THAT(nearest("webcrawler", known), ElementsAre("web_crawler"));
  EXPECT_THAT(nearest("dining_philosophers", known), IsEmpty());
  EXPECT_THAT(nearest("", known), IsEmpty());
}

TEST(Text, BytesThatAreNoUtf8AreReplaced) {
  EXPECT_EQ(valid_utf8("gr\xC3\xBC\xC3\x9F"), "grüß");
  EXPECT_EQ(valid_utf8("a\xFFz"), "a\xEF\xBF\xBDz");
  EXPECT_EQ(valid_utf8("\xC0\xAF"), "\xEF\xBF\xBD\xEF\xBF\xBD");          // overlong
  EXPECT_EQ(valid_utf8("\xED\xA0\x80").find('\xED'), std::string::npos);  // a surrogate
  EXPECT_EQ(valid_utf8("\xE2\x82"), "\xEF\xBF\xBD\xEF\xBF\xBD");          // cut off
}

TEST(Text, ControlCharactersCannotReachTheTerminal) {
  EXPECT_EQ(printable("a\033[2Jb\r\n"), "a\\x1b[2Jb\\x0d\\n");
  EXPECT_EQ(printable("\xC2\x9B"
                      "31m"),
            "\\x9b31m");
  EXPECT_EQ(printable("a\nb", true), "a\nb");
}

TEST(Text, CutsAndFitsByColumnsNotBytes) {
  EXPECT_EQ(cut("größer", 4), "grö…");
  EXPECT_EQ(fit("grö", 5), "grö  ");
  EXPECT_EQ(cut("abc", 3), "abc");
}

TEST(Text, WrapsAtSpaces) {
  EXPECT_EQ(wrap("one two  three\nfour", 9, "  "), "  one two\n  three\n  four\n");
  EXPECT_EQ(wrap("unbreakable", 4, ""), "unbreakable\n");
}

TEST(Text, QuotesForTheShellOnlyWhatNeedsIt) {
  EXPECT_EQ(shell_quote("a/b-c.hpp"), "a/b-c.hpp");
  EXPECT_EQ(shell_quote("my answer.hpp"), "'my answer.hpp'");
  EXPECT_EQ(shell_quote("it's"), "'it'\\''s'");
  EXPECT_EQ(shell_quote(""), "''");
}

TEST(Json, HostileTextIsNeitherFatalNorTrusted) {
  EXPECT_TRUE(parse_json("{\"a\": ").is_discarded());
  EXPECT_EQ(string_or(parse_json("{\"a\": \"\xFF\"}"), "a"), "\xEF\xBF\xBD");
  EXPECT_EQ(string_or(parse_json("{\"a\": 1}"), "a", "none"), "none");
  EXPECT_EQ(number_or(parse_json("[]"), "a", 7), 7);
  EXPECT_TRUE(array_at(parse_json("{\"a\": {}}"), "a").empty());
  EXPECT_EQ(dump(Json("\xFF")), "\"\xEF\xBF\xBD\"");
}

}  // namespace
}  // namespace grader
