// SPDX-License-Identifier: MIT
// Hostile answers, and honest ones that look like them (accepted-…): each
// attacks/<verdict>-<name>.hpp to foo_bar, and attacks/<kata>/<verdict>-<name>.hpp to another kata,
// gets its verdict, in a namespace of its own where the machine has them, and nothing outside has
// changed afterwards.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <set>

#include "base/text.hpp"
#include "run/child.hpp"
#include "support.hpp"

namespace grader {
namespace {

namespace fs = std::filesystem;

const fs::path attacks = fs::path(GRADER_DIR) / "tests/attacks";

std::string verdict_of(const std::string& name) {
  const std::size_t slash = name.find('/');
  const std::size_t from = slash == std::string::npos ? 0 : slash + 1;
  return name.substr(from, name.find('-', from) - from);
}

// What is checked out, so that each commit tries others than the one before; "" without git.
std::string checked_out() {
  const fs::path git = fs::path(GRADER_DIR) / "../.git";
  const std::string head(trim(read_file(git / "HEAD").value_or("")));
  constexpr std::string_view reference = "ref: ";
  if (!head.starts_with(reference)) return head;
  return read_file(git / head.substr(reference.size())).value_or("");
}

// A third of `all`, and of each verdict one at least. Honest answers and those to other katas than
// foo_bar always take part.
std::vector<std::string> sample_of(const std::vector<std::string>& all) {
  std::vector<std::string> chosen;
  std::set<std::string> seen;
  const std::string turn = checked_out();
  for (const std::string& name : all) {
    const std::string verdict = verdict_of(name);
    const bool always = verdict == "accepted" || name.find('/') != std::string::npos;
    const bool drawn = std::hash<std::string>{}(name + turn) % 3 == 0;
    if (always || seen.insert(verdict).second || drawn) chosen.push_back(name);
  }
  return chosen;
}

std::vector<std::string> names() {
  std::vector<std::string> all;
  for (const auto& entry : fs::recursive_directory_iterator(attacks)) {
    if (!entry.is_regular_file()) continue;
    all.push_back(fs::relative(entry.path(), attacks).replace_extension().string());
  }
  // Some take half a minute, to their end at a limit: KATA_ALL_ATTACKS=1 runs them as well, and all
  // others.
  if (std::getenv("KATA_ALL_ATTACKS") == nullptr) {
    std::erase_if(all, [](const std::string& name) { return name.starts_with("time_limit-"); });
  }
  std::sort(all.begin(), all.end());
  return std::getenv("KATA_ALL_ATTACKS") != nullptr ? all : sample_of(all);
}

// A process that ends takes everything in its namespace with it.
std::vector<std::string> in_namespace() {
  static const std::vector<std::string> words = [] {
    std::vector<std::string> unshare = {"/usr/bin/unshare", "-rpf", "--mount-proc", "--kill-child"};
    run::Command command;
    command.argv = unshare;
    command.argv.emplace_back("/bin/true");
    try {
      const run::Ended ended = run::run_child(command);
      if (ended.signal == 0 && ended.exit_status == 0) return unshare;
    } catch (const std::exception&) {
    }
    return std::vector<std::string>{};
  }();
  return words;
}

// Names and texts of all files in `directory`.
std::set<std::string> state_of(const fs::path& directory) {
  std::set<std::string> state;
  for (const auto& entry : fs::recursive_directory_iterator(directory)) {
    state.insert(entry.path().string() + ": " + read_file(entry.path()).value_or(""));
  }
  return state;
}

int status_of(const std::string& verdict) {
  return verdict == "accepted" ? 0 : verdict == "internal_error" ? 3 : 1;
}

// Grades the attack in a namespace. `kernel`: words in front, which make it another one.
void expect_its_verdict(const std::string& name, const std::vector<std::string>& kernel) {
  const fs::path toolchain = fs::path(KATA_BUILD_DIR) / "toolchain.json";
  const PrivateDirectory temporary;
  const std::size_t slash = name.find('/');
  const std::string kata = slash == std::string::npos ? "foo_bar" : name.substr(0, slash);
  const fs::path problems = compile::Toolchain::load(toolchain).source_dir / "problems";
  const std::set<std::string> before = state_of(problems);
  run::Command command;
  command.argv = in_namespace();
  command.argv.insert(command.argv.end(), kernel.begin(), kernel.end());
  command.argv.insert(command.argv.end(),
                      {KATA_PROGRAM, "grade", kata, "--submission",
                       (attacks / (name + ".hpp")).string(), "--schedules", "300", "--json", "-"});
  command.environment = {"KATA_TOOLCHAIN=" + toolchain.string(),
                         "TMPDIR=" + temporary.path().string(),
                         // What makes the compiler work without end need not be waited for.
                         "KATA_COMPILER_SECONDS=10"};
  command.limits.output = std::size_t{1} << 20;
  command.limits.cpu_seconds = 0;  // the grader's own limits hold
  const run::Ended ended = run::run_child(command);
  EXPECT_EQ(ended.signal, 0) << ended.err;
  const std::string filed = verdict_of(name);
  EXPECT_EQ(ended.exit_status, status_of(filed)) << ended.err;
  const Json report = parse_json(ended.out);
  ASSERT_FALSE(report.is_discarded()) << ended.out;
  EXPECT_EQ(testing::schema_faults(report), "");
  const Json& results = array_at(report, "results");
  ASSERT_EQ(results.size(), 1) << ended.out;
  EXPECT_EQ(string_or(results[0], "verdict"), filed) << ended.out;
  // What a submission makes of its messages stays short.
  EXPECT_LT(ended.out.size(), std::size_t{512} << 10);
  EXPECT_TRUE(fs::is_empty(temporary.path())) << "something was left";
  EXPECT_EQ(state_of(problems), before);
}

std::string test_name(const ::testing::TestParamInfo<std::string>& info) {
  std::string name = info.param;
  std::replace_if(
      name.begin(), name.end(), [](char c) { return std::isalnum(c) == 0; }, '_');
  return name;
}

class Attacks : public ::testing::TestWithParam<std::string> {};

TEST_P(Attacks, GetTheirVerdictAndChangeNothing) { expect_its_verdict(GetParam(), {}); }

INSTANTIATE_TEST_SUITE_P(Filed, Attacks, ::testing::ValuesIn(names()), test_name);

// Those that reach for files. KATA_ALL_ATTACKS=1 runs the others as well.
std::vector<std::string> names_for_old_kernels() {
  std::vector<std::string> chosen = names();
  // Landlock makes the compiler's question for a file an error; without it the answer is "no".
  std::erase(chosen, "compile_error-probes_for_files");
  if (std::getenv("KATA_ALL_ATTACKS") != nullptr) return chosen;
  std::erase_if(chosen, [](const std::string& name) {
    for (const char* word : {"reads", "opens", "writes", "fills", "removes", "looks_for", "probes",
                             "includes", "embeds", "accepted-prints"}) {
      if (name.find(word) != std::string::npos) return false;
    }
    return true;
  });
  return chosen;
}

class AttacksWithoutLandlock : public ::testing::TestWithParam<std::string> {};

TEST_P(AttacksWithoutLandlock, GetTheirVerdictAndChangeNothing) {
  expect_its_verdict(GetParam(), {OLD_KERNEL, "landlock", "--"});
}

INSTANTIATE_TEST_SUITE_P(Filed, AttacksWithoutLandlock,
                         ::testing::ValuesIn(names_for_old_kernels()), test_name);

// Without seccomp nothing runs, so nothing is accepted.
TEST(AttacksWithoutSeccomp, AreNotJudged) {
  const auto toolchain = fs::path(KATA_BUILD_DIR) / "toolchain.json";
  for (const char* name : {"crash-exit", "accepted-pauses"}) {
    run::Command command;
    command.argv = {
        OLD_KERNEL, "seccomp", "--",           KATA_PROGRAM,
        "grade",    "foo_bar", "--submission", (attacks / (std::string(name) + ".hpp")).string()};
    command.environment = {"KATA_TOOLCHAIN=" + toolchain.string()};
    command.limits.cpu_seconds = 0;
    const run::Ended ended = run::run_child(command);
    EXPECT_EQ(ended.exit_status, 3);
    EXPECT_THAT(ended.out, ::testing::HasSubstr("PR_SET_SECCOMP"));
  }
}

}  // namespace
}  // namespace grader
