// SPDX-License-Identifier: MIT
#include "compile/compiler.hpp"

#include <fmt/format.h>
#include <signal.h>

#include <algorithm>
#include <cstdlib>

#include "base/errors.hpp"
#include "base/text.hpp"
#include "compile/control.hpp"
#include "compile/invocation.hpp"
#include "compile/judge.hpp"
#include "compile/leetcode.hpp"
#include "compile/misfit.hpp"
#include "compile/object_maker.hpp"
#include "compile/refusal.hpp"

namespace grader::compile {

namespace {

namespace fs = std::filesystem;
using std::chrono_literals::operator""s;

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

// Before its processor time was used up.
bool was_killed(const run::Ended& ended) {
  return contains(ended.err, "Killed signal terminated") &&
         ended.cpu_seconds < 0.9 * compiler_limits().cpu_seconds;
}

// Why the compiler gave up without an error of the student's, as message and explanation.
std::pair<std::string, std::string> gave_up(const run::Ended& ended) {
  const run::Limits limits = compiler_limits();
  if (ended.stopped == run::Stopped::wall_clock) {
    // Whatever the submission is, its processor time would have run out first.
    throw InternalError(
        fmt::format("the machine is too busy: the compiler got less than {} seconds of processor "
                    "time in {:.0f}",
                    limits.cpu_seconds, ended.wall_seconds));
  }
  // The driver reports the signals of its parts; the assembler is called without it.
  const bool slow = ended.signal == SIGXCPU || contains(ended.err, "CPU time limit exceeded") ||
                    contains(ended.err, "Killed signal terminated");
  if (slow) {
    return {fmt::format("the compiler did not finish within {} seconds", limits.cpu_seconds),
            "Templates or constant expressions in the submission make it work without end."};
  }
  if (contains(ended.err, "out of memory") || contains(ended.err, "memory exhausted")) {
    return {
        fmt::format("the compiler needed more than {} GB of memory", limits.address_space >> 30),
        "Templates, constant expressions or huge tables in the submission cause this."};
  }
  if (ended.signal == SIGXFSZ || contains(ended.err, "File size limit") ||
      contains(ended.err, "file too big")) {
    return {"the compiled program would be too large",
            fmt::format("It may have {} MB. Is there a huge initialised array?",
                        limits.file_size >> 20)};
  }
  return {"", ""};
}

bool says(const std::vector<Diagnostic>& errors, std::string_view part) {
  return std::any_of(errors.begin(), errors.end(),
                     [&](const Diagnostic& one) { return contains(one.message, part); });
}

std::string explain_errors(const std::vector<Diagnostic>& errors, std::string_view text) {
  if (errors.empty()) return "";
  if (std::any_of(errors.begin(), errors.end(), [](const Diagnostic& one) {
        return contains(one.message, "No such file or directory") ||
               contains(one.message, "file not found") ||
               contains(one.message, "Permission denied");
      })) {
    return "The submission is compiled on its own, in an empty directory, and can include the "
           "system's headers only: put everything else into the one file.";
  }
  if (says(errors, "changes meaning of")) {
    return "A member has the name of the type that it is made of. A name cannot mean two things in "
           "one class: give the member another name, or write std:: in front of the type. (clang, "
           "which LeetCode uses, does not check this.)";
  }
  constexpr std::string_view no_break_space = "\xC2\xA0";
  if (says(errors, "extended character") && contains(text, no_break_space)) {
    return "There is a no-break space in the text, as text copied from a web page may have it. It "
           "looks like a blank, but it is not one for the compiler: type the blanks of these lines "
           "again.";
  }
  if (says(errors, "poisoned")) {
    return "The names kata and kata_oracle belong to the judge; an answer does without them.";
  }
  return "Start with the first error; the others may only follow from it.";
}

void refuse(Compiled& compiled, Refusal refusal) {
  compiled.message = refusal.error.message;
  compiled.explanation = std::move(refusal.explanation);
  compiled.errors.clear();
  if (refusal.error.in_submission) compiled.errors.push_back(std::move(refusal.error));
}
}  // namespace

run::Limits compiler_limits() {
  run::Limits limits;
  limits.cpu_seconds = 30;
  // Tests that wait for the limit lower it.
  if (const char* lower = std::getenv("KATA_COMPILER_SECONDS"); lower != nullptr) {
    limits.cpu_seconds =
        std::clamp(static_cast<unsigned>(std::strtoul(lower, nullptr, 10)), 1U, limits.cpu_seconds);
  }
  limits.wall = 60s;
  limits.address_space = std::uint64_t{2} << 30;
  limits.file_size = std::uint64_t{64} << 20;
  limits.output = std::size_t{1} << 20;
  return limits;
}

namespace {

// `doubtful`: the words of the failure may be the machine's, though the control succeeded.
Compiled compile_once(const Toolchain& toolchain, const Job& job, bool& doubtful) {
  Compiled compiled;
  const Judge judge = judge_object(toolchain, job.slug, job.harness);
  const fs::path& directory = compiled.directory.path();
  const fs::path source = directory / (job.slug + ".hpp");
  const fs::path unit = directory / "submission.cpp";
  const fs::path object = directory / "submission.o";
  const fs::path executable = directory / "harness";
  const SubmissionText submission{source.string(), job.shown, job.text};
  write_file(unit, translation_unit(job, source));
  const auto collect = [&](const run::Ended& ended) {
    compiled.seconds += ended.wall_seconds;
    std::size_t more = 0;
    for (Diagnostic& one : parse_diagnostics(ended.err, submission)) {
      one.message = cut(one.message, most_of_diagnostic);
      one.source = cut(one.source, most_of_diagnostic);
      if (one.error) {
        compiled.errors.push_back(std::move(one));
      } else if (one.in_submission && compiled.warnings.size() < most_warnings) {
        compiled.warnings.push_back(std::move(one));
      } else if (one.in_submission) {
        ++more;
      }
    }
    if (more > 0) compiled.warnings.back().message += fmt::format(" (and {} more warnings)", more);
  };
  const auto run = [&](const run::Command& command, bool told) {
    run::Ended ended = run::run_child(command);
    if (told || ended.exit_status != 0) {
      compiled.warnings.clear();
      compiled.errors.clear();
      collect(ended);
    } else {
      compiled.seconds += ended.wall_seconds;
    }
    return ended;
  };
  std::string assembly;
  const auto attempt = [&](std::string_view before) {
    write_file(source, std::string(before) + job.text);
    ObjectMade made = make_object(toolchain, job, directory, unit, object, run);
    if (may_be_the_machines(made.ended)) {
      // Perhaps for a moment only: the machine is checked if it fails again.
      made = make_object(toolchain, job, directory, unit, object, run);
    }
    assembly = std::move(made.assembly);
    return std::move(made.ended);
  };
  run::Ended ended = attempt("");
  // As it stands on LeetCode: with more headers than its own, and with the namespace open above the
  // answer. Not at first: headers take time, and names of the student's own could become ambiguous.
  LeetCode around;
  while (ended.exit_status != 0 && around.can_help(compiled.errors)) {
    std::vector<Diagnostic> errors = compiled.errors;
    run::Ended other = attempt(around.text());
    if (other.exit_status == 0 || around.helped(errors, compiled.errors)) {
      ended = std::move(other);
    } else {
      compiled.errors = std::move(errors);
    }
  }
  const auto good = [&ended](const fs::path& made) {
    return ended.succeeded() && fs::exists(made);
  };
  if (includes_others(directory / "included", toolchain, job, directory)) {
    compiled.errors.clear();  // they may quote it
    compiled.warnings.clear();
    compiled.message = "the submission includes a file that is not the system's, as of solutions/";
    compiled.explanation = "An answer stands on its own: write it out.";
    return compiled;
  }
  if (!assembly.empty()) {
    refuse(compiled, refused_assembly(assembly, submission));
    return compiled;
  }
  const bool compiles = good(object);
  if (compiles) {
    const std::string bytes = read_file(object).value_or("");
    std::optional<Refusal> refused = refused_object(toolchain, judge, bytes, submission);
    if (!refused) {
      ended = run::run_child(linking(toolchain, job, judge, directory, object, executable));
      collect(ended);
      if (good(executable)) {
        const std::string linked = read_file(executable).value_or("");
        refused = refused_executable(toolchain, bytes, linked, submission);
      }
    }
    if (refused) {
      refuse(compiled, std::move(*refused));
      return compiled;
    }
    if (good(executable)) {
      compiled.executable = executable;
      return compiled;
    }
  }
  constexpr double long_time = 5;
  doubtful = may_be_the_machines(ended) && ended.wall_seconds < long_time;
  std::tie(compiled.message, compiled.explanation) = gave_up(ended);
  if (auto misfit = misfit_of(compiled.errors, submission, job.answer)) {
    compiled.errors = std::move(misfit->errors);
    compiled.message = compiled.errors.front().message;
    compiled.explanation = std::move(misfit->explanation);
    return compiled;
  }
  const bool students = std::any_of(compiled.errors.begin(), compiled.errors.end(),
                                    [](const Diagnostic& one) { return one.in_submission; });
  // A runtime that was cut off lacks what the student's lines refer to.
  if (!students || compiles || may_be_the_machines(ended)) check_machine(toolchain, job, ended);
  if (!students && was_killed(ended)) {
    throw InternalError("the compiler was killed from outside: " +
                        cut(trim(printable(ended.err)), 300));
  }
  if (!compiled.message.empty()) {
    compiled.errors.clear();  // only the driver's complaint about it
    return compiled;
  }
  if (compiled.errors.empty()) {
    const std::string said = cut(trim(printable(ended.err)), 300);
    if (ended.stopped != run::Stopped::no || ended.signal != 0) {
      throw InternalError(
          fmt::format("the compiler failed with {}: {}", run::describe_end(ended), said));
    }
    // In words that are not known here; but without the submission it would not have.
    compiled.message = "the compiler cannot make a program of it: " + said;
    compiled.explanation = "Is there something unusual in it, such as assembly or attributes?";
    return compiled;
  }
  if (compiled.errors.size() > most_errors) {
    compiled.more_errors = compiled.errors.size() - most_errors;
    compiled.errors.resize(most_errors);
  }
  compiled.message = compiled.errors.front().message;
  compiled.explanation = explain_errors(compiled.errors, job.text);
  return compiled;
}

}  // namespace

Compiled compile(const Toolchain& toolchain, const Job& job) {
  // A shortage of a moment may be over when the control is compiled, and be back after it.
  for (int round = 0;; ++round) {
    bool doubtful = false;
    Compiled compiled = compile_once(toolchain, job, doubtful);
    if (!doubtful || round == 2) return compiled;
  }
}

}  // namespace grader::compile
