// SPDX-License-Identifier: MIT
#include "workbook/workbook.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "base/errors.hpp"
#include "base/files.hpp"
#include "base/text.hpp"

namespace grader::workbook {

namespace {

std::vector<std::filesystem::path> sorted_entries(const std::filesystem::path& directory) {
  std::vector<std::filesystem::path> entries;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(directory, error)) {
    // Editors leave hidden files about.
    if (entry.path().filename().string().front() != '.') entries.push_back(entry.path());
  }
  std::sort(entries.begin(), entries.end());
  return entries;
}

bool is_slug(const std::string& word) {
  return !word.empty() && word.size() < 100 &&
         word.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos;
}

// What is not understood must not be left out: submissions would be accepted against the policy.
void read_policy(const Json& policy, Problem& problem) {
  const auto fault = [&](const std::string& what) {
    problem.unusable = "problem.json: 'policy' " + what;
    problem.faults.push_back(problem.unusable);
  };
  for (const auto& [key, value] : policy.items()) {
    if (key != "reject" || !value.is_array()) {
      fault(fmt::format("has a member '{}' that is not a list 'reject'", printable(key)));
      continue;
    }
    for (const Json& one : value) {
      const std::string word = one.is_string() ? one.get<std::string>() : dump(one);
      const std::string unknown = unknown_warning(word, can_be_rejected);
      if (unknown.empty()) {
        problem.reject.push_back(*warning_named(word));
      } else {
        fault("rejects what it cannot: " + unknown);
      }
    }
  }
}

}  // namespace

std::vector<std::string> Workbook::slugs() const {
  std::vector<std::string> result;
  for (const auto& entry : sorted_entries(root_ / "problems")) {
    std::error_code error;
    if (std::filesystem::is_directory(entry, error)) result.push_back(entry.filename().string());
  }
  return result;
}

Problem Workbook::problem(const std::string& slug) const {
  const std::vector<std::string> known = slugs();
  if (!is_slug(slug) || !std::binary_search(known.begin(), known.end(), slug)) {
    std::string message = fmt::format("there is no problem '{}'.", printable(cut(slug, 80)));
    const std::vector<std::string> near = nearest(slug, known);
    if (!near.empty()) message += fmt::format(" Did you mean {}?", fmt::join(near, " or "));
    throw UsageError(message + " `kata list` shows all.");
  }
  Problem problem;
  problem.slug = slug;
  problem.directory = root_ / "problems" / slug;
  const auto text = read_file(problem.directory / "problem.json", std::size_t{1} << 20);
  if (text) {
    read_problem_json(*text, problem);
  } else {
    problem.faults.push_back("problem.json is missing or cannot be read");
  }
  return problem;
}

bool Workbook::has_solutions() const {
  std::error_code error;
  return std::filesystem::is_directory(root_ / "solutions", error);
}

std::vector<Answer> Workbook::answers(const std::string& slug) const {
  std::vector<Answer> result;
  for (const std::string kind : {"accepted", "rejected"}) {
    for (const auto& file : sorted_entries(root_ / "solutions" / slug / kind)) {
      if (file.extension() != ".hpp") continue;
      const std::string stem = file.stem().string();
      const std::string verdict = kind == "accepted" ? kind : stem.substr(0, stem.find('-'));
      const auto text = read_file(file, std::size_t{1} << 20);
      result.push_back(
          {file, kind + "/" + stem, verdict, promised_warnings(text.value_or(std::string()))});
    }
  }
  return result;
}

std::set<std::string> promised_warnings(const std::string& text) {
  constexpr std::string_view start = "// warns: ";
  std::set<std::string> words;
  for (const std::string_view line : split_lines(text)) {
    if (line.substr(0, 2) != "//") break;
    if (line.substr(0, start.size()) == start) {
      words.insert(std::string(trim(line.substr(start.size()))));
    }
  }
  return words;
}

void read_problem_json(const std::string& text, Problem& problem) {
  const Json json = parse_json(text);
  const auto fault = [&](std::string what) { problem.faults.push_back("problem.json: " + what); };
  if (!json.is_object()) return fault("not a JSON object");
  for (const auto& [key, value] : json.items()) {
    if (key == "title" && value.is_string()) {
      problem.title = value.get<std::string>();
    } else if (key == "chapter" && value.is_string()) {
      problem.chapter = value.get<std::string>();
    } else if (key == "difficulty" && (value == "easy" || value == "medium" || value == "hard")) {
      problem.difficulty = value.get<std::string>();
    } else if (key == "leetcode" && (value.is_null() || value.is_number_unsigned())) {
      if (!value.is_null()) problem.leetcode = value.get<int>();
    } else if (key == "topics" && value.is_array()) {
      for (const Json& topic : value) {
        if (topic.is_string()) problem.topics.push_back(topic.get<std::string>());
      }
    } else if (key == "schedules" && value.is_number_unsigned() && value.get<std::uint64_t>() > 0) {
      problem.schedules = value.get<std::uint64_t>();
    } else if (key == "hints" && value.is_array()) {
      problem.hints = read_hints(value, problem.faults);
    } else if (key == "policy" && value.is_object()) {
      read_policy(value, problem);
    } else {
      fault(fmt::format("'{}' is no field of it, or has a value that it cannot have", key));
    }
  }
  for (const auto& [name, value] : {std::pair{"title", &problem.title},
                                    {"chapter", &problem.chapter},
                                    {"difficulty", &problem.difficulty}}) {
    if (value->empty()) fault(fmt::format("'{}' is missing", name));
  }
  if (problem.topics.empty()) fault("'topics' is missing or empty");
}

std::string shown_path(const std::filesystem::path& path, const std::filesystem::path& root) {
  const std::string whole = path.lexically_normal().string();
  const std::string prefix = root.lexically_normal().string() + "/";
  return whole.rfind(prefix, 0) == 0 ? whole.substr(prefix.size()) : path.string();
}

}  // namespace grader::workbook
