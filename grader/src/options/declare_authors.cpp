// SPDX-License-Identifier: MIT
// What an author of katas uses: new, check, mutate, crosscheck, test.
#include <CLI/CLI.hpp>
#include <memory>

#include "options/declare.hpp"

namespace grader::cli {

namespace {

void declare_new(CLI::App& app, Command& chosen) {
  const auto values = std::make_shared<New>();
  CLI::App* command =
      add_command(app, "new", "Begin a kata: files to fill in, from grader/templates/.",
                  "kata new bounded_stack");
  command
      ->add_option("SLUG", values->slug,
                   "Its name and its folder's: small letters, digits, underscores")
      ->required();
  command->callback([values, &chosen] { chosen = *values; });
}

void declare_check(CLI::App& app, Command& chosen) {
  const auto values = std::make_shared<Check>();
  CLI::App* command = add_command(
      app, "check", "Check the workbook: stubs rejected, every filed answer judged as it is filed.",
      "kata check foo_bar --seeds 20 --schedules 100000 --jobs 2");
  command->add_option("SLUG", values->slugs, "Katas; all if none is named");
  command
      ->add_option("--seeds", values->seeds,
                   "Judge every answer with so many seeds, from --seed on; with more than one, "
                   "ends with the rejected answers that were hardest to reject")
      ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{1'000'000}))
      ->capture_default_str();
  command->add_option("--jobs", values->jobs, "Answers judged at once; 0: one for each processor")
      ->capture_default_str();
  add_exploration(command, values->options,
                  "Schedules for each accepted answer and seed, if not the problem's own number; "
                  "the others must be rejected within the problem's own");
  add_compiler(command, values->compiler);
  command->callback([values, &chosen] { chosen = *values; });
}

void declare_mutate(CLI::App& app, Command& chosen) {
  const auto values = std::make_shared<Mutate>();
  CLI::App* command =
      add_command(app, "mutate",
                  "Put small mistakes into the accepted answers and see which of them "
                  "the judge does not notice.",
                  "kata mutate foo_bar --only atomic_wait --json mutants.json");
  command->add_option("SLUG", values->slugs, "Katas");
  command->add_flag("--all", values->all, "Every kata");
  command->add_option("--only", values->only, "Mutate this accepted answer only: its file or name")
      ->type_name("FILE");
  command->add_option("--jobs", values->jobs, "Mutants judged at once; 0: one for each processor")
      ->capture_default_str();
  // Most that need long never end, and there are many of them.
  values->options.time_limit = 20;
  add_exploration(command, values->options);
  add_json(command, values->json);
  add_compiler(command, values->compiler);
  command->callback([values, &chosen] { chosen = *values; });
}

void declare_crosscheck(CLI::App& app, Command& chosen) {
  const auto values = std::make_shared<Crosscheck>();
  CLI::App* command = add_command(
      app, "crosscheck",
      "Run the workbook's answers on real threads as well, and list what the two engines "
      "disagree about.",
      "kata crosscheck foo_bar --sanitize thread --json -");
  command->footer(
      "Example: kata crosscheck foo_bar --sanitize none,thread,address --schedules 2000\n"
      "Exit status: 0 no disagreement, 1 some, 2 used wrongly, 3 could not judge.");
  command->add_option("SLUG", values->slugs, "Katas");
  command->add_flag("--all", values->all, "Every kata");
  command
      ->add_option("--sanitize", values->sanitizers,
                   "Run natively once with each of these: none, thread, address")
      ->delimiter(',')
      ->check(CLI::IsMember({"none", "thread", "address"}))
      ->capture_default_str();
  command
      ->add_option("--schedules", values->schedules,
                   "Native runs of each answer; the controlled engine has the problem's own number")
      ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{1'000'000'000}))
      ->capture_default_str();
  command->add_option("--seed", values->seed, "What the random choices start from")
      ->check(CLI::NonNegativeNumber)
      ->capture_default_str();
  command
      ->add_option("--time-limit", values->time_limit, "Seconds for all native runs of one answer")
      ->check(CLI::Range(0.01, 86400.0))
      ->capture_default_str();
  command->add_option("--jobs", values->jobs, "Answers run at once; 0: one for each processor")
      ->capture_default_str();
  add_json(command, values->json);
  command->callback([values, &chosen] { chosen = *values; });
}

void declare_test(CLI::App& app, Command& chosen) {
  const auto values = std::make_shared<Test>();
  CLI::App* command =
      add_command(app, "test", "Run the project's own tests, then kata check.", "kata test");
  command->add_option("--jobs", values->jobs, "Tests at once; 0: one for each processor")
      ->capture_default_str();
  command->callback([values, &chosen] { chosen = *values; });
}

}  // namespace

void declare_for_authors(CLI::App& app, Command& chosen) {
  declare_new(app, chosen);
  declare_check(app, chosen);
  declare_mutate(app, chosen);
  declare_crosscheck(app, chosen);
  declare_test(app, chosen);
}

}  // namespace grader::cli
