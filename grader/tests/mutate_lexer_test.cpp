// SPDX-License-Identifier: MIT
#include "mutate/lexer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "mutate/syntax.hpp"

namespace grader::mutate {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> words(const std::string& source) {
  std::vector<std::string> result;
  for (const Token& token : lex(source)) result.emplace_back(token.text);
  return result;
}

Kind kind(const std::string& source) {
  const auto tokens = lex(source);
  EXPECT_EQ(tokens.size(), 1U) << source;
  return tokens.empty() ? Kind::symbol : tokens[0].kind;
}

TEST(Lexer, LongestSymbolWins) {
  EXPECT_THAT(words("a<=>b<<=c->*d::e...f.g"), ElementsAre("a", "<=>", "b", "<<=", "c", "->*", "d",
                                                           "::", "e", "...", "f", ".", "g"));
  EXPECT_THAT(words("x+++y--"), ElementsAre("x", "++", "+", "y", "--"));
  EXPECT_THAT(words("a[b[0]]"), ElementsAre("a", "[", "b", "[", "0", "]", "]"));
}

TEST(Lexer, CommentsAreBlanks) {
  EXPECT_THAT(words("a // b \n/* c \n \" */ d /**/ e // \\\n still a comment\nf"),
              ElementsAre("a", "d", "e", "f"));
  EXPECT_THAT(words("a /* open"), ElementsAre("a"));
}

TEST(Lexer, StringsHoldAnything) {
  EXPECT_THAT(words(R"src(f("a // \" b", u8"x", L"\\"))src"),
              ElementsAre("f", "(", R"("a // \" b")", ",", "u8\"x\"", ",", R"(L"\\")", ")"));
  EXPECT_THAT(words("R\"x(a)\" )y\" \n)x\" b"), ElementsAre("R\"x(a)\" )y\" \n)x\"", "b"));
  EXPECT_THAT(words("\"open\nb"), ElementsAre("\"open", "b"));
  // A name that ends like a prefix is no prefix.
  EXPECT_THAT(words("xR\"(\""), ElementsAre("xR", "\"(\""));
}

TEST(Lexer, CharactersAndDigitSeparators) {
  EXPECT_THAT(words(R"('"' '\'' u'{' 1'000'000 '}')"),
              ElementsAre("'\"'", R"('\'')", "u'{'", "1'000'000", "'}'"));
  EXPECT_EQ(kind("0x1Fu"), Kind::number);
  EXPECT_EQ(kind("1.5e-3f"), Kind::number);
  EXPECT_EQ(kind("0x1p-3"), Kind::number);
  EXPECT_THAT(words("0xE+1"), ElementsAre("0xE", "+", "1"));
  EXPECT_EQ(kind(".5"), Kind::number);
  EXPECT_THAT(words("1..2"), ElementsAre("1..2"));
}

TEST(Lexer, DirectivesAreWhole) {
  EXPECT_THAT(words("#include <a> // x\n  # define A \\\n  { b\nc # d"),
              ElementsAre("#include <a> // x", "# define A \\\n  { b", "c", "#", "d"));
  EXPECT_EQ(kind("#pragma once"), Kind::directive);
}

TEST(Lexer, OffsetsAreThoseOfTheSource) {
  const std::string source = "int  a = 'x'; // y\nb";
  for (const Token& token : lex(source)) {
    EXPECT_EQ(source.substr(token.begin, token.text.size()), token.text);
  }
  EXPECT_EQ(token_text("a  +b // c"), token_text("a+\nb"));
  EXPECT_NE(token_text("a b"), token_text("ab"));
}

std::vector<std::string> statements(const std::string& text) {
  const Source source(text);
  std::vector<std::string> result;
  for (const Statement& statement : source.statements()) {
    result.emplace_back(source.text_of(statement.first, statement.last));
  }
  return result;
}

TEST(Syntax, StatementsAreFoundByBracketsAndSemicolons) {
  EXPECT_THAT(
      statements("void f() { a(); for (int i = 0; i < 3; ++i) b(); if (x) c(); else d(); }"),
      ElementsAre("a();", "for (int i = 0; i < 3; ++i) b();", "b();", "if (x) c(); else d();",
                  "c();", "d();"));
  EXPECT_THAT(
      statements("void f() { do { a(); } while (b); try { c(); } catch (...) { d(); } e(); }"),
      ElementsAre("do { a(); } while (b);", "a();", "try { c(); } catch (...) { d(); }", "c();",
                  "d();", "e();"));
}

TEST(Syntax, LambdasHoldStatementsAndInitialValuesDoNot) {
  EXPECT_THAT(statements("auto f = [&] { a(); }; std::set<int> s{1, 2}; int b[2] = {1, 2};"),
              ElementsAre("a();"));
  EXPECT_THAT(statements("void f() { g([x]() mutable -> int { return x; }); T t{1}; }"),
              ElementsAre("g([x]() mutable -> int { return x; });", "return x;", "T t{1};"));
  EXPECT_THAT(statements("struct A { int x{0}; A() : x{1} { a(); } enum { b, c }; };"),
              ElementsAre("a();"));
}

TEST(Syntax, TemplateBracketsAreNoComparisons) {
  const Source source("f(a<int, b>(1), x < y, z > 2)");
  const auto arguments = source.arguments(1);
  ASSERT_EQ(arguments.size(), 3U);
  EXPECT_EQ(source.text_of(arguments[0].first, arguments[0].last), "a<int, b>(1)");
  EXPECT_EQ(source.text_of(arguments[1].first, arguments[1].last), "x < y");
}

TEST(Syntax, DeclarationsAreToldFromExpressions) {
  const Source source(
      "void f() { std::lock_guard<std::mutex> lock(m); int i; auto x = 1; a::b* p = q; T& r = s;"
      " g(); x = 1; ++x; p->y(); a[1] = 2; std::this_thread::yield(); return; }");
  std::vector<bool> declared;
  for (const Statement& statement : source.statements()) {
    declared.push_back(source.declares(statement));
  }
  EXPECT_THAT(declared, ElementsAre(true, true, true, true, true, false, false, false, false, false,
                                    false, false));
}

TEST(Syntax, BrokenSourceIsNoDanger) {
  for (const char* text : {"", "{", "}", "void f() { if (", "void f() { while (x", "] ) } { [ (",
                           "void f() { else }", "void f() { do", "f(a<", "void f() { case 1"}) {
    const Source source(text);
    EXPECT_LE(source.statements().size(), 4U) << text;
  }
}

}  // namespace
}  // namespace grader::mutate
