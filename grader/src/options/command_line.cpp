// SPDX-License-Identifier: MIT
#include "options/command_line.hpp"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <iostream>

#include "base/text.hpp"
#include "options/declare.hpp"

namespace grader::cli {

namespace {

class Parser {
 public:
  explicit Parser(const std::string& version)
      : app_("Grades answers to the concurrency katas of this workbook.", "kata") {
    app_.set_version_flag("--version", "kata " + version);
    app_.require_subcommand(1);
    app_.footer(std::string("Start with: kata list, then kata grade SLUG.\n") + exit_statuses);
    app_.failure_message(
        [](const CLI::App*, const CLI::Error& error) { return std::string(error.what()) + "\n"; });
    declare_for_students(app_, chosen_);
    declare_for_authors(app_, chosen_);
    declare_for_engineers(app_, chosen_);
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
