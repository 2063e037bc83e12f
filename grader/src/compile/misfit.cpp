// SPDX-License-Identifier: MIT
#include "compile/misfit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "base/files.hpp"
#include "base/text.hpp"

namespace grader::compile {

namespace {

constexpr std::string_view calls = "kata calls: ", needs = "kata needs: ";

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

std::string_view word_at(std::string_view text) {
  return text.substr(0, std::find_if_not(text.begin(), text.end(), is_word) - text.begin());
}

// What an assertion of the adapter says after `prefix`, without the compiler's quotes around it.
std::string said(const Diagnostic& one, std::string_view prefix) {
  const std::size_t at = one.message.find(prefix);
  if (at == std::string::npos) return "";
  std::string text = one.message.substr(at + prefix.size());
  if (!text.empty() && text.back() == '"') text.pop_back();
  return text;
}

// "foo" in "void foo(std::function<void()> printFoo)".
std::string_view method_in(std::string_view signature) {
  const std::string_view before = signature.substr(0, signature.find('('));
  std::size_t begin = before.size();
  while (begin > 0 && is_word(before[begin - 1])) --begin;
  return before.substr(begin);
}

class Text {
 public:
  explicit Text(const SubmissionText& submission)
      : submission_(submission), lines_(split_lines(submission.text)) {}

  // The line, from 1, in which a class of that name is defined; 0 if in none.
  int line_of_class(std::string_view name) const {
    return first_line([&](std::string_view line) {
      const std::size_t at = find_word(line, name);
      return at != std::string_view::npos && defines_class(line.substr(0, at)) &&
             line.find(';') == std::string_view::npos;
    });
  }

  // The line in which a function of that name is declared, as far as the looks go.
  int line_of_method(std::string_view name) const {
    return first_line([&](std::string_view line) {
      const std::size_t at = find_word(line, name);
      if (at == std::string_view::npos) return false;
      const std::string_view before = trim(line.substr(0, at));
      const std::string_view after = trim(line.substr(at + name.size()));
      // Not a call on an object, and not a comment.
      return after.starts_with('(') && !before.empty() && !before.ends_with('.') &&
             !before.ends_with("->") && before.find("//") == std::string_view::npos;
    });
  }

  // The name of a class in the text that was perhaps meant for `name`; "" if there is none.
  std::string class_like(std::string_view name) const {
    for (const std::string_view line : lines_) {
      for (const std::string_view key : {"class", "struct"}) {
        const std::size_t at = find_word(line, key);
        if (at == std::string_view::npos || line.find("enum") != std::string_view::npos) continue;
        const std::string_view other = word_at(trim(line.substr(at + key.size())));
        if (alike(other, name)) return std::string(other);
      }
    }
    return "";
  }

  Diagnostic error_at(int line, std::string message) const {
    Diagnostic one{true, submission_.shown, std::max(line, 1), 0, true, std::move(message)};
    if (line >= 1) one.source = std::string(lines_[static_cast<std::size_t>(line) - 1]);
    return one;
  }

 private:
  static bool defines_class(std::string_view before) {
    const std::string_view key = trim(before);
    return key.ends_with("class") || key.ends_with("struct");
  }

  // But for upper and lower case, underscores, and one letter.
  static bool alike(std::string_view left, std::string_view right) {
    const auto plain = [](std::string_view text) {
      std::string result;
      for (const char c : text) {
        if (c != '_') result += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
      }
      return result;
    };
    return !left.empty() && edit_distance(plain(left), plain(right)) <= 1;
  }

  template <class Fits>
  int first_line(Fits fits) const {
    const auto found = std::find_if(lines_.begin(), lines_.end(), fits);
    return found == lines_.end() ? 0 : static_cast<int>(found - lines_.begin()) + 1;
  }

  const SubmissionText& submission_;
  std::vector<std::string_view> lines_;
};

// The class that the problem's answer.hpp names in KATA_ANSWER(Class, …).
std::string class_of(const std::filesystem::path& answer) {
  const std::string text = read_file(answer).value_or("");
  constexpr std::string_view macro = "\nKATA_ANSWER(";
  const std::size_t at = text.find(macro);
  return at == std::string::npos
             ? ""
             : std::string(word_at(std::string_view(text).substr(at + macro.size())));
}

Diagnostic missing_class(const Text& text, const std::string& name) {
  const std::string other = text.class_like(name);
  std::string message = fmt::format("there is no class {} in the submission", name);
  if (!other.empty() && other != name) message += "; it has " + other;
  return text.error_at(other.empty() ? 0 : text.line_of_class(other), message);
}

Diagnostic misfit_call(const Text& text, const std::string& name, const std::string& signature) {
  const std::string method(method_in(signature));
  if (const int line = text.line_of_method(method); line > 0) {
    return text.error_at(
        line, fmt::format("{} of class {} cannot be called as the kata calls it: look at its "
                          "parameters, its result, and whether it is public",
                          method, name));
  }
  return text.error_at(text.line_of_class(name),
                       fmt::format("class {} has no method {}", name, method));
}

Diagnostic misfit_class(const Text& text, const std::string& name, const std::string& member) {
  if (member.starts_with("class ")) return missing_class(text, name);
  const int line = text.line_of_class(name);
  if (member.starts_with("~")) {
    return text.error_at(line, "class " + name +
                                   " has no public destructor, so that the kata "
                                   "cannot end an object of it");
  }
  return text.error_at(line,
                       "class " + name + " has no public constructor that the kata could call");
}

}  // namespace

std::optional<Misfit> misfit_of(std::vector<Diagnostic>& errors, const SubmissionText& submission,
                                const std::filesystem::path& answer) {
  const auto is_assertion = [](const Diagnostic& one) {
    return !one.in_submission && (!said(one, calls).empty() || !said(one, needs).empty());
  };
  if (std::none_of(errors.begin(), errors.end(), is_assertion)) return std::nullopt;
  if (std::any_of(errors.begin(), errors.end(),
                  [](const auto& one) { return one.in_submission; })) {
    errors.erase(std::remove_if(errors.begin(), errors.end(), is_assertion), errors.end());
    return std::nullopt;
  }
  const std::string name = class_of(answer);
  const Text text(submission);
  Misfit misfit;
  std::string wanted;
  for (const Diagnostic& one : errors) {
    const std::string signature = said(one, calls), member = said(one, needs);
    if (!signature.empty()) misfit.errors.push_back(misfit_call(text, name, signature));
    if (!member.empty()) misfit.errors.push_back(misfit_class(text, name, member));
    const std::string& declared = signature.empty() ? member : signature;
    if (!declared.empty() && !declared.starts_with("class "))
      wanted += (wanted.empty() ? "" : ", ") + declared;
  }
  misfit.explanation =
      wanted.starts_with('~')
          ? fmt::format(
                "A schedule ends with the end of the {}: make its destructor public, or "
                "leave it out.",
                name)
      : wanted.empty()
          ? fmt::format("The kata makes an object of class {}: keep the stub's name.", name)
          : "Keep the stub's names and signatures. The kata calls " + wanted + ".";
  return misfit;
}

}  // namespace grader::compile
