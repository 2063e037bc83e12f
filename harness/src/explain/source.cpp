// SPDX-License-Identifier: MIT
#include "explain/source.hpp"

namespace kata::explain {

namespace {

std::string base_name(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? path : path.substr(slash + 1);
}

}  // namespace

std::string Source::shown(const std::string& file) const {
  return !path_.empty() && file == path_ ? shown_ : base_name(file);
}

bool Source::is_readers(const std::string& file) const {
  if (path_.empty()) return !file.empty() && file.rfind("/usr/", 0) != 0;
  return file == path_ || is_harness(file);
}

Place Source::place(const std::vector<trace::Frame>& frames) const {
  for (const trace::Frame& frame : frames) {
    if (!path_.empty() && frame.file == path_) return {shown_, frame.line, frame.function};
  }
  for (const trace::Frame& frame : frames) {
    if (is_readers(frame.file)) return {shown(frame.file), frame.line, frame.function};
  }
  return {};
}

Place Source::place(const trace::Stack& stack) const { return place(trace::frames_of(stack)); }

bool Source::is_harness(const std::string& file) const {
  return !path_.empty() && file != path_ && base_name(file) == "harness.cpp";
}

bool Source::in_submission(const trace::Stack& stack) const {
  return in_submission(trace::frames_of(stack));
}

bool Source::in_submission(const std::vector<trace::Frame>& frames) const {
  for (const trace::Frame& frame : frames) {
    if (path_.empty() ? is_readers(frame.file) : frame.file == path_) return true;
  }
  return false;
}

}  // namespace kata::explain
