// SPDX-License-Identifier: MIT
#include "compile/made_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>

#include "base/files.hpp"
#include "base/text.hpp"

namespace grader::compile {

namespace {

namespace fs = std::filesystem;

// A later version of a source may be older by its date, so not dates are compared with the output's
// but whether everything is as it was.
std::string state_of(const std::vector<std::string>& files) {
  std::string state;
  for (const std::string& file : files) {
    struct stat status {};
    if (stat(file.c_str(), &status) != 0) return "";
    state += fmt::format("{} {}.{:09} {}\n", status.st_size, status.st_mtim.tv_sec,
                         status.st_mtim.tv_nsec, file);
  }
  return state;
}

std::vector<std::string> files_in(std::string_view state) {
  std::vector<std::string> files;
  for (const std::string_view line : split_lines(state)) {
    const std::size_t name = line.find(' ', line.find(' ') + 1);
    if (name != std::string_view::npos) files.emplace_back(line.substr(name + 1));
  }
  return files;
}

}  // namespace

MadeFile::MadeFile(fs::path output, std::string made_with)
    : output_(std::move(output)), made_with_(std::move(made_with) + '\n') {}

fs::path MadeFile::list() const { return output_.string() + ".made_from"; }

bool MadeFile::valid() const {
  std::error_code error;
  const std::string made = read_file(list()).value_or("");
  if (!made.starts_with(made_with_) || !fs::exists(output_, error)) return false;
  const std::string state = made.substr(made_with_.size());
  return !state.empty() && state_of(files_in(state)) == state;
}

bool MadeFile::ready(const Make& make) const {
  if (valid()) return true;
  std::error_code error;
  fs::create_directories(output_.parent_path(), error);
  const std::string lock_file = output_.string() + ".lock";
  const Descriptor lock(open(lock_file.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600));
  if (!lock.open()) return false;
  flock(lock.get(), LOCK_EX);
  if (valid()) return true;
  // Made elsewhere and moved there whole: a process that is killed meanwhile leaves no half of a
  // file.
  const fs::path unfinished = output_.string() + ".new";
  std::vector<std::string> files = make(unfinished);
  fs::rename(unfinished, output_);
  files.push_back(output_.string());  // what was cut off since is made again
  write_file(list(), made_with_ + state_of(files));
  return true;
}

}  // namespace grader::compile
