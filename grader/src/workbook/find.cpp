// SPDX-License-Identifier: MIT
#include "workbook/find.hpp"

#include <algorithm>
#include <cctype>

#include "base/files.hpp"
#include "base/text.hpp"

namespace grader::workbook {

namespace {

namespace fs = std::filesystem;

// Small letters and digits only, so that "Print FooBar alternately" is "print_foobar-Alternately".
std::string plain(std::string_view text) {
  std::string letters;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) != 0) letters += static_cast<char>(std::tolower(byte));
  }
  return letters;
}

// The folder of a kata that `word` leads into, as a slug; "" if it leads into none.
std::string slug_of_path(const Workbook& workbook, const std::string& word) {
  std::error_code error;
  const fs::path path = fs::canonical(word, error);
  if (error || !fs::is_directory(path, error)) return "";
  const fs::path root = fs::canonical(workbook.root(), error);
  const fs::path below = path.lexically_relative(root);
  auto part = below.begin();
  if (part == below.end() || (*part != "problems" && *part != "solutions")) return "";
  return ++part == below.end() ? "" : part->string();
}

// The classes that the stub declares, such as "FooBar".
bool declares(const Problem& problem, const std::string& word) {
  const std::string text = read_file(problem.stub(), std::size_t{1} << 20).value_or("");
  const std::string wanted = plain(word);
  for (const std::string_view line : split_lines(text)) {
    for (const std::string_view key : {"class ", "struct "}) {
      if (line.rfind(key, 0) != 0) continue;
      const std::string_view rest = line.substr(key.size());
      if (plain(rest.substr(0, rest.find_first_of(" {:;"))) == wanted) return true;
    }
  }
  return false;
}

}  // namespace

Problem find_problem(const Workbook& workbook, const std::string& word) {
  const std::vector<std::string> slugs = workbook.slugs();
  const auto known = [&](const std::string& slug) {
    return std::find(slugs.begin(), slugs.end(), slug) != slugs.end();
  };
  if (known(word)) return workbook.problem(word);
  if (const std::string slug = slug_of_path(workbook, word); known(slug)) {
    return workbook.problem(slug);
  }
  const std::string wanted = plain(word);
  if (wanted.empty()) return workbook.problem(word);
  std::vector<Problem> all;
  for (const std::string& slug : slugs) all.push_back(workbook.problem(slug));
  for (const Problem& problem : all) {
    if (plain(problem.slug) == wanted || plain(problem.title) == wanted ||
        (problem.leetcode && std::to_string(*problem.leetcode) == wanted)) {
      return problem;
    }
  }
  for (const Problem& problem : all) {
    if (declares(problem, word)) return problem;
  }
  return workbook.problem(word);  // says which is nearest
}

}  // namespace grader::workbook
