// SPDX-License-Identifier: MIT
// What an engineer uses on programs of their own, and on this machine: explore, bench, doctor.
#include <CLI/CLI.hpp>
#include <memory>

#include "options/declare.hpp"

namespace grader::cli {

namespace {

void declare_explore(CLI::App& app, Command& chosen) {
  const auto values = std::make_shared<Explore>();
  CLI::App* command =
      add_command(app, "explore",
                  "Run a C or C++ program of your own through many schedules and look for bugs.",
                  "kata explore queue.cpp --races allow --schedules 50000 -- 3 items");
  command->footer(
      "Example: kata explore queue.c util.c --flag=-DSIZE=2 -- 3\nWhat follows -- is what its "
      "main gets.\nExit status: 0 nothing found, 1 a bug found, 2 used wrongly or it does not "
      "compile, 3 could not judge.");
  grading::ProgramRun& run = values->run;
  command->add_option("FILE", run.sources.files, "The program's source files; .c is C")->required();
  command->add_option("--flag", run.sources.flags, "A flag for the compiler, as --flag=-DSIZE=2")
      ->type_name("CXXFLAG")
      ->allow_extra_args(false);
  command
      ->add_option_function<std::string>(
          "--races", [&run](const std::string& mode) { run.races_allowed = mode == "allow"; },
          "Whether a data race is a bug in itself (report), or only what it leads to (allow)")
      ->check(CLI::IsMember({"report", "allow"}))
      ->default_str("report");
  command
      ->add_option("--exit-status", run.exit_status,
                   "An exit status that is no bug, besides 0; any: none is")
      ->check(CLI::IsMember({"any"}) | CLI::Range(0, 255))
      ->type_name("any|N");
  command
      ->add_option("--late", run.late,
                   "Seconds that ready threads may be late in all; a wait with a longer limit ends "
                   "early only if no thread can go on (else: 1)")
      ->check(CLI::Range(0.0, 43200.0))
      ->type_name("SECONDS");
  add_exploration(command, run.options);
  command->add_option("--replay", values->replay, "Run only this schedule, from a report")
      ->type_name("TOKEN");
  add_reports(command, values->reports);
  add_compiler(command, values->compiler);
  command->callback([values, &chosen] { chosen = *values; });
}

void declare_bench(CLI::App& app, Command& chosen) {
  const auto values = std::make_shared<Bench>();
  CLI::App* command = add_command(
      app, "bench", "Measure how soon each strategy finds the bugs of a set of programs.",
      "kata bench detection --seeds 10 --strategies portfolio,random");
  command->add_option("BENCH", values->name, "Which: detection")->required();
  command->add_option("--seeds", values->seeds, "Seeds to take the mean over")
      ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{1'000'000}))
      ->capture_default_str();
  command->add_option("--schedules", values->schedules, "Schedules after which a seed gives up")
      ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{1'000'000'000}))
      ->capture_default_str();
  command->add_option("--right-seeds", values->right_seeds, "Seeds for each of the right programs")
      ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{1'000'000}))
      ->capture_default_str();
  command
      ->add_option("--right-schedules", values->right_schedules, "Schedules of each of those seeds")
      ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{1'000'000'000}))
      ->capture_default_str();
  command->add_option("--strategies", values->strategies, "Strategies, separated by commas")
      ->delimiter(',')
      ->capture_default_str();
  command->add_option("--only", values->only, "Only this program or family")
      ->type_name("NAME")
      ->allow_extra_args(false);
  command->add_option("--time-limit", values->time_limit, "Seconds for a program with one strategy")
      ->check(CLI::Range(0.01, 86400.0))
      ->capture_default_str();
  command->add_option("--jobs", values->jobs, "Programs at once")->capture_default_str();
  add_json(command, values->json);
  command->callback([values, &chosen] { chosen = *values; });
}

void declare_doctor(CLI::App& app, Command& chosen) {
  const auto values = std::make_shared<Doctor>();
  CLI::App* command = add_command(
      app, "doctor", "Look whether this machine has what judging needs.", "kata doctor");
  add_compiler(command, values->compiler);
  command->callback([values, &chosen] { chosen = *values; });
}

void declare_judges(CLI::App& app, Command& chosen) {
  CLI::App* command = add_command(
      app, "judges", "Compile the judges of all katas (the build does it).", "kata judges");
  command->group("");  // not in the list of commands
  command->callback([&chosen] { chosen = Judges{}; });
}

}  // namespace

void declare_for_engineers(CLI::App& app, Command& chosen) {
  declare_explore(app, chosen);
  declare_bench(app, chosen);
  declare_doctor(app, chosen);
  declare_judges(app, chosen);
}

}  // namespace grader::cli
