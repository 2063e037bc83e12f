// SPDX-License-Identifier: MIT
#include "report/markdown.hpp"

#include <algorithm>
#include <cctype>
#include <vector>

#include "base/text.hpp"

namespace grader::report {

namespace {

// Beyond this a line of prose is hard to read.
constexpr std::size_t widest = 90;

// "- ", "* ", "12. ": how many characters begin an item of a list; 0 if none do.
std::size_t bullet_of(std::string_view line) {
  if (line.rfind("- ", 0) == 0 || line.rfind("* ", 0) == 0) return 2;
  std::size_t digits = 0;
  while (digits < line.size() && std::isdigit(static_cast<unsigned char>(line[digits])) != 0) {
    ++digits;
  }
  return digits > 0 && line.substr(digits, 2) == ". " ? digits + 2 : 0;
}

class Page {
 public:
  explicit Page(const Style& style) : style_(style) {}

  void line(std::string_view line) {
    const std::string_view text = trim(line);
    if (text.rfind("```", 0) == 0) {
      end_paragraph();
      fenced_ = !fenced_;
    } else if (fenced_ || (line.rfind("    ", 0) == 0 && paragraph_.empty())) {
      code(fenced_ ? line : line.substr(4));
    } else if (text.empty()) {
      end_paragraph();
      blank_ = true;
    } else if (text.front() == '#') {
      end_paragraph();
      heading(text);
    } else if (text.front() == '|') {
      end_paragraph();
      add("  " + printable(text) + "\n");
    } else {
      if (bullet_of(text) > 0) end_paragraph();
      paragraph_ += (paragraph_.empty() ? "" : " ") + std::string(text);
    }
  }

  std::string take() {
    end_paragraph();
    return std::move(out_);
  }

 private:
  void add(const std::string& text) {
    if (blank_ && !out_.empty()) out_ += '\n';
    blank_ = false;
    out_ += text;
  }

  void heading(std::string_view text) {
    const std::size_t level = text.find_first_not_of('#');
    if (level == std::string_view::npos) return;
    blank_ = true;
    add(style_.paint(Color::bold, printable(trim(text.substr(level)))) + "\n");
  }

  void code(std::string_view text) {
    add("      " + style_.paint(Color::blue, printable(text)) + "\n");
  }

  void end_paragraph() {
    if (paragraph_.empty()) return;
    const std::size_t bullet = bullet_of(paragraph_);
    const std::string indent(2 + bullet, ' ');
    std::string text = wrap(printable(plain(std::string_view(paragraph_).substr(bullet))),
                            std::min(style_.width, widest), indent);
    text.replace(2, bullet, paragraph_.substr(0, bullet));
    add(text);
    paragraph_.clear();
  }

  // Without the marks of emphasis and of code: a terminal's reader has no use for them.
  static std::string plain(std::string_view text) {
    std::string result;
    bool code = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '`') {
        code = !code;
        continue;
      }
      if (!code && text.substr(i, 2) == "**") {
        ++i;
        continue;
      }
      const auto letter = [&](std::size_t at) {
        return at < text.size() && std::isalnum(static_cast<unsigned char>(text[at])) != 0;
      };
      // *word* is emphasis, 2 * 3 is not.
      if (!code && text[i] == '*' && letter(i + 1) != (i > 0 && letter(i - 1))) continue;
      result += text[i];
    }
    return result;
  }

  const Style& style_;
  std::string out_, paragraph_;
  bool fenced_ = false, blank_ = false;
};

}  // namespace

std::string render_markdown(const std::string& markdown, const Style& style) {
  Page page(style);
  for (const std::string_view line : split_lines(markdown)) page.line(line);
  return page.take();
}

}  // namespace grader::report
