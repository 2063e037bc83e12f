// SPDX-License-Identifier: MIT
#include "compile/diagnostics.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/text.hpp"

namespace grader::compile {

namespace {

struct Place {
  std::string_view file;
  int line = 0;
  int column = 0;
};

// Takes ":12" off the front of `text`.
std::optional<int> take_number(std::string_view& text) {
  if (text.empty() || text.front() != ':') return std::nullopt;
  int value = 0;
  const auto [end, error] = std::from_chars(text.data() + 1, text.data() + text.size(), value);
  if (error != std::errc() || end == text.data() + 1) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return value;
}

// "file:line:column:" or "file:line:" at the front of a line. Our own path is matched as a whole,
// other names end at the first colon that a number follows.
std::optional<Place> take_place(std::string_view& line, const std::string& own) {
  std::size_t end = line.rfind(own, 0) == 0 ? own.size() : line.find(':');
  for (; end != std::string_view::npos; end = line.find(':', end + 1)) {
    std::string_view rest = line.substr(end);
    const auto number = take_number(rest);
    if (!number) continue;
    const Place place{line.substr(0, end), *number, take_number(rest).value_or(0)};
    if (rest.empty() || rest.front() != ':') continue;
    line = rest.substr(1);
    return place;
  }
  return std::nullopt;
}

bool take_prefix(std::string_view& text, std::string_view prefix) {
  if (text.rfind(prefix, 0) != 0) return false;
  text.remove_prefix(prefix.size());
  return true;
}

class Parser {
 public:
  explicit Parser(const SubmissionText& submission)
      : submission_(submission), lines_(split_lines(submission.text)) {}

  void feed(std::string_view line) {
    std::string_view rest = line;
    if (rest.rfind("/usr/bin/ld", 0) == 0) rest = trim(rest.substr(rest.find(':') + 1));
    const auto place = take_place(rest, submission_.compiled_path);
    if (!place) return feed_without_place(line);
    rest = trim(rest);
    if (take_prefix(rest, "fatal error: ") || take_prefix(rest, "error: ")) {
      if (place->file == "<inline asm>") return add_assembly(*place, rest);
      add(true, *place, rest);
    } else if (take_prefix(rest, "Error: ") || take_prefix(rest, "Fatal error: ")) {
      // The assembler's words about inline assembly; its lines are those of a temporary file.
      add_assembly(*place, rest);
    } else if (rest.rfind("undefined reference to ", 0) == 0 ||
               rest.rfind("multiple definition of ", 0) == 0) {
      // The linker's, with the line where debug information knows it.
      const std::string_view message = rest.substr(0, rest.find(';'));
      // Of two definitions, the student's is the one to report, and of two of the student's the
      // first: "…; a.o:b.hpp:6: first defined here".
      const std::size_t first = rest.find(submission_.compiled_path, message.size());
      rest = rest.substr(std::min(first, rest.size()));
      auto other = take_place(rest, submission_.compiled_path);
      if (is_own(*place) && other && place->line <= other->line) other.reset();
      add(true, other.value_or(*place), message);
    } else if (take_prefix(rest, "warning: ")) {
      add(false, *place, rest);
    } else if (take_prefix(rest, "note: ")) {
      if (!found_.empty() && is_own(*place)) {
        found_.back().notes.push_back({submission_.shown, place->line, shown(rest)});
      }
    } else if (rest.rfind("required ", 0) == 0 || rest.rfind("in ", 0) == 0) {
      // How a template came to be instantiated; the error itself follows.
      if (!led_here_ && is_own(*place)) led_here_ = *place;
    }
  }

  std::vector<Diagnostic> take() {
    std::vector<Diagnostic> unique;
    for (Diagnostic& one : found_) {
      if (std::find(unique.begin(), unique.end(), one) == unique.end()) unique.push_back(one);
    }
    std::stable_sort(unique.begin(), unique.end(), [](const auto& a, const auto& b) {
      return a.in_submission && !b.in_submission;
    });
    return unique;
  }

 private:
  bool is_own(const Place& place) const { return place.file == submission_.compiled_path; }

  // The path of the copy means nothing to the student.
  std::string shown(std::string_view text) const {
    std::string result(text);
    const std::string& own = submission_.compiled_path;
    for (std::size_t at = 0; (at = result.find(own, at)) != std::string::npos;) {
      result.replace(at, own.size(), submission_.shown);
      at += submission_.shown.size();
    }
    return result;
  }

  void add(bool error, Place place, std::string_view message) {
    if (!is_own(place) && led_here_) place = *led_here_;
    led_here_.reset();
    Diagnostic one{error,         is_own(place) ? submission_.shown : shown(place.file),
                   place.line,    place.column,
                   is_own(place), shown(message)};
    const auto line = static_cast<std::size_t>(place.line);
    if (one.in_submission && line >= 1 && line <= lines_.size()) {
      one.source = std::string(lines_[line - 1]);
    }
    found_.push_back(std::move(one));
  }

  // Of assembly outside of functions only what is wrong is told, not where: it is where the word
  // that the message names stands, if that is in one line only.
  void add_assembly(Place place, std::string_view message) {
    const std::string text = "in assembly: " + shown(message);
    if (!is_own(place)) {
      std::string_view word = message.substr(message.rfind(' ') + 1);
      if (const std::size_t quote = message.find('`'); quote != std::string_view::npos) {
        word = message.substr(quote + 1);
        word = word.substr(0, word.find_first_of(" '"));
      }
      const auto has_word = [&](std::string_view line) { return line.find(word) != line.npos; };
      if (std::count_if(lines_.begin(), lines_.end(), has_word) == 1) {
        const auto line = std::find_if(lines_.begin(), lines_.end(), has_word) - lines_.begin();
        place = {submission_.compiled_path, static_cast<int>(line) + 1, 0};
      }
    }
    if (is_own(place)) return add(true, place, text);
    found_.push_back({true, "", 0, 0, false, text});
  }

  // "collect2: error: …", "cc1plus: fatal error: …", "/usr/bin/ld: …: undefined reference to …".
  void feed_without_place(std::string_view line) {
    const std::size_t at = line.find("error: ");
    std::string_view message = line;
    if (const std::size_t undefined = line.find("undefined reference to ");
        undefined != std::string_view::npos) {
      message = line.substr(undefined);
    } else if (const std::size_t twice = line.find("multiple definition of ");
               twice != std::string_view::npos) {
      message = line.substr(twice, line.find(';', twice) - twice);
    } else if (at == std::string_view::npos || line.rfind("collect2:", 0) == 0 ||
               line.find("linker command failed") != std::string_view::npos) {
      return;  // the linker's own lines came before the driver's
    } else {
      message = line.substr(at + std::string_view("error: ").size());
    }
    found_.push_back({true, "", 0, 0, false, shown(message)});
  }

  const SubmissionText& submission_;
  std::vector<std::string_view> lines_;
  std::vector<Diagnostic> found_;
  std::optional<Place> led_here_;
};

}  // namespace

std::vector<Diagnostic> parse_diagnostics(std::string_view output,
                                          const SubmissionText& submission) {
  Parser parser(submission);
  for (const std::string_view line : split_lines(output)) parser.feed(line);
  return parser.take();
}

}  // namespace grader::compile
