// SPDX-License-Identifier: MIT
#include "workbook/progress.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/errors.hpp"
#include "base/files.hpp"
#include "base/json.hpp"

namespace grader::workbook {

namespace {

namespace fs = std::filesystem;

constexpr const char* format = "kata/progress/1";

// FNV-1a of 64 bits (Fowler, Noll, Vo): nobody gains by a collision, which would only show an old
// verdict to its own author.
std::uint64_t add_to_hash(std::uint64_t hash, const std::string& text) {
  for (const char c : text) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  }
  return (hash ^ 0x100) * 0x100000001b3;  // where one text ends and the next begins
}

std::uint64_t count_at(const Json& object, const char* key) {
  const Json& value = member_at(object, key);
  return value.is_number_unsigned() ? value.get<std::uint64_t>() : 0;
}

Record record_in(const Json& json) {
  Record record;
  record.content = string_or(json, "content");
  record.verdict = verdict_named(string_or(json, "verdict")).value_or(Verdict::internal_error);
  record.line = count_at(json, "line");
  record.hints_shown = count_at(json, "hints_shown");
  for (const Json& hint : array_at(json, "hints")) {
    if (hint.is_string()) record.hints.push_back(hint.get<std::string>());
  }
  return record;
}

}  // namespace

std::string content_of(const Problem& problem) {
  const auto stub = read_file(problem.stub());
  if (!stub) return "";
  std::uint64_t hash = add_to_hash(0xcbf29ce484222325, *stub);
  for (const fs::path& judge : {problem.harness(), problem.answer()}) {
    hash = add_to_hash(hash, read_file(judge).value_or(""));
  }
  return fmt::format("{:016x}", hash);
}

bool is_as_shipped(const Problem& problem) {
  const auto shipped = read_file(problem.shipped());
  return shipped && shipped == read_file(problem.stub());
}

Progress::Progress(const Workbook& workbook)
    : file_(workbook.root() / ".kata" / "progress.json"), records_(read()) {}

std::map<std::string, Record> Progress::read() const {
  std::map<std::string, Record> records;
  const Json json = parse_json(read_file(file_).value_or("{}"));
  if (string_or(json, "format") != format) return records;
  for (const auto& [slug, one] : object_at(json, "katas").items()) {
    if (one.is_object()) records[slug] = record_in(one);
  }
  return records;
}

Record Progress::of(const std::string& slug) const {
  const auto found = records_.find(slug);
  return found == records_.end() ? Record{} : found->second;
}

Standing Progress::standing(const Problem& problem) const {
  const Record record = of(problem.slug);
  if (!record.content.empty() && record.content == content_of(problem)) {
    if (record.verdict == Verdict::accepted) return Standing::accepted;
    if (!is_as_shipped(problem)) return Standing::rejected;
  }
  return is_as_shipped(problem) ? Standing::untouched : Standing::not_judged;
}

void Progress::note(const std::string& slug, const Record& record) {
  std::error_code error;
  fs::create_directories(file_.parent_path(), error);
  const fs::path lock_file = file_.parent_path() / "lock";
  const Descriptor lock(open(lock_file.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0666));
  if (!lock.open() || flock(lock.get(), LOCK_EX) != 0) return;
  records_ = read();  // others may have come further meanwhile
  records_[slug] = record;
  Json katas = Json::object();
  for (const auto& [name, one] : records_) {
    katas[name] = {{"content", one.content},
                   {"verdict", word_of(one.verdict)},
                   {"line", one.line},
                   {"hints", one.hints},
                   {"hints_shown", one.hints_shown}};
  }
  // All of it or nothing, however the process ends.
  const fs::path fresh = file_.parent_path() / fmt::format("progress.{}", getpid());
  try {
    write_file(fresh, dump(Json{{"format", format}, {"katas", katas}}, 2) + "\n");
    fs::rename(fresh, file_);
  } catch (const std::exception&) {
    fs::remove(fresh, error);
  }
}

}  // namespace grader::workbook
