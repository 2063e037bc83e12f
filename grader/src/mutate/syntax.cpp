// SPDX-License-Identifier: MIT
#include "mutate/syntax.hpp"

#include <algorithm>
#include <array>

namespace grader::mutate {

namespace {

template <std::size_t size>
bool is_one_of(std::string_view word, const std::array<std::string_view, size>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 10> before_code = {
    ")", "else", "do", "try", "const", "noexcept", "override", "final", "mutable", "constexpr"};

constexpr std::array<std::string_view, 23> declaring = {
    "const", "constexpr", "auto",   "static", "using",        "typedef",  "struct",  "class",
    "enum",  "int",       "bool",   "long",   "char",         "unsigned", "double",  "float",
    "void",  "short",     "signed", "union",  "thread_local", "typename", "template"};

}  // namespace

Source::Source(std::string text) : text_(std::move(text)), tokens_(lex(text_)) {
  match_brackets();
  std::vector<bool> code(size(), false);
  for (std::size_t i = 0; i < size(); ++i) {
    if (at(i) != "{" || partner(i) == none) continue;
    code[i] = is_code(i, code);
    if (code[i]) read_block(i);
  }
  std::sort(statements_.begin(), statements_.end(), [](const Statement& a, const Statement& b) {
    return a.first != b.first ? a.first < b.first : a.last > b.last;
  });
}

void Source::match_brackets() {
  partner_.assign(size(), none);
  around_.assign(size(), none);
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < size(); ++i) {
    const bool symbol = tokens_[i].kind == Kind::symbol;
    const std::string_view mark = at(i);
    if (symbol && (mark == ")" || mark == "]" || mark == "}")) {
      const char wanted = mark == ")" ? '(' : mark == "]" ? '[' : '{';
      if (!open.empty() && at(open.back()).front() == wanted) {
        partner_[i] = open.back();
        partner_[open.back()] = i;
        open.pop_back();
      }
    }
    around_[i] = open.empty() ? none : open.back();
    if (symbol && (mark == "(" || mark == "[" || mark == "{")) open.push_back(i);
  }
}

// `-> Type {` after a parameter list.
bool Source::after_trailing_return(std::size_t brace) const {
  for (std::size_t i = brace; i-- > 0;) {
    if (at(i) == "->") return i > 0 && (at(i - 1) == ")" || is_one_of(at(i - 1), before_code));
    const bool of_a_type = is_word(i) || at(i) == "::" || at(i) == "<" || at(i) == ">" ||
                           at(i) == ">>" || at(i) == "*" || at(i) == "&" || at(i) == ",";
    if (!of_a_type) return false;
  }
  return false;
}

// A brace holds statements if a function, a lambda or a statement may begin here. The others hold
// members, enumerators or initial values.
bool Source::is_code(std::size_t brace, const std::vector<bool>& code) const {
  if (brace == 0) return false;
  const std::string_view before = at(brace - 1);
  if (is_one_of(before, before_code)) return true;
  const std::size_t outer = around(brace);
  const bool in_code = outer != none && code[outer];
  if (before == ";" || before == "{") return in_code;
  // A constructor's list of initial values may end with a brace.
  if (before == "}") return in_code || (outer != none && at(outer) == "{");
  if (before == "]") {
    const std::size_t open = partner(brace - 1);
    if (open == none || open == 0) return false;
    const bool subscript =
        is_word(open - 1) ? at(open - 1) != "return" : at(open - 1) == ")" || at(open - 1) == "]";
    return !subscript;
  }
  return after_trailing_return(brace);
}

void Source::read_block(std::size_t brace) {
  const std::size_t end = partner(brace);
  std::size_t place = 0;
  for (std::size_t i = brace + 1; i < end; ++place) i = read_statement(i, end, brace, place);
}

// Reads the statement at `first` in a block that ends at `end`; the token after it.
std::size_t Source::read_statement(std::size_t first, std::size_t end, std::size_t block,
                                   std::size_t place) {
  while (first < end && tokens_[first].kind == Kind::directive) ++first;
  if (first >= end) return end;
  Statement statement{first, first, block, place, false};
  const std::string_view head = at(first);
  std::size_t next = none;
  if (head == "{") {
    next = partner(first) == none ? end : partner(first) + 1;
  } else if (head == "if" || head == "for" || head == "while" || head == "switch" || head == "do" ||
             head == "try" || head == "else" || head == "catch") {
    next = read_compound(first, end);
  } else if (head == "case" || head == "default") {
    std::size_t colon = first;
    while (colon < end && at(colon) != ":") ++colon;
    return read_statement(std::min(colon + 1, end), end, block, place);
  } else {
    statement.simple = true;
    std::size_t i = first;
    while (i < end && at(i) != ";")
      i = partner(i) != none && partner(i) > i ? partner(i) + 1 : i + 1;
    next = std::min(i + 1, end);
  }
  statement.last = std::max(next, first + 1) - 1;
  statements_.push_back(statement);
  return statement.last + 1;
}

std::size_t Source::read_compound(std::size_t first, std::size_t end) {
  std::size_t i = first + 1;
  const std::string_view head = at(first);
  if (head == "if" && at(i) == "constexpr") ++i;
  if (at(i) == "(" && partner(i) != none) i = partner(i) + 1;
  if (i >= end) return end;
  const auto body = [&](std::size_t from) {
    // A block under a header is found as a block; anything else is a statement of its own.
    if (at(from) == "{" && partner(from) != none) return partner(from) + 1;
    return read_statement(from, end, none, 0);
  };
  i = body(i);
  if (head == "if" && i < end && at(i) == "else") i = body(i + 1);
  if (head == "try") {
    while (i < end && at(i) == "catch") i = read_compound(i, end);
  }
  if (head == "do") {
    while (i < end && at(i) != ";")
      i = partner(i) != none && partner(i) > i ? partner(i) + 1 : i + 1;
    ++i;
  }
  return std::min(i, end);
}

std::vector<Statement> Source::in_block(std::size_t brace) const {
  std::vector<Statement> result;
  for (const Statement& statement : statements_) {
    if (statement.block == brace) result.push_back(statement);
  }
  return result;
}

std::string_view Source::text_of(std::size_t first, std::size_t last) const {
  const std::size_t begin = tokens_[first].begin;
  return std::string_view(text_).substr(begin, tokens_[last].end() - begin);
}

bool Source::has(std::size_t first, std::size_t last, std::string_view word) const {
  for (std::size_t i = first; i <= last && i < size(); ++i) {
    if (at(i) == word) return true;
  }
  return false;
}

std::vector<Source::Range> Source::arguments(std::size_t open) const {
  std::vector<Range> result;
  const std::size_t close = partner(open);
  if (close == none || close == open + 1) return result;
  std::size_t first = open + 1;
  for (std::size_t i = open + 1; i < close; ++i) {
    if (at(i) == ",") {
      result.push_back({first, i - 1});
      first = i + 1;
    } else if (const std::size_t end = template_end(i); end != none) {
      i = end;
    } else if (partner(i) != none && partner(i) > i) {
      i = partner(i);
    }
  }
  result.push_back({first, close - 1});
  return result;
}

std::size_t Source::template_end(std::size_t i) const {
  if (at(i) != "<" || i == 0 || !is_word(i - 1)) return none;
  int depth = 0;
  for (std::size_t j = i; j < size(); ++j) {
    if (at(j) == "<") {
      ++depth;
    } else if (at(j) == ">" || at(j) == ">>") {
      depth -= static_cast<int>(at(j).size());
      if (depth <= 0) {
        // What can follow a template's name; a comparison is followed by a value.
        const std::string_view next = at(j + 1);
        const bool type = next == "(" || next == "{" || next == "::" || next == "&" ||
                          next == "*" || next == ">" || next == "," || next == ")" || next == ";" ||
                          next == "..." || is_word(j + 1);
        return type ? j : none;
      }
    } else if (at(j) == "(" || at(j) == "[") {
      if (partner(j) == none) return none;
      j = partner(j);
    } else if (!is_word(j) && tokens_[j].kind != Kind::number && at(j) != "::" && at(j) != "," &&
               at(j) != "*" && at(j) != "&" && at(j) != "...") {
      return none;
    }
  }
  return none;
}

bool Source::declares(const Statement& statement) const {
  std::size_t i = statement.first;
  if (is_one_of(at(i), declaring)) return true;
  if (at(i) == "return" || at(i) == "throw" || at(i) == "delete" || at(i) == "goto" ||
      at(i) == "co_return" || at(i) == "co_await" || at(i) == "co_yield") {
    return false;
  }
  if (!is_word(i)) return false;
  // A type is a name with template arguments, perhaps of a namespace; a second name follows.
  for (;;) {
    if (!is_word(i)) return false;
    if (const std::size_t end = template_end(i + 1); end != none) i = end;
    if (at(i + 1) != "::") break;
    i += 2;
  }
  ++i;
  while (at(i) == "&" || at(i) == "*" || at(i) == "&&" || at(i) == "const") ++i;
  return is_word(i);
}

}  // namespace grader::mutate
