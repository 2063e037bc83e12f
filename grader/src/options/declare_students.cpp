// SPDX-License-Identifier: MIT
// What a student uses: list, grade, replay, compare.
#include <CLI/CLI.hpp>
#include <memory>

#include "options/declare.hpp"

namespace grader::cli {

namespace {

void declare_list(CLI::App& app, Command& chosen) {
  const auto values = std::make_shared<List>();
  CLI::App* command = add_command(app, "list", "Show all katas.", "kata list");
  CLI::Option* markdown =
      command->add_flag("--markdown", values->markdown, "As the table of problems/README.md");
  command
      ->add_flag(
          "--write", values->write,
          "Bring the table in problems/README.md up to date (kata check says when it is not)")
      ->excludes(markdown);
  command->callback([values, &chosen] { chosen = *values; });
}

void declare_grade(CLI::App& app, Command& chosen) {
  const auto values = std::make_shared<Grade>();
  CLI::App* command = add_command(app, "grade", "Judge what is in the stubs, or in a file.",
                                  "kata grade foo_bar --submission answer.hpp --schedules 50000");
  command->add_option("SLUG", values->targets, "Katas, or files named <slug>.hpp");
  command->add_flag("--all", values->all, "Every kata, with a line or two for each");
  add_submission(command, values->submission);
  add_exploration(command, values->options);
  command
      ->add_option("--engine", values->options.engine,
                   "controlled, or native: real threads with random delays, a cross-check that "
                   "shows little when it finds nothing")
      ->check(CLI::IsMember({"controlled", "native"}))
      ->capture_default_str();
  command
      ->add_option("--sanitize", values->options.sanitizer,
                   "With the native engine: ThreadSanitizer, or AddressSanitizer with "
                   "UndefinedBehaviorSanitizer")
      ->check(CLI::IsMember({"none", "thread", "address"}))
      ->capture_default_str();
  add_reports(command, values->reports);
  add_compiler(command, values->compiler);
  command->callback([values, &chosen] { chosen = *values; });
}

void declare_replay(CLI::App& app, Command& chosen) {
  const auto values = std::make_shared<Replay>();
  CLI::App* command = add_command(app, "replay", "Run the one schedule that a report names.",
                                  "kata replay foo_bar:AQoBAgM --submission answer.hpp");
  command->add_option("TOKEN", values->token, "slug:TOKEN, from the end of a report")->required();
  add_submission(command, values->submission);
  add_reports(command, values->reports);
  add_compiler(command, values->compiler);
  command->callback([values, &chosen] { chosen = *values; });
}

void declare_compare(CLI::App& app, Command& chosen) {
  const auto values = std::make_shared<Compare>();
  CLI::App* command =
      add_command(app, "compare", "Show a submission beside the accepted answers of solutions/.",
                  "kata compare foo_bar --schedules 2000");
  command->add_option("SLUG", values->slug, "A kata")->required();
  add_submission(command, values->submission);
  add_exploration(command, values->options);
  add_compiler(command, values->compiler);
  command->callback([values, &chosen] { chosen = *values; });
}

}  // namespace

void declare_for_students(CLI::App& app, Command& chosen) {
  declare_list(app, chosen);
  declare_grade(app, chosen);
  declare_replay(app, chosen);
  declare_compare(app, chosen);
}

}  // namespace grader::cli
