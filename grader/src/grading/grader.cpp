// SPDX-License-Identifier: MIT
#include "grading/grader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "base/errors.hpp"
#include "base/files.hpp"
#include "base/text.hpp"
#include "compile/control.hpp"
#include "grading/evidence.hpp"
#include "grading/parallel.hpp"
#include "grading/result.hpp"
#include "grading/sealed_report.hpp"

namespace grader::grading {

namespace {

// The harness stops by itself at its time limit; this much later it is stopped.
constexpr double grace_seconds = 5;

// Characters of a message that are shown.
constexpr std::size_t most_of_message = 1000;

std::vector<std::string> arguments(const std::filesystem::path& executable, const About& about,
                                   const workbook::Problem& problem) {
  std::vector<std::string> argv = {executable.string(),
                                   "--sealed",
                                   "--problem",
                                   about.problem,
                                   "--submission",
                                   about.file,
                                   "--schedules",
                                   std::to_string(about.schedules),
                                   "--seed",
                                   std::to_string(about.options.seed),
                                   "--time-limit",
                                   fmt::format("{:.3f}", about.options.time_limit)};
  // Real threads have no strategy, and cannot tell who waits busily.
  if (about.options.engine == "native") return argv;
  argv.insert(argv.end(), {"--strategy", about.options.strategy});
  if (!about.options.replay.empty()) {
    argv.insert(argv.end(), {"--replay", about.options.replay});
  }
  for (const WarningKind warning : problem.reject) {
    // The compiler's warnings are the grader's business.
    if (warning == WarningKind::compiler_warning) continue;
    argv.insert(argv.end(), {"--reject", std::string(word_of(warning))});
  }
  return argv;
}

// What the harness calls the submission in its sentences, which a long path would make unreadable.
std::string short_name(const std::string& shown) {
  const std::string name = shown.substr(shown.rfind('/') + 1);
  return name.empty() || name == "harness.cpp" ? shown : name;
}

// The machine's fault may have been one of a moment, over when the control ran. A submission's own
// end comes back. No acceptance: the first run's end is not explained by it.
std::optional<Sealed> run_again(const std::function<std::optional<Sealed>()>& run_once) {
  std::optional<Sealed> sealed = run_once();
  const auto* result = sealed ? std::get_if<Result>(&*sealed) : nullptr;
  if (result != nullptr && result->passed()) {
    throw InternalError(
        "the run ended without a report, but not when it was repeated. Grade it again; memory or "
        "processes may have been short");
  }
  return sealed;
}

void forbid_warnings(const workbook::Problem& problem, compile::Compiled& compiled) {
  const bool forbidden = std::find(problem.reject.begin(), problem.reject.end(),
                                   WarningKind::compiler_warning) != problem.reject.end();
  if (!forbidden || compiled.executable.empty() || compiled.warnings.empty()) return;
  compiled.executable.clear();
  compiled.errors = std::exchange(compiled.warnings, {});
  compiled.message = compiled.errors.front().message;
  compiled.explanation = "This problem wants a submission that compiles without warnings.";
}

}  // namespace

run::Limits harness_limits(double time_limit) {
  run::Limits limits;
  const double seconds = time_limit + grace_seconds;
  limits.wall = std::chrono::milliseconds(static_cast<std::int64_t>(seconds * 1000));
  limits.cpu_seconds = static_cast<unsigned>(std::ceil(seconds));
  // Reserved addresses are not memory: the runtime reserves far more than it uses.
  limits.address_space = std::uint64_t{256} << 30;
  limits.resident = std::uint64_t{1} << 30;
  limits.output = std::size_t{16} << 10;
  return limits;
}

run::Limits native_limits(double time_limit, const std::string& sanitizer) {
  // The harness itself tells a run that hangs from one that is slow, which may take this long.
  constexpr double patience = 35;
  run::Limits limits = harness_limits(time_limit + patience);
  limits.cpu_seconds *= static_cast<unsigned>(processors());
  if (sanitizer != "none") {
    // A sanitizer reserves terabytes, and keeps for every byte some of its own.
    limits.address_space = 0;
    limits.resident *= 3;
  }
  return limits;
}

Submission Grader::stub(const workbook::Problem& problem) const {
  return {problem.stub(), workbook::shown_path(problem.stub(), workbook_.root())};
}

Prepared Grader::prepare(const workbook::Problem& problem, const Submission& submission,
                         const Options& options) const {
  Prepared prepared;
  prepared.engine_ = options.engine;
  prepared.sanitizer_ = options.sanitizer;
  prepared.problem_ = problem;
  prepared.submission_ = submission;
  if (!problem.unusable.empty()) {
    prepared.verdict_ = Verdict::internal_error;
    prepared.message_ = fmt::format("problems/{}/{}", problem.slug, problem.unusable);
    prepared.explanation_ = "This is a fault of the workbook, not of the submission.";
    return prepared;
  }
  auto read = submission.content ? *submission.content : workbook::read_submission(submission.file);
  if (const auto* unusable = std::get_if<workbook::Unusable>(&read)) {
    prepared.verdict_ = Verdict::compile_error;
    prepared.message_ = unusable->message;
    prepared.explanation_ = unusable->explanation;
    return prepared;
  }
  prepared.text_ = std::move(std::get<std::string>(read));
  try {
    prepared.compiled_.emplace(compile::compile(
        options.engine == "native" ? toolchain_.native(options.sanitizer) : toolchain_,
        {problem.slug, problem.harness(), problem.answer(), prepared.text_,
         short_name(printable(submission.shown))}));
    forbid_warnings(problem, *prepared.compiled_);
  } catch (const InternalError& error) {
    prepared.verdict_ = Verdict::internal_error;
    prepared.message_ = error.what();
    prepared.explanation_ =
        "This is no fault of the submission. `kata doctor` looks for the cause.";
  }
  return prepared;
}

Result Grader::run(const Prepared& prepared, const Options& options) const {
  const std::string shown = printable(prepared.submission_.shown);
  const bool native = prepared.engine_ == "native";
  const std::uint64_t usual = native ? native_schedules : prepared.problem_.schedules;
  About about{prepared.problem_.slug, shown, short_name(shown),
              options.replay.empty() ? options.schedules.value_or(usual) : 1, options};
  about.options.engine = prepared.engine_;
  about.options.sanitizer = prepared.sanitizer_;
  if (native) about.options.strategy = "noise";
  if (prepared.verdict_) {
    return failed_result(about, *prepared.verdict_, prepared.message_, prepared.explanation_);
  }
  const compile::Compiled& compiled = *prepared.compiled_;
  Result result;
  double run_seconds = 0;
  if (compiled.executable.empty()) {
    result = compile_error_result(about, compiled);
  } else {
    try {
      result = run_harness(prepared, about, run_seconds);
    } catch (const InternalError& error) {
      result =
          failed_result(about, Verdict::internal_error, error.what(),
                        "This is no fault of the submission. `kata doctor` looks for the cause.");
    }
  }
  if (result.failure) {
    result.failure->hints = workbook::hints_for(prepared.problem_.hints, *result.failure);
  }
  add_compiler_warnings(result, compiled.warnings);
  result.engine = prepared.engine_;
  if (native) result.sanitizer = prepared.sanitizer_;
  result.compile_ms = compiled.seconds * 1000;
  result.elapsed_ms = (compiled.seconds + run_seconds) * 1000;
  return result;
}

void Grader::check_judging(const Prepared& prepared, const About& about) const {
  const compile::Job job{prepared.problem_.slug, prepared.problem_.harness(),
                         prepared.problem_.answer(), "", ""};
  const compile::ControlHarness control = compile::control_harness(toolchain_, job);
  About one = about;
  one.schedules = 2;
  one.options.replay.clear();
  run::Command command;
  command.argv = arguments(control.executable, one, prepared.problem_);
  const std::string nonce = make_nonce();
  confine(command, control.directory.path(), nonce, one);
  const run::Ended ended = run::run_child(command);
  if (unseal(ended.report, nonce)) return;
  throw InternalError(
      fmt::format("the judge cannot run here, whatever the submission ({}): {}. Look at the limits "
                  "(ulimit -a) and at the memory that is free",
                  run::describe_end(ended), cut(trim(printable(ended.err)), 200)));
}

void Grader::confine(run::Command& command, const std::filesystem::path& directory,
                     const std::string& nonce, const About& about) const {
  const bool native = about.options.engine == "native";
  command.input = nonce + "\n";
  command.directory = directory;
  command.report = true;
  command.confined = true;
  command.readable = {toolchain_.runtime.parent_path()};
  command.hidden = toolchain_.source_dir;
  command.limits = native ? native_limits(about.options.time_limit, about.options.sanitizer)
                          : harness_limits(about.options.time_limit);
}

Result Grader::run_harness(const Prepared& prepared, const About& about, double& seconds) const {
  run::Command command;
  command.argv = arguments(prepared.compiled_->executable, about, prepared.problem_);
  run::Ended ended;
  const auto run_once = [&] {
    const std::string nonce = make_nonce();
    confine(command, prepared.compiled_->directory.path(), nonce, about);
    ended = run::run_child(command);
    seconds += ended.wall_seconds;
    return unseal(ended.report, nonce);
  };
  std::optional<Sealed> sealed = run_once();
  if (!sealed) {
    // Before anything of the submission runs, the harness looks at its options.
    if (ended.exit_status == 2 && !about.options.replay.empty() && !ended.err.empty()) {
      throw UsageError(std::string(trim(split_lines(printable(ended.err, true)).front())));
    }
    if (toolchain_.controlled && about.options.engine != "native" &&
        ended.stopped == run::Stopped::no) {
      check_judging(prepared, about);
      sealed = run_again(run_once);
    }
    if (!sealed) return unreported_result(about, ended, command.limits);
  }
  if (const auto* failed = std::get_if<JudgeFailed>(&*sealed)) {
    return judge_failed_result(about, failed->why);
  }
  Result result = std::get<Result>(std::move(*sealed));
  if (result.failure) {
    // An exception's what() may have megabytes.
    result.failure->message = cut(result.failure->message, most_of_message);
    result.failure->explanation = cut(result.failure->explanation, 4 * most_of_message);
  }
  if (about.options.engine != "native") {
    const std::uint64_t usual = prepared.problem_.schedules;
    if (auto other = too_little_evidence(about, result, usual, ended)) result = std::move(*other);
  }
  result.problem = about.problem;
  result.submission = about.submission;
  result.peak_memory_mb = static_cast<double>(ended.peak_resident >> 10) / 1024;
  add_sources(result, about.file, prepared.text_);
  const auto harness = read_file(prepared.problem_.harness(), std::size_t{1} << 20);
  if (about.file != "harness.cpp") add_sources(result, "harness.cpp", harness.value_or(""));
  return result;
}

Result Grader::grade(const workbook::Problem& problem, const Submission& submission,
                     const Options& options) const {
  return run(prepare(problem, submission, options), options);
}

}  // namespace grader::grading
