// SPDX-License-Identifier: MIT
#include "options/declare.hpp"

#include <CLI/CLI.hpp>

namespace grader::cli {

CLI::App* add_command(CLI::App& app, const char* name, const char* what, const char* example) {
  CLI::App* command = app.add_subcommand(name, what);
  command->footer(std::string("Example: ") + example + "\n" + exit_statuses);
  return command;
}

void add_exploration(CLI::App* command, grading::Options& options, const char* schedules) {
  command->add_option("--schedules", options.schedules, schedules)
      ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{1'000'000'000}));
  command->add_option("--seed", options.seed, "What the random choices start from")
      ->check(CLI::NonNegativeNumber)
      ->capture_default_str();
  command->add_option("--strategy", options.strategy, "How schedules are chosen")
      ->check(CLI::IsMember(strategy_names()))
      ->capture_default_str();
  command->add_option("--time-limit", options.time_limit, "Seconds for all schedules together")
      ->check(CLI::Range(0.01, 86400.0))
      ->capture_default_str();
}

void add_compiler(CLI::App* command, std::optional<std::string>& compiler) {
  command
      ->add_option("--compiler", compiler,
                   "Compile with this g++ or clang++, a name or a path (else: what KATA_CXX "
                   "names, else the one that built kata)")
      ->type_name("CXX");
}

void add_submission(CLI::App* command, std::optional<std::string>& submission) {
  command->add_option("--submission", submission, "Judge FILE instead of the stub")
      ->type_name("FILE");
}

void add_json(CLI::App* command, std::optional<std::string>& json) {
  command
      ->add_option("--json", json,
                   "Write the report to FILE; - is standard output, with nothing else on it")
      ->type_name("FILE");
}

void add_reports(CLI::App* command, std::vector<ReportFile>& reports) {
  for (const report::Format& format : report::formats()) {
    command
        ->add_option_function<std::string>(
            std::string("--") + format.name,
            [&reports, &format](const std::string& target) {
              reports.push_back({&format, target});
            },
            format.help)
        ->type_name("FILE");
  }
}

}  // namespace grader::cli
