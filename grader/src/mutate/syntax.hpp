// SPDX-License-Identifier: MIT
// The shape of a C++ source, found by brackets and semicolons: which braces hold statements, where
// each statement begins and ends, what a call's arguments are.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "mutate/lexer.hpp"

namespace grader::mutate {

inline constexpr std::size_t none = static_cast<std::size_t>(-1);

/// A statement in a block, or under an if, else or loop. Numbers are of tokens, both inclusive.
struct Statement {
  std::size_t first = 0, last = 0;
  std::size_t block = none;  ///< the `{` that it is directly in, none if it is under a header
  std::size_t place = 0;     ///< its number in that block
  bool simple = false;       ///< ends with its own semicolon: no block, if, loop, try
};

/// A source with its structure. Positions outside of brackets that do not match are left alone.
class Source {
 public:
  explicit Source(std::string text);
  Source(const Source&) = delete;
  Source& operator=(const Source&) = delete;

  const std::string& text() const { return text_; }
  const std::vector<Token>& tokens() const { return tokens_; }
  std::size_t size() const { return tokens_.size(); }
  /// The text of token i; empty outside, so that neighbours can be looked at without care.
  std::string_view at(std::size_t i) const { return i < size() ? tokens_[i].text : ""; }
  bool is_word(std::size_t i) const { return i < size() && tokens_[i].kind == Kind::word; }

  /// The bracket that belongs to bracket i, none if there is none.
  std::size_t partner(std::size_t i) const { return i < size() ? partner_[i] : none; }
  /// The innermost ( [ or { that token i is in, none outside of all.
  std::size_t around(std::size_t i) const { return around_[i]; }

  /// In the order in which they begin.
  const std::vector<Statement>& statements() const { return statements_; }
  /// Those directly in the block that begins at `brace`, in order.
  std::vector<Statement> in_block(std::size_t brace) const;

  /// The text of tokens first … last with what is between them.
  std::string_view text_of(std::size_t first, std::size_t last) const;
  /// Whether one of tokens first … last is `word`.
  bool has(std::size_t first, std::size_t last, std::string_view word) const;

  /// First and last token of each argument of the call (or of any list) whose bracket opens at
  /// `open`. Commas in brackets inside of it, template brackets excepted, do not divide.
  struct Range {
    std::size_t first, last;
  };
  std::vector<Range> arguments(std::size_t open) const;

  /// Whether the statement declares something, as far as that can be told without types.
  bool declares(const Statement& statement) const;

  /// If token i is a `<` that opens template arguments: its `>`; else none.
  std::size_t template_end(std::size_t i) const;

 private:
  void match_brackets();
  bool is_code(std::size_t brace, const std::vector<bool>& code) const;
  bool after_trailing_return(std::size_t brace) const;
  void read_block(std::size_t brace);
  std::size_t read_statement(std::size_t first, std::size_t end, std::size_t block,
                             std::size_t place);
  std::size_t read_compound(std::size_t first, std::size_t end);

  std::string text_;
  std::vector<Token> tokens_;
  std::vector<std::size_t> partner_, around_;
  std::vector<Statement> statements_;
};

}  // namespace grader::mutate
