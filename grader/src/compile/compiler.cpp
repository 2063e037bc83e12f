// SPDX-License-Identifier: MIT
#include "compile/compiler.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/errors.hpp"
#include "base/text.hpp"
#include "compile/executable.hpp"
#include "compile/included.hpp"
#include "compile/judge.hpp"
#include "compile/leetcode.hpp"
#include "compile/misfit.hpp"

namespace grader::compile {

namespace {

namespace fs = std::filesystem;
using std::chrono_literals::operator""s;

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

// What a compilation reads, besides the system's programs and headers and its own directory. Not
// the judge: it is no business of a submission's.
std::vector<fs::path> readable_for(const Toolchain& toolchain, const Job& job) {
  std::error_code error;
  // A compiler in /opt/llvm/bin has its parts in /opt/llvm.
  const fs::path compiler = fs::canonical(toolchain.compiler, error);
  std::vector<fs::path> all = {
      job.answer, toolchain.runtime,
      compiler.parent_path().filename() == "bin" ? compiler.parent_path().parent_path() : compiler};
  bool header_follows = false;
  for (const std::string& flag : toolchain.compile_flags) {
    if (flag.rfind("-I", 0) == 0) all.emplace_back(flag.substr(2));
    if (header_follows) all.emplace_back(flag);
    header_follows = flag == "-include-pch";
  }
  return all;
}

bool is_below(const fs::path& file, const fs::path& directory) {
  const std::string name = file.string(), above = directory.string();
  return name == above || name.rfind(above.back() == '/' ? above : above + '/', 0) == 0;
}

// The compiler with its flags and `words`, confined to the submission's own directory.
run::Command command_line(const Toolchain& toolchain, const Job& job, const fs::path& directory,
                          const std::vector<std::string>& words) {
  run::Command command;
  command.argv = {toolchain.compiler};
  // The flags of diagnostics come last, so that they win: what parse_diagnostics reads.
  for (const auto* more : {&toolchain.compile_flags, &toolchain.diagnostic_flags, &words}) {
    command.argv.insert(command.argv.end(), more->begin(), more->end());
  }
  // The compiler's own temporary files go with the directory, even if it is killed.
  command.environment = {"TMPDIR=" + directory.string(), "LC_ALL=C"};
  command.directory = directory;
  command.limits = compiler_limits();
  // A submission may name any file (#include, .incbin), and messages quote what is in it.
  command.only_own_files = true;
  command.readable = readable_for(toolchain, job);
  return command;
}

// The list of included files costs nothing.
run::Command compiling(const Toolchain& toolchain, const Job& job, const fs::path& directory,
                       const fs::path& source, const fs::path& object) {
  return command_line(
      toolchain, job, directory,
      {"-ftemplate-backtrace-limit=6", "-MD", "-MF", (directory / "included").string(), "-c",
       source.string(), "-o", object.string()});
}

run::Command linking(const Toolchain& toolchain, const Job& job, const Judge& judge,
                     const fs::path& directory, const fs::path& object,
                     const fs::path& executable) {
  std::vector<std::string> words = {object.string(), judge.object.string(), "-o",
                                    executable.string()};
  words.insert(words.end(), toolchain.link_flags.begin(), toolchain.link_flags.end());
  run::Command command = command_line(toolchain, job, directory, words);
  command.readable.push_back(judge.object);
  return command;
}

// The text as it stands in a string literal.
std::string quoted(const std::string& text) {
  std::string literal = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') literal += '\\';
    literal += c;
  }
  return literal + '"';
}

// What is compiled: what the judge asks of an answer, then the submission. In this order, and with
// the judge's names an error afterwards, nothing in the submission changes what it is asked:
// neither a macro nor a specialisation.
std::string translation_unit(const Job& job, const fs::path& submission) {
  return fmt::format(
      "#include <kata/answer.hpp>\n"
      "#include {}\n"
      "extern \"C\" {{\n"
      "extern const char kata_submission_path[];\n"
      "const char kata_submission_path[] = {};\n"
      "}}\n"
      "#pragma GCC poison kata kata_oracle\n"
      "#include {}\n",
      quoted(job.answer.string()), quoted(submission.string()), quoted(submission.string()));
}

// Whether a file was included that is none of a submission's business, by whatever path. Where the
// kernel confines the compiler it cannot have been.
bool includes_others(const fs::path& list, const Toolchain& toolchain, const Job& job,
                     const fs::path& own) {
  std::vector<fs::path> allowed = readable_for(toolchain, job);
  allowed.push_back(own);
  for (fs::path& path : allowed) {
    std::error_code error;
    path = fs::weakly_canonical(path, error);
  }
  const std::vector<std::string> files = included_files(read_file(list).value_or(""));
  return std::any_of(files.begin(), files.end(), [&](const std::string& name) {
    // System headers are most of the list.
    if (name.rfind("/usr/", 0) == 0 && name.find("/../") == std::string::npos) return false;
    std::error_code error;
    const fs::path file = fs::weakly_canonical(own / name, error);
    return !is_below(file, "/usr") &&
           std::none_of(allowed.begin(), allowed.end(),
                        [&](const fs::path& path) { return is_below(file, path); });
  });
}

// Whether a program with nothing of a student's in it compiles and links.
bool toolchain_works(const Toolchain& toolchain, const Job& job) {
  const PrivateDirectory directory;
  const fs::path source = directory.path() / "nothing.cpp";
  const fs::path object = directory.path() / "nothing.o";
  write_file(source,
             "#include <kata/answer.hpp>\nextern \"C\" {\nextern const char "
             "kata_submission_path[];\nconst char kata_submission_path[] = "
             "\"\";\nvoid kata_register_scenarios() {}\n}\n");
  const auto succeeds = [](const run::Command& command) {
    const run::Ended ended = run::run_child(command);
    return ended.stopped == run::Stopped::no && ended.signal == 0 && ended.exit_status == 0;
  };
  std::vector<std::string> link = {object.string(), "-o", (directory.path() / "nothing").string()};
  link.insert(link.end(), toolchain.link_flags.begin(), toolchain.link_flags.end());
  return succeeds(compiling(toolchain, job, directory.path(), source, object)) &&
         succeeds(command_line(toolchain, job, directory.path(), link));
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
  const bool slow = contains(ended.err, "CPU time limit exceeded") ||
                    contains(ended.err, "Killed signal terminated");
  if (slow) {
    return {fmt::format("the compiler did not finish within {} seconds", limits.cpu_seconds),
            "Templates or constant expressions in the submission make it work without end."};
  }
  if (contains(ended.err, "out of memory") || contains(ended.err, "virtual memory exhausted")) {
    return {
        fmt::format("the compiler needed more than {} GB of memory", limits.address_space >> 30),
        "Templates, constant expressions or huge tables in the submission cause this."};
  }
  if (contains(ended.err, "File size limit") || contains(ended.err, "file too big")) {
    return {"the compiled program would be too large",
            fmt::format("It may have {} MB. Is there a huge initialised array?",
                        limits.file_size >> 20)};
  }
  return {"", ""};
}

std::string explain_errors(const std::vector<Diagnostic>& errors) {
  if (errors.empty()) return "";
  if (std::any_of(errors.begin(), errors.end(), [](const Diagnostic& one) {
        return contains(one.message, "No such file or directory") ||
               contains(one.message, "file not found") ||
               contains(one.message, "Permission denied");
      })) {
    return "The submission is compiled on its own, in an empty directory, and can include the "
           "system's headers only: put everything else into the one file.";
  }
  if (std::any_of(errors.begin(), errors.end(),
                  [](const Diagnostic& one) { return contains(one.message, "poisoned"); })) {
    return "The names kata and kata_oracle belong to the judge; an answer does without them.";
  }
  return "Start with the first error; the others may only follow from it.";
}

}  // namespace

