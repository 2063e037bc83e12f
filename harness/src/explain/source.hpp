// SPDX-License-Identifier: MIT
// Which line of a stack a student should look at.
#pragma once

#include <string>

#include "trace/event.hpp"
#include "trace/symbols.hpp"

namespace kata::explain {

struct Place {
  std::string file;  ///< as shown; empty if the stack has no line of the submission or harness
  int line = 0;
  std::string function;
};

class Source {
 public:
  /// A whole program: every file that is not of the system is the reader's, under its own name.
  Source() = default;
  /// `path`: the submission as it was compiled; `shown`: the name that reports use for it.
  Source(std::string path, std::string shown) : path_(std::move(path)), shown_(std::move(shown)) {}

  /// The innermost line of the submission in `stack`, else of its harness.
  Place place(const trace::Stack& stack) const;
  Place place(const std::vector<trace::Frame>& frames) const;
  /// Whether any frame of `stack` is the submission's.
  bool in_submission(const trace::Stack& stack) const;
  bool in_submission(const std::vector<trace::Frame>& frames) const;
  /// `file` as reports show it: the submission by its name, others without their folders.
  std::string shown(const std::string& file) const;
  /// Whether `file` is the harness of a problem.
  bool is_harness(const std::string& file) const;
  /// Whether `file` is one that a reader of the report has before them.
  bool is_readers(const std::string& file) const;

 private:
  std::string path_;
  std::string shown_;
};

}  // namespace kata::explain
