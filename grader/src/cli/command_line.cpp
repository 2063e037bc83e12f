// SPDX-License-Identifier: MIT
#include "cli/command_line.hpp"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <iostream>

#include "base/text.hpp"

namespace grader::cli {

namespace {

constexpr const char* exit_statuses =
    "Exit status: 0 accepted, 1 rejected, 2 used wrongly, 3 could not judge.";

class Parser {
 public:
  explicit Parser(const std::string& version)
      : app_("Grades answers to the concurrency katas of this workbook.", "kata") {
    app_.set_version_flag("--version", "kata " + version);
    app_.require_subcommand(1);
    app_.footer(std::string("Start with: kata list, then kata grade SLUG.\n") + exit_statuses);
    app_.failure_message(
        [](const CLI::App*, const CLI::Error& error) { return std::string(error.what()) + "\n"; });
    add_list();
    add_grade();
    add_replay();
    add_compare();
    add_new();
    add_check();
    add_mutate();
    add_crosscheck();
    add_test();
    add_explore();
    add_bench();
    add_doctor();
    add_judges();
  }

  std::variant<Command, ExitStatus> parse(int count, const char* const* words) {
    const std::string first = count > 1 ? words[1] : "";
    std::vector<std::string> rest;
    for (int i = 2; i < count && first == "explore"; ++i) {
      if (std::string(words[i]) != "--") continue;
      rest.assign(words + i + 1, words + count);
      count = i;
    }
    try {
      app_.parse(count, words);
    } catch (const CLI::ParseError& error) {
      if (error.get_exit_code() == 0) {
        app_.exit(error, std::cout, std::cerr);
        return ExitStatus::accepted;
      }
      complain(error, count, words);
      return ExitStatus::used_wrongly;
    }
    // What follows "--" is the program's, whatever it looks like.
    if (auto* explore = std::get_if<Explore>(&chosen_)) explore->run.arguments = rest;
    return chosen_;
  }

 private:
  CLI::App* add(const char* name, const char* what, const char* example) {
    CLI::App* command = app_.add_subcommand(name, what);
    command->footer(std::string("Example: ") + example + "\n" + exit_statuses);
    return command;
  }

  void add_list() {
    CLI::App* command = add("list", "Show all katas.", "kata list");
    CLI::Option* markdown =
        command->add_flag("--markdown", list_.markdown, "As the table of problems/README.md");
    command
        ->add_flag(
            "--write", list_.write,
            "Bring the table in problems/README.md up to date (kata check says when it is not)")
        ->excludes(markdown);
    command->callback([this] { chosen_ = list_; });
  }

  void add_exploration(
      CLI::App* command, grading::Options& options,
      const char* schedules =
          "Schedules to run, if not the problem's own number (of a program: 100000)") {
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

  // An option for each format that results can be written in.
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

  void add_grade() {
    CLI::App* command = add("grade", "Judge what is in the stubs, or in a file.",
                            "kata grade foo_bar --submission answer.hpp --schedules 50000");
    command->add_option("SLUG", grade_.targets, "Katas, or files named <slug>.hpp");
    command->add_flag("--all", grade_.all, "Every kata, with a line or two for each");
    add_submission(command, grade_.submission);
    add_exploration(command, grade_.options);
    command
        ->add_option("--engine", grade_.options.engine,
                     "controlled, or native: real threads with random delays, a cross-check that "
                     "shows little when it finds nothing")
        ->check(CLI::IsMember({"controlled", "native"}))
        ->capture_default_str();
    command
        ->add_option("--sanitize", grade_.options.sanitizer,
                     "With the native engine: ThreadSanitizer, or AddressSanitizer with "
                     "UndefinedBehaviorSanitizer")
        ->check(CLI::IsMember({"none", "thread", "address"}))
        ->capture_default_str();
    add_reports(command, grade_.reports);
    add_compiler(command, grade_.compiler);
    command->callback([this] { chosen_ = grade_; });
  }

  void add_replay() {
    CLI::App* command = add("replay", "Run the one schedule that a report names.",
                            "kata replay foo_bar:AQoBAgM --submission answer.hpp");
    command->add_option("TOKEN", replay_.token, "slug:TOKEN, from the end of a report")->required();
    add_submission(command, replay_.submission);
    add_reports(command, replay_.reports);
    add_compiler(command, replay_.compiler);
    command->callback([this] { chosen_ = replay_; });
  }

  void add_compare() {
    CLI::App* command =
        add("compare", "Show a submission beside the accepted answers of solutions/.",
            "kata compare foo_bar --schedules 2000");
    command->add_option("SLUG", compare_.slug, "A kata")->required();
    add_submission(command, compare_.submission);
    add_exploration(command, compare_.options);
    add_compiler(command, compare_.compiler);
    command->callback([this] { chosen_ = compare_; });
  }

  void add_new() {
    CLI::App* command = add("new", "Begin a kata: files to fill in, from grader/templates/.",
                            "kata new bounded_stack");
    command
        ->add_option("SLUG", new_.slug,
                     "Its name and its folder's: small letters, digits, underscores")
        ->required();
    command->callback([this] { chosen_ = new_; });
  }

  void add_check() {
    CLI::App* command = add(
        "check", "Check the workbook: stubs rejected, every filed answer judged as it is filed.",
        "kata check foo_bar --seeds 20 --schedules 100000 --jobs 2");
    command->add_option("SLUG", check_.slugs, "Katas; all if none is named");
    command
        ->add_option("--seeds", check_.seeds,
                     "Judge every answer with so many seeds, from --seed on; with more than one, "
                     "ends with the rejected answers that were hardest to reject")
        ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{1'000'000}))
        ->capture_default_str();
    command->add_option("--jobs", check_.jobs, "Answers judged at once; 0: one for each processor")
        ->capture_default_str();
    add_exploration(command, check_.options,
                    "Schedules for each accepted answer and seed, if not the problem's own number; "
                    "the others must be rejected within the problem's own");
    add_compiler(command, check_.compiler);
    command->callback([this] { chosen_ = check_; });
  }

