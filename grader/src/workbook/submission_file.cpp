// SPDX-License-Identifier: MIT
#include "workbook/submission_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "base/files.hpp"
#include "base/text.hpp"

namespace grader::workbook {

namespace {

const char* kind_of(mode_t mode) {
  if (S_ISDIR(mode)) return "a directory";
  if (S_ISFIFO(mode)) return "a pipe (FIFO)";
  if (S_ISSOCK(mode)) return "a socket";
  return "a device";
}

}  // namespace

SubmissionText read_submission(const std::filesystem::path& path) {
  const std::string name = printable(path.string());
  // Looked at through the descriptor, so that the file cannot be exchanged in between; O_NONBLOCK,
  // so that a FIFO does not wait for a writer; O_NOFOLLOW, because a link may lead to any file of
  // the grader's user, as to an answer in solutions/.
  const Descriptor file(
      ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW));
  if (!file.open() && errno == ELOOP) {
    return Unusable{false, name + " is a symbolic link", "Hand in the file itself."};
  }
  if (!file.open() && (errno == ENXIO || errno == ENODEV)) {  // how a socket refuses
    return Unusable{false, name + " is not a regular file", "Hand in one C++ source file."};
  }
  if (!file.open()) {
    const bool missing = errno == ENOENT || errno == ENOTDIR;
    return Unusable{true,
                    missing ? fmt::format("there is no file {}", name)
                            : fmt::format("cannot read {}: {}", name, std::strerror(errno)),
                    missing ? "Look at the path, or fetch the stub again: git checkout -- <file>."
                            : "Look at the file's permissions."};
  }
  struct stat status {};
  if (fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode)) {
    return Unusable{false,
                    fmt::format("{} is {}, not a regular file", name, kind_of(status.st_mode)),
                    "Hand in one C++ source file."};
  }
  if (status.st_size > static_cast<off_t>(largest_submission)) {
    return Unusable{false,
                    fmt::format("{} has {} bytes; at most {} are read", name, status.st_size,
                                largest_submission),
                    "An answer is a page or two of C++. Is this the right file?"};
  }
  std::string text(largest_submission + 1, '\0');
  const ssize_t got = ::read(file.get(), text.data(), text.size());
  if (got < 0) {
    return Unusable{true, fmt::format("cannot read {}: {}", name, std::strerror(errno)), ""};
  }
  text.resize(static_cast<std::size_t>(got));
  if (text.find('\0') != std::string::npos) {
    return Unusable{false, fmt::format("{} holds NUL bytes, so it is not C++ source", name),
                    "Save it as plain text in UTF-8 (not UTF-16)."};
  }
  if (is_only_comments(text)) {
    return Unusable{
        false, fmt::format("{} is empty{}", name, trim(text).empty() ? "" : " but for comments"),
        "Start from the stub: `git checkout -- <file>` brings it back."};
  }
  return text;
}

bool is_only_comments(const std::string& source) {
  std::string_view rest = source;
  if (rest.rfind("\xEF\xBB\xBF", 0) == 0) rest.remove_prefix(3);  // a byte order mark
  for (;;) {
    rest = trim(rest);
    if (rest.empty()) return true;
    const bool line = rest.rfind("//", 0) == 0;
    if (constexpr std::string_view once = "#pragma once"; rest.rfind(once, 0) == 0) {
      rest.remove_prefix(once.size());
      continue;
    }
    if (!line && rest.rfind("/*", 0) != 0) return false;
    const std::size_t end = line ? rest.find('\n') : rest.find("*/", 2);
    if (end == std::string_view::npos) return true;
    rest.remove_prefix(end + (line ? 1 : 2));
  }
}

}  // namespace grader::workbook