run::Limits compiler_limits() {
  run::Limits limits;
  limits.cpu_seconds = 30;
  limits.wall = 60s;
  limits.address_space = std::uint64_t{2} << 30;
  limits.file_size = std::uint64_t{64} << 20;
  limits.output = std::size_t{1} << 20;
  return limits;
}

Compiled compile(const Toolchain& toolchain, const Job& job) {
  Compiled compiled;
  const Judge judge = judge_object(toolchain, job.slug, job.harness);
  const fs::path& directory = compiled.directory.path();
  const fs::path source = directory / (job.slug + ".hpp");
  const fs::path unit = directory / "submission.cpp";
  const fs::path object = directory / "submission.o";
  const fs::path executable = directory / "harness";
  const SubmissionText submission{source.string(), job.shown, job.text};
  write_file(unit, translation_unit(job, source));
  const auto run = [&](const run::Command& command) {
    run::Ended ended = run::run_child(command);
    compiled.seconds += ended.wall_seconds;
    for (Diagnostic& one : parse_diagnostics(ended.err, submission)) {
      if (!one.error && one.in_submission)
        compiled.warnings.push_back(std::move(one));
      else if (one.error)
        compiled.errors.push_back(std::move(one));
    }
    return ended;
  };
  const auto attempt = [&](std::string_view before) {
    write_file(source, std::string(before) + job.text);
    compiled.warnings.clear();
    compiled.errors.clear();
    return run(compiling(toolchain, job, directory, unit, object));
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
    return ended.stopped == run::Stopped::no && ended.signal == 0 && ended.exit_status == 0 &&
           fs::exists(made);
  };
  if (includes_others(directory / "included", toolchain, job, directory)) {
    compiled.errors.clear();  // they may quote it
    compiled.warnings.clear();
    compiled.message = "the submission includes a file that is not the system's, as of solutions/";
    compiled.explanation = "An answer stands on its own: write it out.";
    return compiled;
  }
  if (good(object)) {
    const MappedFile judges(judge.object), runtime(toolchain.runtime);
    compiled.message =
        Reserved(judges.bytes(), runtime.bytes()).defined_in(read_file(object).value_or(""));
    if (compiled.message.empty()) {
      ended = run(linking(toolchain, job, judge, directory, object, executable));
      if (good(executable)) compiled.message = forbidden_in(read_file(executable).value_or(""));
    }
    if (!compiled.message.empty()) {
      compiled.explanation =
          "The names of the C library, operator new and the judge's own functions stay as they "
          "are, and an answer's code runs when it is called.";
      return compiled;
    }
    if (good(executable)) {
      compiled.executable = executable;
      return compiled;
    }
  }
  std::tie(compiled.message, compiled.explanation) = gave_up(ended);
  if (!compiled.message.empty()) {
    compiled.errors.clear();  // only the driver's complaint about it
    return compiled;
  }
  if (contains(ended.err, "No space left on device")) {
    throw InternalError("the disk is full: " + directory.parent_path().string());
  }
  const auto& links = toolchain.link_flags;
  if (std::find(links.begin(), links.end(), toolchain.runtime.string()) != links.end() &&
      !fs::exists(toolchain.runtime)) {
    throw InternalError("the judge's runtime is missing: " + toolchain.runtime.string() +
                        "; build again with grader/kata doctor");
  }
  if (compiled.errors.empty()) {
    const std::string said = cut(trim(printable(ended.err)), 300);
    if (ended.stopped != run::Stopped::no || ended.signal != 0 ||
        !toolchain_works(toolchain, job)) {
      throw InternalError(
          fmt::format("the compiler failed with {}: {}", run::describe_end(ended), said));
    }
    // In words that are not known here; but without the submission it would not have.
    compiled.message = "the compiler cannot make a program of it: " + said;
    compiled.explanation = "Is there something unusual in it, such as assembly or attributes?";
    return compiled;
  }
  if (auto misfit = misfit_of(compiled.errors, submission, job.answer)) {
    compiled.errors = std::move(misfit->errors);
    compiled.message = compiled.errors.front().message;
    compiled.explanation = std::move(misfit->explanation);
    return compiled;
  }
  if (compiled.errors.size() > most_errors) {
    compiled.more_errors = compiled.errors.size() - most_errors;
    compiled.errors.resize(most_errors);
  }
  compiled.message = compiled.errors.front().message;
  compiled.explanation = explain_errors(compiled.errors);
  return compiled;
}

}  // namespace grader::compile
