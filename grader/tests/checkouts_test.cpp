// SPDX-License-Identifier: MIT
// Copies of this checkout and its build: under odd names, with damaged files, used by several at
// once. A right and a wrong answer get their verdicts, or a message that says what to do.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <thread>

#include "run/child.hpp"
#include "support.hpp"

namespace grader {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
  return text;
}

// What judging needs of a checkout, as if it had been built in its own place.
class Copy {
 public:
  explicit Copy(const std::string& name) : root_(directory_.path() / name) {
    const auto toolchain = compile::Toolchain::load(fs::path(KATA_BUILD_DIR) / "toolchain.json");
    source_ = toolchain.source_dir;
    built_ = toolchain.build_dir;
    const auto all = fs::copy_options::recursive;
    fs::create_directories(root_ / "build/harness");
    fs::copy(source_ / "problems", root_ / "problems", all);
    fs::create_directory(root_ / "harness");
    fs::copy(source_ / "harness/include", root_ / "harness/include", all);
    fs::copy(toolchain.judge.script, in_copy(toolchain.judge.script));
    fs::copy(toolchain.runtime, in_copy(toolchain.runtime));
    fs::copy(built_ / "harness/pch", root_ / "build/harness/pch", all);
    const fs::path header = root_ / "build/harness/pch/kata/answer.hpp";
    write_file(header, in_copy_text(read_file(header).value_or("")));
    Json json = parse_json(read_file(toolchain.file).value_or(""));
    move(json);
    write_file(root_ / "build/toolchain.json", dump(json));
  }

  const fs::path& root() const { return root_; }
  fs::path runtime() const { return root_ / "build/harness/libkata_runtime.so"; }
  fs::path judge() const { return root_ / "build/judges/foo_bar.o"; }
  fs::path header() const {
    fs::path header = root_ / "build/harness/pch/kata/answer.hpp.gch";
    return fs::exists(header) ? header : header.replace_extension(".pch");
  }

  run::Ended grade(const std::string& answer) const {
    run::Command command;
    command.argv = {KATA_PROGRAM,
                    "grade",
                    "foo_bar",
                    "--submission",
                    (fs::path(GRADER_DIR) / "tests/explanations" / answer).string(),
                    "--schedules",
                    "500",
                    "--json",
                    "-"};
    command.environment = {"KATA_TOOLCHAIN=" + (root_ / "build/toolchain.json").string()};
    command.limits.cpu_seconds = 0;
    command.limits.output = std::size_t{1} << 20;
    return run::run_child(command);
  }

 private:
  std::string in_copy_text(const std::string& text) const {
    return replaced(replaced(text, built_.string(), (root_ / "build").string()), source_.string(),
                    root_.string());
  }
  fs::path in_copy(const fs::path& path) const {
    fs::path copied = in_copy_text(path.string());
    fs::create_directories(copied.parent_path());
    return copied;
  }
  void move(Json& json) const {
    if (json.is_string()) json = in_copy_text(json.get<std::string>());
    if (json.is_structured()) {
      for (Json& member : json) move(member);
    }
  }

  PrivateDirectory directory_;
  fs::path root_, source_, built_;
};

constexpr const char* right_answer = "accepted-two_semaphores.hpp";
constexpr const char* wrong_answer = "deadlock-lost_wakeup.hpp";

std::string verdict_of(const run::Ended& ended) {
  const Json report = parse_json(ended.out);
  const Json& results = array_at(report, "results");
  return results.empty() ? "" : string_or(results[0], "verdict");
}

// Without `advice` both answers are judged as they deserve, else neither is judged.
void expect_no_wrong_verdict(const Copy& copy, const char* advice) {
  for (const bool right : {true, false}) {
    const run::Ended ended = copy.grade(right ? right_answer : wrong_answer);
    SCOPED_TRACE(ended.out + ended.err);
    if (advice == nullptr) {
      EXPECT_EQ(verdict_of(ended), right ? "accepted" : "deadlock");
      EXPECT_EQ(ended.exit_status, right ? 0 : 1);
      continue;
    }
    EXPECT_EQ(ended.exit_status, 3);
    EXPECT_THAT(verdict_of(ended), ::testing::AnyOf("", "internal_error"));
    EXPECT_THAT(ended.out + ended.err, HasSubstr(advice));
  }
}

