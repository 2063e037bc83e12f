// SPDX-License-Identifier: MIT
// kata crosscheck: what counts as a disagreement, and that one is found where there is one.
#include "report/crosscheck.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "support.hpp"

namespace grader::report {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

Relation of(Verdict controlled, Verdict native) {
  return relation({controlled, "", 1, 0}, {native, "", 1, 0});
}

TEST(Crosscheck, OnlyWhatOneEngineMustHaveWrongIsADisagreement) {
  EXPECT_EQ(of(Verdict::accepted, Verdict::accepted), Relation::agrees);
  EXPECT_EQ(of(Verdict::deadlock, Verdict::deadlock), Relation::agrees);
  EXPECT_EQ(of(Verdict::deadlock, Verdict::accepted), Relation::missed);
  EXPECT_EQ(of(Verdict::deadlock, Verdict::data_race), Relation::other_kind);
  EXPECT_EQ(of(Verdict::accepted, Verdict::data_race), Relation::disagrees);
  EXPECT_EQ(of(Verdict::accepted, Verdict::deadlock), Relation::disagrees);
  EXPECT_EQ(of(Verdict::compile_error, Verdict::accepted), Relation::disagrees);
  EXPECT_EQ(of(Verdict::accepted, Verdict::compile_error), Relation::disagrees);
  EXPECT_EQ(of(Verdict::accepted, Verdict::internal_error), Relation::not_judged);
}

TEST(Crosscheck, TableCountsEverySanitizerForItself) {
  std::vector<Crosschecked> answers(2);
  answers[0] = {"a/accepted/x", "accepted", {Verdict::accepted, "", 9, 1}, {}};
  answers[0].native = {{"none", {Verdict::accepted, "", 5, 1}},
                       {"thread", {Verdict::data_race, "a race", 2, 1}}};
  answers[1] = {"a/rejected/deadlock-y", "deadlock", {Verdict::deadlock, "", 3, 1}, {}};
  answers[1].native = {{"none", {Verdict::accepted, "", 5, 1}},
                       {"thread", {Verdict::deadlock, "", 2, 1}}};
  const std::string text = render_crosscheck(answers, {});
  EXPECT_THAT(text, HasSubstr("accepts 1 answers and rejects 1"));
  EXPECT_THAT(text, HasSubstr("native, thread sanitizer: data_race — a race"));
  const Json json = crosscheck_json(answers);
  EXPECT_EQ(json["disagreements"], 1);
  EXPECT_EQ(json["answers"][1]["native"][0]["relation"], "missed");
}

// The real kata foo_bar with answers of our own, judged by this build's engines.
class CrosscheckCommand : public ::testing::Test {
 protected:
  void SetUp() override {
    const char* named = std::getenv("KATA_TOOLCHAIN");
    const auto file =
        named != nullptr ? named : std::filesystem::path(KATA_BUILD_DIR) / "toolchain.json";
    if (!std::filesystem::exists(file)) GTEST_SKIP() << "no " << file;
    Json toolchain = parse_json(read_file(file).value_or(""));
    std::filesystem::create_directories(root() / "problems");
    std::filesystem::copy(
        std::filesystem::path(string_or(toolchain, "source_dir")) / "problems/foo_bar",
        root() / "problems/foo_bar");
    toolchain["source_dir"] = root().string();
    testing::put(root() / "toolchain.json", dump(toolchain));
  }

  std::filesystem::path root() const { return directory_.path(); }

  void answer(const std::string& name, const std::string& give_turn) const {
    testing::put(root() / "solutions/foo_bar" / (name + ".hpp"),
                 "#include <functional>\n#include <semaphore>\nclass FooBar {\n public:\n"
                 "  explicit FooBar(int n) : n_(n) {}\n"
                 "  void foo(std::function<void()> print) {\n"
                 "    for (int i = 0; i < n_; ++i) { a.acquire(); print(); b.release(); }\n  }\n"
                 "  void bar(std::function<void()> print) {\n"
                 "    for (int i = 0; i < n_; ++i) {\n" +
                     give_turn +
                     "\n      print(); a.release(); }\n  }\n private:\n  int n_;\n"
                     "  std::binary_semaphore a{1}, b{0};\n};\n");
  }

  testing::KataRun crosscheck(const std::vector<std::string>& more) const {
    std::vector<std::string> words = {"crosscheck"};
    words.insert(words.end(), more.begin(), more.end());
    return testing::kata(words, root() / "toolchain.json");
  }

  PrivateDirectory directory_;
};

TEST_F(CrosscheckCommand, ListsADisagreementAndExitsWith1) {
  answer("accepted/right", "      b.acquire();");
  answer("rejected/deadlock-never_given", "      b.acquire(); b.acquire();");
  const std::vector<std::string> words = {"foo_bar", "--sanitize", "none", "--schedules", "50"};
  const testing::KataRun good = crosscheck(words);
  EXPECT_EQ(good.status, 0) << good.out << good.err;
  EXPECT_THAT(good.out, HasSubstr("accepts 1 answers and rejects 1"));
  EXPECT_THAT(good.out, HasSubstr("No disagreement."));

  // Right only where the controlled engine compiles it: that does so with -fsanitize=thread.
  answer("accepted/planted",
         "#ifdef __SANITIZE_THREAD__\n      b.acquire();\n#elif defined(__has_feature)\n"
         "#if __has_feature(thread_sanitizer)\n      b.acquire();\n#endif\n#endif");
  const testing::KataRun bad = crosscheck(words);
  EXPECT_EQ(bad.status, 1) << bad.out << bad.err;
  EXPECT_THAT(bad.out, HasSubstr("✗ foo_bar/accepted/planted  accepted; native: wrong_answer"));
  EXPECT_THAT(bad.out, HasSubstr("Disagreements"));
  EXPECT_THAT(bad.out, Not(HasSubstr("No disagreement.")));

  const testing::KataRun json =
      crosscheck({"--all", "--sanitize", "none", "--schedules", "50", "--json", "-"});
  EXPECT_EQ(json.status, 1);
  const Json report = parse_json(json.out);
  EXPECT_EQ(report["schema"], "kata/crosscheck/1");
  EXPECT_EQ(report["disagreements"], 1) << json.out;
}

TEST_F(CrosscheckCommand, SaysWhenItIsUsedWrongly) {
  EXPECT_EQ(crosscheck({}).status, 2);
  EXPECT_EQ(crosscheck({"foo_bar", "--all"}).status, 2);
  EXPECT_EQ(crosscheck({"foo_bar"}).status, 2) << "there are no answers";
  EXPECT_EQ(crosscheck({"foo_bar", "--sanitize", "luck"}).status, 2);
}

}  // namespace
}  // namespace grader::report
