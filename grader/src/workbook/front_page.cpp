// SPDX-License-Identifier: MIT
#include "workbook/front_page.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <tuple>

#include "base/errors.hpp"
#include "base/files.hpp"
#include "base/text.hpp"

namespace grader::workbook {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view opening = "<!-- The table: kata list --write -->\n";
constexpr std::string_view closing = "<!-- End of the table -->\n";

constexpr std::string_view new_page =
    "# The workbook\n\nA folder a kata: read its `README.md`, fill in its stub, and "
    "`./grader/kata grade` it.\n\n";

fs::path page(const Workbook& workbook) { return workbook.root() / "problems" / "README.md"; }

std::string text_of_page(const Workbook& workbook) {
  return read_file(page(workbook))
      .value_or(std::string(new_page) + std::string(opening) + std::string(closing));
}

// Where the table is: from the end of one mark to the begin of the other.
std::optional<std::pair<std::size_t, std::size_t>> table_in(const std::string& text) {
  const std::size_t begin = text.find(opening);
  if (begin == std::string::npos) return std::nullopt;
  const std::size_t end = text.find(closing, begin);
  if (end == std::string::npos) return std::nullopt;
  return std::pair{begin + opening.size(), end};
}

std::string cell(const std::string& text) {
  std::string result;
  for (const char c : printable(text)) {
    if (c == '|' || c == '\\') result += '\\';
    result += c;
  }
  return result;
}

// The first cell of every row, in order.
std::vector<std::string> chapters_on(const std::string& text) {
  std::vector<std::string> chapters;
  const auto table = table_in(text);
  if (!table) return chapters;
  for (const std::string_view line :
       split_lines(std::string_view(text).substr(table->first, table->second - table->first))) {
    const std::size_t end = line.find(" | ");
    if (line.rfind("| ", 0) == 0 && end != std::string_view::npos) {
      chapters.emplace_back(line.substr(2, end - 2));
    }
  }
  return chapters;
}

}  // namespace

std::vector<Problem> in_order(const Workbook& workbook) {
  std::vector<Problem> problems;
  for (const std::string& slug : workbook.slugs()) problems.push_back(workbook.problem(slug));
  const std::vector<std::string> known = chapters_on(text_of_page(workbook));
  constexpr std::array<std::string_view, 3> difficulties = {"easy", "medium", "hard"};
  const auto rank = [&](const Problem& problem) {
    const auto chapter =
        std::find(known.begin(), known.end(), cell(problem.chapter)) - known.begin();
    const auto difficulty =
        std::find(difficulties.begin(), difficulties.end(), problem.difficulty) -
        difficulties.begin();
    return std::tuple(chapter, problem.chapter, difficulty, problem.slug);
  };
  std::sort(problems.begin(), problems.end(),
            [&](const Problem& a, const Problem& b) { return rank(a) < rank(b); });
  return problems;
}

std::string katas_table(const Workbook& workbook) {
  std::string text =
      "| Chapter | Kata | Folder | Difficulty | LeetCode | Topics |\n"
      "| --- | --- | --- | --- | ---: | --- |\n";
  for (const Problem& problem : in_order(workbook)) {
    text += fmt::format("| {} | [{}]({}/README.md) | [`{}`]({}) | {} | {} | {} |\n",
                        cell(problem.chapter), cell(problem.title), problem.slug, problem.slug,
                        problem.slug, problem.difficulty,
                        problem.leetcode ? std::to_string(*problem.leetcode) : "–",
                        cell(fmt::format("{}", fmt::join(problem.topics, ", "))));
  }
  return text;
}

std::optional<std::string> front_page(const Workbook& workbook) {
  std::string text = text_of_page(workbook);
  const auto table = table_in(text);
  if (!table) return std::nullopt;
  return text.replace(table->first, table->second - table->first, katas_table(workbook));
}

std::vector<std::string> front_page_faults(const Workbook& workbook) {
  const std::string shown = shown_path(page(workbook), workbook.root());
  const auto is = read_file(page(workbook));
  if (!is) return {shown + " is missing: `kata list --write` makes it"};
  const auto wanted = front_page(workbook);
  if (!wanted) {
    return {fmt::format("{} lacks the marks of the table, each a line of its own: {} and {}", shown,
                        trim(opening), trim(closing))};
  }
  if (*is != *wanted) {
    return {shown + " does not show the katas that there are: `kata list --write` mends it"};
  }
  return {};
}

fs::path write_front_page(const Workbook& workbook) {
  const auto wanted = front_page(workbook);
  if (!wanted) throw UsageError(front_page_faults(workbook).front());
  write_file(page(workbook), *wanted);
  return page(workbook);
}

std::vector<fs::path> keep_stubs(const Workbook& workbook) {
  std::vector<fs::path> made;
  for (const std::string& slug : workbook.slugs()) {
    const Problem problem = workbook.problem(slug);
    std::error_code error;
    if (fs::exists(problem.shipped(), error)) continue;
    const auto stub = read_file(problem.stub());
    if (!stub) continue;  // `kata check` says that it is missing
    write_file(problem.shipped(), *stub);
    made.push_back(problem.shipped());
  }
  return made;
}

}  // namespace grader::workbook