  void add_mutate() {
    CLI::App* command = add("mutate",
                            "Put small mistakes into the accepted answers and see which of them "
                            "the judge does not notice.",
                            "kata mutate foo_bar --only atomic_wait --json mutants.json");
    command->add_option("SLUG", mutate_.slugs, "Katas");
    command->add_flag("--all", mutate_.all, "Every kata");
    command
        ->add_option("--only", mutate_.only, "Mutate this accepted answer only: its file or name")
        ->type_name("FILE");
    command->add_option("--jobs", mutate_.jobs, "Mutants judged at once; 0: one for each processor")
        ->capture_default_str();
    // Most that need long never end, and there are many of them.
    mutate_.options.time_limit = 20;
    add_exploration(command, mutate_.options);
    add_json(command, mutate_.json);
    add_compiler(command, mutate_.compiler);
    command->callback([this] { chosen_ = mutate_; });
  }

  void add_crosscheck() {
    CLI::App* command =
        add("crosscheck",
            "Run the workbook's answers on real threads as well, and list what the two engines "
            "disagree about.",
            "kata crosscheck foo_bar --sanitize thread --json -");
    command->footer(
        "Example: kata crosscheck foo_bar --sanitize none,thread,address --schedules 2000\n"
        "Exit status: 0 no disagreement, 1 some, 2 used wrongly, 3 could not judge.");
    command->add_option("SLUG", crosscheck_.slugs, "Katas");
    command->add_flag("--all", crosscheck_.all, "Every kata");
    command
        ->add_option("--sanitize", crosscheck_.sanitizers,
                     "Run natively once with each of these: none, thread, address")
        ->delimiter(',')
        ->check(CLI::IsMember({"none", "thread", "address"}))
        ->capture_default_str();
    command
        ->add_option(
            "--schedules", crosscheck_.schedules,
            "Native runs of each answer; the controlled engine has the problem's own number")
        ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{1'000'000'000}))
        ->capture_default_str();
    command->add_option("--seed", crosscheck_.seed, "What the random choices start from")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    command
        ->add_option("--time-limit", crosscheck_.time_limit,
                     "Seconds for all native runs of one answer")
        ->check(CLI::Range(0.01, 86400.0))
        ->capture_default_str();
    command
        ->add_option("--jobs", crosscheck_.jobs, "Answers run at once; 0: one for each processor")
        ->capture_default_str();
    add_json(command, crosscheck_.json);
    command->callback([this] { chosen_ = crosscheck_; });
  }

  void add_test() {
    CLI::App* command = add("test", "Run the project's own tests, then kata check.", "kata test");
    command->add_option("--jobs", test_.jobs, "Tests at once; 0: one for each processor")
        ->capture_default_str();
    command->callback([this] { chosen_ = test_; });
  }

  void add_explore() {
    CLI::App* command = add(
        "explore", "Run a C or C++ program of your own through many schedules and look for bugs.",
        "kata explore queue.cpp --races allow --schedules 50000 -- 3 items");
    command->footer(
        "Example: kata explore queue.c util.c --flag=-DSIZE=2 -- 3\nWhat follows -- is what its "
        "main gets.\nExit status: 0 nothing found, 1 a bug found, 2 used wrongly or it does not "
        "compile, 3 could not judge.");
    grading::ProgramRun& run = explore_.run;
    command->add_option("FILE", run.sources.files, "The program's source files; .c is C")
        ->required();
    command->add_option("--flag", run.sources.flags, "A flag for the compiler, as --flag=-DSIZE=2")
        ->type_name("CXXFLAG")
        ->allow_extra_args(false);
    command
        ->add_option_function<std::string>(
            "--races", [&run](const std::string& mode) { run.races_allowed = mode == "allow"; },
            "Whether a data race is a bug in itself (report), or only what it leads to (allow)")
        ->check(CLI::IsMember({"report", "allow"}))
        ->default_str("report");
    add_exploration(command, run.options);
    command->add_option("--replay", explore_.replay, "Run only this schedule, from a report")
        ->type_name("TOKEN");
    add_reports(command, explore_.reports);
    add_compiler(command, explore_.compiler);
    command->callback([this] { chosen_ = explore_; });
  }

  void add_bench() {
    CLI::App* command =
        add("bench", "Measure how soon each strategy finds the bugs of a set of programs.",
            "kata bench detection --seeds 10 --strategies portfolio,random");
    command->add_option("BENCH", bench_.name, "Which: detection")->required();
    command->add_option("--seeds", bench_.seeds, "Seeds to take the mean over")
        ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{1'000'000}))
        ->capture_default_str();
    command->add_option("--schedules", bench_.schedules, "Schedules after which a seed gives up")
        ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{1'000'000'000}))
        ->capture_default_str();
    command->add_option("--right-seeds", bench_.right_seeds, "Seeds for each of the right programs")
        ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{1'000'000}))
        ->capture_default_str();
    command
        ->add_option("--right-schedules", bench_.right_schedules,
                     "Schedules of each of those seeds")
        ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{1'000'000'000}))
        ->capture_default_str();
    command->add_option("--strategies", bench_.strategies, "Strategies, separated by commas")
        ->delimiter(',')
        ->capture_default_str();
    command->add_option("--only", bench_.only, "Only this program or family")
        ->type_name("NAME")
        ->allow_extra_args(false);
    command
        ->add_option("--time-limit", bench_.time_limit, "Seconds for a program with one strategy")
        ->check(CLI::Range(0.01, 86400.0))
        ->capture_default_str();
    command->add_option("--jobs", bench_.jobs, "Programs at once")->capture_default_str();
    add_json(command, bench_.json);
    command->callback([this] { chosen_ = bench_; });
  }

