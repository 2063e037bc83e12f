// SPDX-License-Identifier: MIT
#include "workbook/skeleton.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/errors.hpp"
#include "base/files.hpp"
#include "base/text.hpp"

namespace grader::workbook {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_slug = 60;

// Why `slug` is no name for a directory of a kata; empty if it is one.
std::string fault_of_slug(const std::string& slug) {
  const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
  if (slug.empty()) return "it is empty";
  if (slug.size() > longest_slug) return fmt::format("it has more than {} letters", longest_slug);
  if (!letter(slug.front())) return "it does not begin with a small letter";
  if (slug.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") != std::string::npos) {
    return "it has something else than small letters, digits and underscores";
  }
  if (slug.back() == '_' || slug.find("__") != std::string::npos) {
    return "it has an underscore without a word after it";
  }
  return "";
}

std::string filled(std::string text, const std::string& slug) {
  const std::pair<std::string, std::string> names[] = {
      {"@slug@", slug}, {"@Class@", class_name(slug)}, {"@Title@", title_of(slug)}};
  for (const auto& [name, value] : names) {
    for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at)) {
      text.replace(at, name.size(), value);
      at += value.size();
    }
  }
  return text;
}

// templates/problem/stub.hpp.in becomes <to>/<slug>.hpp.
void copy_templates(const fs::path& from, const fs::path& to, const std::string& slug,
                    std::vector<fs::path>& made) {
  for (const auto& entry : fs::recursive_directory_iterator(from)) {
    if (!entry.is_regular_file()) continue;
    const fs::path& file = entry.path();
    const auto text = read_file(file);
    if (!text || file.extension() != ".in") {
      throw InternalError(file.string() + " is no template, or cannot be read");
    }
    fs::path target = to / file.lexically_relative(from);
    target.replace_extension();  // .in
    if (target.filename() == "stub.hpp") target.replace_filename(slug + ".hpp");
    fs::create_directories(target.parent_path());
    write_file(target, filled(*text, slug));
    made.push_back(target);
  }
}

}  // namespace

std::string class_name(const std::string& slug) {
  std::string name;
  bool upper = true;
  for (const char c : slug) {
    if (c != '_') name += upper && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    upper = c == '_';
  }
  return name;
}

std::string title_of(const std::string& slug) {
  std::string title = slug;
  std::replace(title.begin(), title.end(), '_', ' ');
  if (!title.empty()) title.front() = class_name(slug).front();
  return title;
}

std::vector<fs::path> make_kata(const Workbook& workbook, const std::string& slug) {
  const std::string shown = printable(cut(slug, 80));
  if (const std::string fault = fault_of_slug(slug); !fault.empty()) {
    throw UsageError(
        fmt::format("'{}' cannot be the name of a kata: {}. A good one is foo_bar.", shown, fault));
  }
  std::error_code error;
  const fs::path problem = workbook.root() / "problems" / slug;
  const fs::path solutions = workbook.root() / "solutions" / slug;
  for (const fs::path& taken : {problem, solutions}) {
    if (fs::exists(fs::symlink_status(taken, error))) {
      throw UsageError(fmt::format("there is a {} already. Take another name, or remove it first.",
                                   shown_path(taken, workbook.root())));
    }
  }
  const fs::path templates = workbook.root() / "grader" / "templates";
  if (!fs::is_directory(templates / "problem", error)) {
    throw InternalError("there are no templates in " + templates.string());
  }
  std::vector<fs::path> made;
  try {
    copy_templates(templates / "problem", problem, slug, made);
    if (workbook.has_solutions()) copy_templates(templates / "solutions", solutions, slug, made);
  } catch (const std::exception& failure) {
    fs::remove_all(problem, error);
    fs::remove_all(solutions, error);
    throw InternalError(failure.what());
  }
  std::sort(made.begin(), made.end());
  return made;
}

}  // namespace grader::workbook
