// SPDX-License-Identifier: MIT
// Reads a compiler's messages and says them again at the lines that the student wrote.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace grader::compile {

struct Note {
  std::string file;
  int line = 0;
  std::string message;
};

struct Diagnostic {
  bool error = false;  ///< else a warning
  std::string file;    ///< as the student knows it; empty: no place, as in messages of the linker
  int line = 0;        ///< from 1; 0: none
  int column = 0;      ///< bytes, from 1; 0: none
  bool in_submission = false;
  std::string message;
  std::string source{};       ///< the text of that line, if it is the submission's
  std::vector<Note> notes{};  ///< only those in the submission

  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

inline bool operator==(const Note& a, const Note& b) {
  return a.file == b.file && a.line == b.line && a.message == b.message;
}

/// What the parser must know: the name that the compiler saw, the name to show, and the text.
struct SubmissionText {
  std::string compiled_path;
  std::string shown;
  std::string_view text;
};

/// The diagnostics in `output` (g++ or clang, without carets or colours), those in the submission
/// first, repeated ones dropped. An error inside a header is moved to the submission's line that
/// led there, if there is one.
std::vector<Diagnostic> parse_diagnostics(std::string_view output,
                                          const SubmissionText& submission);

}  // namespace grader::compile
