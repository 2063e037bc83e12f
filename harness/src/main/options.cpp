// SPDX-License-Identifier: MIT
#include "main/options.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <stdexcept>
#include <string_view>

#include "choice/strategy.hpp"
#include "world/program.hpp"
#include "world/warning.hpp"

namespace kata::main {

namespace {

constexpr std::string_view help =
    R"(Runs one submission through controlled schedules and prints one JSON report.

usage: HARNESS [options]
  --schedules N      schedules to run                                 (default 10000)
  --seed S           what the random choices start from               (default 1)
  --strategy NAME    {strategies}(default portfolio)
  --replay TOKEN     run the one schedule that TOKEN stands for
  --time-limit SEC   stop after so many seconds                       (default 60)
  --reject WARNING   count this kind of warning as a failure (such as busy_wait)
  --problem SLUG     the problem's name in the report
  --submission NAME  the submission's name in the report
  --races MODE       of a whole program: report (a race is a bug) or allow (default report)
  --exit-status N  of a whole program: this status is no failure either, or any is (default 0)
  --late SEC     of a whole program: how late threads that are ready may be in all (default 1)
  --seeds N          only say how soon each of N seeds finds a failure
  --show-output      let the submission print
  --sealed           for the grader: nonce on stdin, report on descriptor 3
  --help             this text
  -- ARGS            what a whole program's main gets

example: HARNESS --schedules 50000 --seed 7
exit status: 0 accepted, 1 rejected, 2 wrong options, 3 could not judge
)";

template <class Number>
Number number(std::string_view option, std::string_view text, Number least) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < least) {
    throw std::invalid_argument(std::string(option) + " takes a number of at least " +
                                std::to_string(least) + ", not '" + std::string(text) + "'");
  }
  return value;
}

const model::WarningKind& rejectable(const std::string& word) {
  const model::WarningKind* kind = model::warning_kind(word);
  if (kind == nullptr || !model::is_rejectable(*kind)) {
    throw std::invalid_argument("--reject takes a kind of warning (" + model::rejectable_words() +
                                "), not '" + word + "'");
  }
  return *kind;
}

int exit_status(const std::string& text) {
  if (text == "any") return model::any_status;
  const int status = number<int>("--exit-status", text, 0);
  if (status > 255) throw std::invalid_argument("--exit-status is any or at most 255");
  return status;
}

bool races_allowed(const std::string& mode) {
  if (mode != "report" && mode != "allow") {
    throw std::invalid_argument("--races is report or allow, not '" + mode + "'");
  }
  return mode == "allow";
}

// Constants, since they are used before this library's own globals are initialised.
struct Flag {
  std::string_view name;
  void (*set)(Options&);
};
constexpr Flag flags[] = {
    {"--help", [](Options& options) { options.wants_help = true; }},
    {"--sealed", [](Options& options) { options.sealed = true; }},
    {"--show-output", [](Options& options) { options.settings.show_output = true; }},
};

struct Setter {
  std::string_view name;
  void (*set)(Options&, const std::string&);
};
constexpr Setter setters[] = {
    {"--schedules",
     [](Options& options, const std::string& value) {
       options.settings.schedules = number<std::uint64_t>("--schedules", value, 1);
     }},
    {"--seed",
     [](Options& options, const std::string& value) {
       options.settings.seed = number<std::uint64_t>("--seed", value, 0);
     }},
    {"--seeds",
     [](Options& options, const std::string& value) {
       options.seeds = number<std::uint64_t>("--seeds", value, 1);
     }},
    {"--time-limit",
     [](Options& options, const std::string& value) {
       options.settings.time_limit = number<double>("--time-limit", value, 0.001);
     }},
    {"--strategy",
     [](Options& options, const std::string& value) { options.settings.strategy = value; }},
    {"--replay",
     [](Options& options, const std::string& value) { options.settings.replay = value; }},
    {"--reject",
     [](Options& options, const std::string& value) {
       options.settings.reject.insert(&rejectable(value));
     }},
    {"--races",
     [](Options& options, const std::string& value) {
       options.settings.races_allowed = races_allowed(value);
     }},
    {"--exit-status",
     [](Options& options, const std::string& value) {
       options.settings.exit_status = exit_status(value);
     }},
    {"--late",
     [](Options& options, const std::string& value) {
       options.settings.late = number<double>("--late", value, 0);
     }},
    {"--problem",
     [](Options& options, const std::string& value) { options.settings.problem = value; }},
    {"--submission",
     [](Options& options, const std::string& value) { options.settings.submission = value; }},
};

template <class Entry, std::size_t size>
const Entry* find(const Entry (&table)[size], std::string_view name) {
  const auto* found = std::find_if(std::begin(table), std::end(table),
                                   [&](const Entry& one) { return one.name == name; });
  return found == std::end(table) ? nullptr : found;
}

}  // namespace

std::string help_text() {
  constexpr std::string_view mark = "{strategies}";
  constexpr std::size_t width = 49;  // up to the column of the defaults
  const std::vector<std::string> names = choice::strategy_names();
  std::string list;
  for (std::size_t i = 0; i < names.size(); ++i) {
    list += (i == 0 ? "" : i + 1 == names.size() ? " or " : ", ") + names[i];
  }
  list.resize(std::max(list.size() + 1, width), ' ');
  std::string text(help);
  return text.replace(text.find(mark), mark.size(), list);
}

void parse(int count, char** arguments, Options& options) {
  for (int i = 1; i < count; ++i) {
    const std::string_view option = arguments[i];
    if (option == "--") {
      options.program_arguments.assign(arguments + i + 1, arguments + count);
      break;
    }
    if (const Flag* flag = find(flags, option)) {
      flag->set(options);
      continue;
    }
    const Setter* setter = find(setters, option);
    if (setter == nullptr) {
      throw std::invalid_argument("unknown option '" + std::string(option) + "'");
    }
    if (i + 1 >= count) throw std::invalid_argument(std::string(option) + " needs a value");
    setter->set(options, arguments[++i]);
  }
}

}  // namespace kata::main
