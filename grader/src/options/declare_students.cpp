// SPDX-License-Identifier: MIT
// What a student uses, from the first look at the workbook to the editorial.
#include <CLI/CLI.hpp>
#include <memory>

#include "options/declare.hpp"

namespace grader::cli {

namespace {

void add_target(CLI::App* command, std::optional<std::string>& target) {
  command->add_option(
      "KATA", target,
      "Its folder, class, title or LeetCode number; if left out, that of the current "
      "directory, or the next one that is not solved");
}

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

void declare_next(CLI::App& app, Command& chosen) {
  CLI::App* command =
      add_command(app, "next", "Name the next kata that is not solved.", "kata next");
  command->callback([&chosen] { chosen = Next{}; });
}

void declare_show(CLI::App& app, Command& chosen) {
  const auto values = std::make_shared<Show>();
  CLI::App* command = add_command(app, "show", "Show what a kata asks for.", "kata show foo_bar");
  add_target(command, values->target);
  command->callback([values, &chosen] { chosen = *values; });
}

void declare_watch(CLI::App& app, Command& chosen) {
  const auto values = std::make_shared<Watch>();
  CLI::App* command =
      add_command(app, "watch", "Judge a kata at every save of its file.", "kata watch foo_bar");
  add_target(command, values->target);
  command->add_flag("--poll", values->poll,
                    "Look at the file again and again: for network file systems");
  command->callback([values, &chosen] { chosen = *values; });
}

void declare_hint(CLI::App& app, Command& chosen) {
  const auto values = std::make_shared<Hint>();
  CLI::App* command =
      add_command(app, "hint", "Show one hint; those that fit the last verdict come first.",
                  "kata hint foo_bar");
  add_target(command, values->target);
  command->add_flag("--all", values->all, "All hints at once");
  command->callback([values, &chosen] { chosen = *values; });
}

void declare_open(CLI::App& app, Command& chosen) {
  const auto values = std::make_shared<Open>();
  CLI::App* command =
      add_command(app, "open", "Open a kata's file in $EDITOR, at the line of the last failure.",
                  "kata open foo_bar");
  add_target(command, values->target);
  command->callback([values, &chosen] { chosen = *values; });
}

void declare_reset(CLI::App& app, Command& chosen) {
  const auto values = std::make_shared<Reset>();
  CLI::App* command =
      add_command(app, "reset", "Make a kata's file the stub again; your answer is kept aside.",
                  "kata reset foo_bar");
  add_target(command, values->target);
  command->callback([values, &chosen] { chosen = *values; });
}

void declare_progress(CLI::App& app, Command& chosen) {
  CLI::App* command = add_command(app, "progress", "Show which katas are solved.", "kata progress");
  command->callback([&chosen] { chosen = ShowProgress{}; });
}

void declare_solution(CLI::App& app, Command& chosen) {
  const auto values = std::make_shared<Solution>();
  CLI::App* command = add_command(
      app, "solution", "Show the editorial of a kata; asks first while it is not solved.",
      "kata solution foo_bar");
  add_target(command, values->target);
  command->add_flag("--yes", values->yes, "Do not ask");
  command->callback([values, &chosen] { chosen = *values; });
}

}  // namespace

void declare_for_students(CLI::App& app, Command& chosen) {
  declare_list(app, chosen);
  declare_next(app, chosen);
  declare_show(app, chosen);
  declare_grade(app, chosen);
  declare_watch(app, chosen);
  declare_hint(app, chosen);
  declare_replay(app, chosen);
  declare_open(app, chosen);
  declare_reset(app, chosen);
  declare_progress(app, chosen);
  declare_compare(app, chosen);
  declare_solution(app, chosen);
}

}  // namespace grader::cli
