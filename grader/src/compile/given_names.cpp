// SPDX-License-Identifier: MIT
#include "compile/given_names.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "compile/assembly.hpp"

namespace grader::compile {

namespace {

bool in_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

// The attributes whose argument g++ hands to the assembler, and asm("name") after a declaration. Of
// inline assembly, texts of operands are let through, too.
bool gives_a_name(std::string_view word) {
  while (word.starts_with('_')) word.remove_prefix(1);
  while (word.ends_with('_')) word.remove_suffix(1);
  constexpr std::array<std::string_view, 6> words = {"asm",   "section", "alias",
                                                     "ifunc", "weakref", "symver"};
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_name(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return in_word(c) || std::string_view(".$@+-=&%, ").find(c) != std::string_view::npos;
  });
}

// Goes through a source word by word and literal by literal.
class Reader {
 public:
  explicit Reader(std::string_view source) : source_(source) {}

  struct Token {
    enum Kind : unsigned char { word, text, other, end } kind = end;
    std::string_view value{};  // of a text: what is between its quotes, with escapes as they stand
  };

  Token next() {
    while (at_ < source_.size() && std::isspace(static_cast<unsigned char>(source_[at_])) != 0) {
      ++at_;
    }
    if (at_ >= source_.size()) return {};
    const std::size_t from = at_;
    if (in_word(source_[at_])) {
      while (at_ < source_.size() && (in_word(source_[at_]) || is_separator())) ++at_;
      const std::string_view word = source_.substr(from, at_ - from);
      const bool raw = word.ends_with('R') && word.size() <= 3 && peek() == '"';
      return raw ? raw_text() : Token{Token::word, word};
    }
    if (peek() == '"' || peek() == '\'') return quoted(source_[at_]);
    ++at_;
    return {Token::other, source_.substr(from, 1)};
  }

 private:
  char peek() const { return at_ < source_.size() ? source_[at_] : '\0'; }
  // 1'000: no character begins there.
  bool is_separator() const {
    return source_[at_] == '\'' && at_ + 1 < source_.size() && at_ > 0 &&
           std::isdigit(static_cast<unsigned char>(source_[at_ - 1])) != 0 &&
           std::isxdigit(static_cast<unsigned char>(source_[at_ + 1])) != 0;
  }

  Token quoted(char quote) {
    const std::size_t from = ++at_;
    while (at_ < source_.size() && source_[at_] != quote) at_ += source_[at_] == '\\' ? 2 : 1;
    at_ = std::min(at_, source_.size());
    const std::string_view value = source_.substr(from, at_ - from);
    ++at_;
    return {quote == '"' ? Token::text : Token::other, value};
  }

  // R"x(…)x"
  Token raw_text() {
    const std::size_t open = source_.find('(', at_);
    if (open == std::string_view::npos) return end_of_all();
    const std::string closing = ")" + std::string(source_.substr(at_ + 1, open - at_ - 1)) + "\"";
    const std::size_t close = source_.find(closing, open);
    if (close == std::string_view::npos) return end_of_all();
    at_ = close + closing.size();
    return {Token::text, source_.substr(open + 1, close - open - 1)};
  }

  Token end_of_all() {
    at_ = source_.size();
    return {};
  }

  std::string_view source_;
  std::size_t at_ = 0;
};

}  // namespace

bool may_give_names(std::string_view source) {
  // The words may be pasted together or lie in two lines.
  constexpr std::array<std::string_view, 9> signs = {
      "asm", "section", "alias", "ifunc", "weakref", "symver", "##", "%:", "\?\?"};
  return std::any_of(
             signs.begin(), signs.end(),
             [&](std::string_view sign) { return source.find(sign) != std::string_view::npos; }) ||
         source.find("\\\n") != std::string_view::npos ||
         source.find("\\\r") != std::string_view::npos;
}

std::string odd_name_in(std::string_view preprocessed) {
  Reader reader(preprocessed);
  bool given = false;  // within the parentheses after such a word
  int depth = 0;
  for (Reader::Token token = reader.next(); token.kind != Reader::Token::end;
       token = reader.next()) {
    if (token.kind == Reader::Token::word && !given && gives_a_name(token.value)) {
      given = true;
      depth = 0;
    } else if (token.kind == Reader::Token::word && depth == 0) {
      given = false;  // asm volatile: a statement, which is looked at elsewhere
    } else if (given && token.kind == Reader::Token::other) {
      depth += token.value == "(" ? 1 : token.value == ")" ? -1 : 0;
      if (depth == 0 || token.value == ";") given = false;
    } else if (given && token.kind == Reader::Token::text && !is_name(token.value) &&
               !is_permitted_assembly(token.value)) {
      return std::string(token.value);
    }
  }
  return "";
}

}  // namespace grader::compile
