// SPDX-License-Identifier: MIT
#include "mutate/lexer.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace grader::mutate {

namespace {

// Longest first.
constexpr std::array<std::string_view, 27> symbols = {
    "<=>", "<<=", ">>=", "->*", "...", "::", "->", "++", "--", "<<", ">>", "&&", "||", "==",
    "!=",  "<=",  ">=",  "+=",  "-=",  "*=", "/=", "%=", "&=", "|=", "^=", ".*", "##"};

constexpr std::array<std::string_view, 9> string_prefixes = {"u8",  "u",  "U",  "L", "R",
                                                             "u8R", "uR", "UR", "LR"};

bool is_letter(char c) {
  // Bytes above 127 are part of names in UTF-8.
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<signed char>(c) < 0;
}
bool is_digit(char c) { return c >= '0' && c <= '9'; }

class Lexer {
 public:
  explicit Lexer(std::string_view source) : source_(source) {}

  std::vector<Token> run() {
    while (at_ < source_.size()) step();
    return std::move(tokens_);
  }

 private:
  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < source_.size() ? source_[at_ + ahead] : '\0';
  }

  void step() {
    const char c = peek();
    if (c == '\n') {
      fresh_line_ = true;
      ++at_;
    } else if (c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v') {
      ++at_;
    } else if (c == '/' && peek(1) == '/') {
      at_ = end_of_line(at_);
    } else if (c == '/' && peek(1) == '*') {
      at_ = after(source_.find("*/", at_ + 2), 2);
    } else if (c == '#' && fresh_line_) {
      add(Kind::directive, end_of_line(at_));
    } else if (is_letter(c)) {
      word();
    } else if (is_digit(c) || (c == '.' && is_digit(peek(1)))) {
      number();
    } else if (c == '"') {
      add(Kind::string, quoted(at_, '"'));
    } else if (c == '\'') {
      add(Kind::character, quoted(at_, '\''));
    } else {
      symbol();
    }
  }

  void word() {
    std::size_t end = at_;
    while (end < source_.size() && (is_letter(source_[end]) || is_digit(source_[end]))) ++end;
    const std::string_view text = source_.substr(at_, end - at_);
    const char next = end < source_.size() ? source_[end] : '\0';
    const bool prefix =
        std::find(string_prefixes.begin(), string_prefixes.end(), text) != string_prefixes.end();
    if (prefix && next == '"' && text.back() == 'R') return add(Kind::string, raw(end));
    if (prefix && next == '"') return add(Kind::string, quoted(end, '"'));
    if (prefix && next == '\'') return add(Kind::character, quoted(end, '\''));
    add(Kind::word, end);
  }

  // The standard's pp-number: letters, dots, digit separators and signed exponents.
  void number() {
    std::size_t end = at_;
    for (; end < source_.size(); ++end) {
      const char c = source_[end];
      const char last = end > at_ ? source_[end - 1] : '\0';
      const bool exponent = last == 'e' || last == 'E' || last == 'p' || last == 'P';
      const bool hexadecimal = source_.substr(at_, 2) == "0x" && last != 'p' && last != 'P';
      const bool separator = c == '\'' && end + 1 < source_.size() &&
                             (is_digit(source_[end + 1]) || is_letter(source_[end + 1]));
      if (is_letter(c) || is_digit(c) || c == '.' || separator) continue;
      if ((c == '+' || c == '-') && exponent && !hexadecimal) continue;
      break;
    }
    add(Kind::number, end);
  }

  void symbol() {
    for (const std::string_view known : symbols) {
      if (source_.substr(at_, known.size()) == known) return add(Kind::symbol, at_ + known.size());
    }
    add(Kind::symbol, at_ + 1);
  }

  // The end of a literal whose opening quote is at `quote`; a line's end closes it too.
  std::size_t quoted(std::size_t quote, char mark) const {
    for (std::size_t i = quote + 1; i < source_.size(); ++i) {
      if (source_[i] == '\\') {
        ++i;
      } else if (source_[i] == mark) {
        return i + 1;
      } else if (source_[i] == '\n') {
        return i;
      }
    }
    return source_.size();
  }

  std::size_t raw(std::size_t quote) const {
    const std::size_t open = source_.find('(', quote);
    if (open == std::string_view::npos) return source_.size();
    const std::string close = ")" + std::string(source_.substr(quote + 1, open - quote - 1)) + "\"";
    return after(source_.find(close, open), close.size());
  }

  std::size_t after(std::size_t found, std::size_t length) const {
    return found == std::string_view::npos ? source_.size() : found + length;
  }

  // A backslash before the line's end continues it.
  std::size_t end_of_line(std::size_t from) const {
    std::size_t end = source_.find('\n', from);
    while (end != std::string_view::npos && end > 0 && source_[end - 1] == '\\') {
      end = source_.find('\n', end + 1);
    }
    return std::min(end, source_.size());
  }

  void add(Kind kind, std::size_t end) {
    tokens_.push_back({kind, at_, source_.substr(at_, end - at_)});
    at_ = end;
    fresh_line_ = false;
  }

  std::string_view source_;
  std::size_t at_ = 0;
  bool fresh_line_ = true;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> lex(std::string_view source) { return Lexer(source).run(); }

std::string token_text(std::string_view source) {
  std::string text;
  for (const Token& token : lex(source)) {
    text += token.text;
    text += '\n';
  }
  return text;
}

}  // namespace grader::mutate
