// SPDX-License-Identifier: MIT
// C++ source as tokens, without comments. Knows as much of the language as changing a program by
// small steps needs: strings, raw strings, character literals, directives, no templates and no
// types.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace grader::mutate {

enum class Kind : std::uint8_t {
  word,       ///< a keyword or a name
  number,     ///< as the preprocessor has it
  string,     ///< with prefix, delimiters and suffix; raw ones too
  character,  ///< with quotes
  symbol,     ///< an operator or bracket, the longest that fits
  directive,  ///< from # to the end of the (continued) line
};

/// A piece of the source that it was made from, which must outlive it.
struct Token {
  Kind kind = Kind::symbol;
  std::size_t begin = 0;  ///< byte offset
  std::string_view text;

  std::size_t end() const { return begin + text.size(); }
};

/// Never fails: what is broken (an open string) goes to the end of its line or of the file.
std::vector<Token> lex(std::string_view source);

/// The tokens' text, each on a line of its own: equal for sources that differ only by blanks and
/// comments.
std::string token_text(std::string_view source);

}  // namespace grader::mutate
