// SPDX-License-Identifier: MIT
#include "support.hpp"

#include <nlohmann/json.hpp>
#include <sstream>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "report/report.hpp"
#include "run/child.hpp"
#include "workbook/front_page.hpp"

namespace grader::testing {

std::string schema_faults(const Json& report) {
  // valijson knows nlohmann's other json type.
  using PlainJson = nlohmann::json;
  const auto text =
      read_file(std::filesystem::path(GRADER_DIR) / "../harness/schema/report.schema.json");
  const PlainJson schema_json = PlainJson::parse(text.value_or(""));
  valijson::Schema schema;
  valijson::SchemaParser().populateSchema(valijson::adapters::NlohmannJsonAdapter(schema_json),
                                          schema);
  const PlainJson plain = PlainJson::parse(dump(report));
  valijson::ValidationResults results;
  valijson::Validator validator;
  if (validator.validate(schema, valijson::adapters::NlohmannJsonAdapter(plain), &results)) {
    return "";
  }
  std::ostringstream faults;
  for (valijson::ValidationResults::Error error; results.popError(error);) {
    for (const std::string& part : error.context) faults << part;
    faults << ": " << error.description << '\n';
  }
  return faults.str();
}

std::string result_faults(const Json& result) {
  Json report = report::make_report({}, "1");
  report["results"].push_back(result);
  return schema_faults(report);
}

std::string result_faults(const Result& result) { return result_faults(to_json(result)); }

void put(const std::filesystem::path& path, const std::string& text) {
  std::filesystem::create_directories(path.parent_path());
  write_file(path, text);
}

SmallWorkbook::SmallWorkbook() {
  const std::filesystem::path problem = root() / "problems/pair";
  put(problem / "README.md", "# Pair\n");
  for (const char* stub : {"pair.hpp", ".stub.hpp"}) {
    put(problem / stub, "// The stub.\nint answer() { return 1; }\n");
  }
  const auto harness = std::filesystem::path(GRADER_DIR) / "tests/fixtures/pair_harness.cpp";
  put(problem / "harness.cpp", read_file(harness).value_or(""));
  // In place of the engine's header: what it would declare, and nothing of an engine.
  put(root() / "include/kata/answer.hpp", "#pragma once\n");
  put(problem / "answer.hpp",
      "int answer();\nextern \"C\" {\nextern int (*const kata_make_answer)();\n"
      "int (*const kata_make_answer)() = &answer;\n}\n");
  put(problem / "problem.json",
      R"({"title": "Pair", "difficulty": "easy", "chapter": "Tests", "topics": ["none"],
          "schedules": 1})");
  workbook::write_front_page(workbook::Workbook(root()));
  // What is said plainly depends on the compiler.
  const auto file = std::filesystem::path(KATA_BUILD_DIR) / "toolchain.json";
  const Json built = parse_json(read_file(file).value_or(""));
  Json judge = built.at("judge");
  judge["global_names"] = {"main"};
  const Json toolchain = {
      {"compiler", CXX_COMPILER},
      {"compile_flags",
       {"-std=c++20", "-fno-pie", "-Wall", "-Wextra", "-I" + (root() / "include").string()}},
      {"judge", judge},
      {"link_flags", {"-no-pie"}},
      {"diagnostic_flags", built.at("diagnostic_flags")},
      {"runtime", (root() / "none.so").string()},
      {"source_dir", root().string()},
      {"build_dir", (root() / "build").string()},
      // The harness only pretends: its submissions may call what they like.
      {"controlled", false},
      {"version", "1"}};
  put(root() / "build/toolchain.json", dump(toolchain));
}

grading::Grader SmallWorkbook::grader() const {
  return {compile::Toolchain::load(root() / "build/toolchain.json"), workbook::Workbook(root())};
}

Json SmallWorkbook::grade(const std::string& text) const {
  put(root() / "handed_in.hpp", text);
  return to_json(grader().grade(problem(), {root() / "handed_in.hpp", "handed_in.hpp"}, {}));
}

void expect_golden(const std::filesystem::path& file, const std::string& text) {
  if (std::getenv("KATA_UPDATE_GOLDENS") != nullptr) write_file(file, text);
  EXPECT_EQ(text, read_file(file).value_or("(no such file)")) << file;
}

KataRun kata(const std::vector<std::string>& arguments, const std::filesystem::path& toolchain,
             const std::vector<std::string>& environment) {
  run::Command command;
  command.argv = {KATA_PROGRAM};
  command.argv.insert(command.argv.end(), arguments.begin(), arguments.end());
  command.environment = environment;
  command.environment.push_back("KATA_TOOLCHAIN=" + toolchain.string());
  command.limits.output = std::size_t{16} << 20;
  command.limits.cpu_seconds = 0;  // it has limits of its own, which are higher
  // Only for a command that hangs: a slow machine needs a minute for what takes seconds.
  command.limits.wall = std::chrono::minutes(4);
  const run::Ended ended = run::run_child(command);
  return {ended.signal != 0 ? 128 + ended.signal : ended.exit_status, ended.out, ended.err};
}

}  // namespace grader::testing