  void add_judges() {
    CLI::App* command =
        add("judges", "Compile the judges of all katas (the build does it).", "kata judges");
    command->group("");  // not in the list of commands
    command->callback([this] { chosen_ = Judges{}; });
  }

  void add_doctor() {
    CLI::App* command =
        add("doctor", "Look whether this machine has what judging needs.", "kata doctor");
    add_compiler(command, doctor_.compiler);
    command->callback([this] { chosen_ = doctor_; });
  }

  void complain(const CLI::ParseError& error, int count, const char* const* words) {
    std::vector<std::string> names;
    for (const CLI::App* command : app_.get_subcommands({})) names.push_back(command->get_name());
    const std::string word = count > 1 ? words[1] : "";
    const bool known = std::find(names.begin(), names.end(), word) != names.end();
    if (known || word.empty() || word.front() == '-') {
      std::cerr << "kata: " << printable(error.what()) << "\nTry: kata "
                << (known ? word + " " : "") << "--help\n";
      return;
    }
    std::cerr << "kata: there is no command '" << printable(cut(word, 60)) << "'.";
    const std::vector<std::string> near = nearest(word, names);
    if (!near.empty()) std::cerr << " Did you mean " << near.front() << "?";
    std::cerr << "\nTry: kata --help\n";
  }

  CLI::App app_;
  Command chosen_;
  List list_;
  New new_;
  Grade grade_;
  Replay replay_;
  Compare compare_;
  Check check_;
  Mutate mutate_;
  Crosscheck crosscheck_;
  Test test_;
  Explore explore_;
  Bench bench_;
  Doctor doctor_;
};

}  // namespace

std::string compiler_for(const Command& command) {
  return std::visit(
      [](const auto& one) -> std::string {
        if constexpr (requires { one.compiler; }) {
          const char* named = std::getenv("KATA_CXX");
          return one.compiler.value_or(named != nullptr ? named : "");
        } else {
          return "";
        }
      },
      command);
}

std::vector<std::string> strategy_names() { return {KATA_STRATEGIES}; }

std::variant<Command, ExitStatus> parse_command_line(int count, const char* const* words,
                                                     const std::string& version) {
  return Parser(version).parse(count, words);
}

}  // namespace grader::cli
