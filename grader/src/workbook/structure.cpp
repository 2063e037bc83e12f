// SPDX-License-Identifier: MIT
#include "workbook/structure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/files.hpp"
#include "base/text.hpp"
#include "base/verdict.hpp"
#include "workbook/skeleton.hpp"

namespace grader::workbook {

namespace {

namespace fs = std::filesystem;
using std::string_view_literals::operator""sv;

class Inspection {
 public:
  explicit Inspection(const fs::path& root) : root_(root) {}

  // A complaint for each of `files` that is missing, and each entry that is neither in `files` nor
  // in `others`.
  void directory(const fs::path& path, const std::set<std::string>& files,
                 const std::set<std::string>& others = {}) {
    for (const std::string& name : files) {
      std::error_code error;
      if (!fs::is_regular_file(path / name, error))
        complain(path / name, "is missing");
      else if (fs::file_size(path / name, error) == 0)
        complain(path / name, "is empty");
    }
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(path, error)) {
      const std::string name = entry.path().filename().string();
      if (files.count(name) + others.count(name) == 0) {
        complain(entry.path(), "does not belong here");
      }
    }
  }

  // A directory of answers: only .hpp files, and enough of them.
  void answers(const fs::path& path, bool rejected) {
    std::size_t found = 0;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(path, error)) {
      std::error_code ignored;
      if (!entry.is_regular_file(ignored) || entry.path().extension() != ".hpp") {
        complain(entry.path(), "is not an answer: answers are .hpp files");
        continue;
      }
      ++found;
      if (rejected) rejected_name(entry.path());
    }
    const std::size_t fewest = rejected ? fewest_rejected : fewest_accepted;
    if (found < fewest) {
      complain(path, fmt::format("holds {} answers; at least {} are needed", found, fewest));
    }
  }

  // What an author left as the template has it.
  void unfilled(const fs::path& directory) {
    std::error_code error;
    for (const auto& entry : fs::recursive_directory_iterator(directory, error)) {
      std::error_code ignored;
      if (!entry.is_regular_file(ignored)) continue;
      const std::string text = read_file(entry.path(), std::size_t{1} << 20).value_or("");
      std::size_t line = 0;
      for (const std::string_view words : split_lines(text)) {
        ++line;
        const std::size_t at = words.find(to_fill_in);
        if (at == std::string_view::npos) continue;
        const std::string what(trim(words.substr(at + std::string_view(to_fill_in).size())));
        complain(entry.path(), fmt::format("is to be filled in at line {}: {}", line, what));
      }
    }
  }

  void complain(const fs::path& path, const std::string& what) {
    found_.push_back(shown_path(path, root_) + " " + what);
  }

  std::vector<std::string> take() {
    std::sort(found_.begin(), found_.end());
    return std::move(found_);
  }

 private:
  void rejected_name(const fs::path& file) {
    const std::string stem = file.stem().string();
    const std::size_t dash = stem.find('-');
    const std::string verdict = stem.substr(0, dash);
    if (!is_rejection(verdict)) {
      complain(file,
               fmt::format("is named for '{}', which is no verdict to be rejected with", verdict));
    } else if (dash == std::string::npos || dash + 1 == stem.size()) {
      complain(file, "does not say why: name it <verdict>-<why>.hpp");
    }
  }

  fs::path root_;
  std::vector<std::string> found_;
};

}  // namespace

std::vector<std::string> faults_of(const Workbook& workbook, const Problem& problem) {
  Inspection inspection(workbook.root());
  inspection.directory(
      problem.directory,
      {"README.md", "problem.json", problem.slug + ".hpp", "answer.hpp", "harness.cpp"},
      {problem.shipped().filename().string()});
  std::error_code absent;
  if (!fs::is_regular_file(problem.shipped(), absent)) {
    inspection.complain(problem.shipped(),
                        "is missing: `kata list --write` copies it from the stub");
  }
  inspection.unfilled(problem.directory);
  if (workbook.has_solutions()) {
    inspection.unfilled(workbook.root() / "solutions" / problem.slug);
    const fs::path solutions = workbook.root() / "solutions" / problem.slug;
    inspection.directory(solutions, {"README.md"}, {"accepted", "rejected", "mutants.json"});
    inspection.answers(solutions / "accepted", false);
    inspection.answers(solutions / "rejected", true);
    for (const Answer& answer : workbook.answers(problem.slug)) {
      for (const std::string& word : answer.warns) {
        const std::string unknown = unknown_warning(word, can_be_promised);
        if (!unknown.empty())
          inspection.complain(answer.file, "promises what it cannot: " + unknown);
      }
    }
  }
  std::vector<std::string> faults = inspection.take();
  // That problem.json is missing was said above.
  std::error_code error;
  if (!fs::is_regular_file(problem.directory / "problem.json", error)) return faults;
  for (const std::string& fault : problem.faults) {
    faults.push_back("problems/" + problem.slug + "/" + fault);
  }
  return faults;
}

std::vector<std::string> stray_entries(const Workbook& workbook) {
  Inspection inspection(workbook.root());
  const std::vector<std::string> known = workbook.slugs();
  const std::set<std::string> slugs(known.begin(), known.end());
  for (const std::string& slug : slugs) {
    if (slug.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") != std::string::npos) {
      inspection.complain(workbook.root() / "problems" / slug, "is no snake_case name");
    }
  }
  for (const char* top : {"problems", "solutions"}) {
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(workbook.root() / top, error)) {
      const std::string name = entry.path().filename().string();
      std::error_code ignored;
      const bool directory = entry.is_directory(ignored);
      const bool page = name == "README.md" || (name == "AUTHORS.md" && top == "problems"sv);
      if (directory ? slugs.count(name) == 0 : !page) {
        inspection.complain(entry.path(),
                            directory ? "has no problem of that name" : "does not belong here");
      }
    }
  }
  return inspection.take();
}

}  // namespace grader::workbook