struct Name {
  const char* test;
  const char* name;
  const char* advice;
};
class Names : public ::testing::TestWithParam<Name> {};

TEST_P(Names, GiveNoWrongVerdict) {
  const Copy copy(GetParam().name);
  expect_no_wrong_verdict(copy, GetParam().advice);
}

constexpr const char* move_it = "move the checkout";
INSTANTIATE_TEST_SUITE_P(
    Checkouts, Names,
    ::testing::Values(Name{"plain", "kata", nullptr}, Name{"blank", "my kata", nullptr},
                      Name{"apostrophe", "ada's", nullptr}, Name{"percent", "100%41", nullptr},
                      Name{"letters", "kâta-日本", nullptr}, Name{"brackets", "kata (1)", nullptr},
                      Name{"signs", "a+b@c~d_e.f-g", nullptr}, Name{"comma", "a,b", move_it},
                      Name{"colon", "a:b", move_it}, Name{"semicolon", "a;b", move_it},
                      Name{"dollar", "$ORIGIN", move_it}, Name{"quote", "a\"b", move_it},
                      Name{"backslash", "a\\b", move_it}, Name{"line", "a\nb", move_it},
                      Name{"star", "a*b?[c]", move_it}),
    [](const auto& info) { return std::string(info.param.test); });

struct Damage {
  const char* name;
  fs::path (Copy::*file)() const;
  double kept;         // of its bytes; below 0: the file is missing
  const char* advice;  // part of the message; null where it is repaired or done without
};
class Damages : public ::testing::TestWithParam<Damage> {};

TEST_P(Damages, GiveNoWrongVerdict) {
  const Damage& damage = GetParam();
  const Copy copy("kata");
  if (damage.file == &Copy::judge) copy.grade(right_answer);  // which makes it
  const fs::path file = (copy.*damage.file)();
  ASSERT_TRUE(fs::exists(file));
  if (damage.kept < 0) {
    fs::remove(file);
  } else {
    fs::resize_file(
        file, static_cast<std::uintmax_t>(static_cast<double>(fs::file_size(file)) * damage.kept));
  }
  expect_no_wrong_verdict(copy, damage.advice);
}

INSTANTIATE_TEST_SUITE_P(
    Checkouts, Damages,
    ::testing::Values(Damage{"no_runtime", &Copy::runtime, -1, "runtime"},
                      Damage{"empty_runtime", &Copy::runtime, 0, "kata doctor"},
                      Damage{"half_a_runtime", &Copy::runtime, 0.5, "runtime"},
                      Damage{"most_of_a_runtime", &Copy::runtime, 0.97, "runtime"},
                      Damage{"no_header", &Copy::header, -1, nullptr},
                      Damage{"empty_header", &Copy::header, 0, nullptr},
                      Damage{"half_a_header", &Copy::header, 0.5, "kata doctor"},
                      Damage{"most_of_a_header", &Copy::header, 0.99, "kata doctor"},
                      Damage{"no_judge", &Copy::judge, -1, nullptr},
                      Damage{"empty_judge", &Copy::judge, 0, nullptr},
                      Damage{"half_a_judge", &Copy::judge, 0.5, nullptr},
                      Damage{"most_of_a_judge", &Copy::judge, 0.95, nullptr}),
    [](const auto& info) { return std::string(info.param.name); });

TEST(Checkouts, SeveralStartAtOnceWhereNoJudgeIsMade) {
  const Copy copy("kata");
  std::vector<run::Ended> ended(6);
  {
    std::vector<std::jthread> starts;
    for (std::size_t i = 0; i < ended.size(); ++i) {
      starts.emplace_back(
          [&, i] { ended[i] = copy.grade(i % 2 == 0 ? right_answer : wrong_answer); });
    }
  }
  for (std::size_t i = 0; i < ended.size(); ++i) {
    EXPECT_EQ(verdict_of(ended[i]), i % 2 == 0 ? "accepted" : "deadlock") << ended[i].out;
  }
}

}  // namespace
}  // namespace grader
