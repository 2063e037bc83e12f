// SPDX-License-Identifier: MIT
#include "grading/program.hpp"

#include <fmt/format.h>

#include "base/errors.hpp"
#include "base/files.hpp"
#include "base/text.hpp"
#include "grading/grader.hpp"
#include "grading/result.hpp"
#include "grading/sealed_report.hpp"

namespace grader::grading {

namespace {

namespace fs = std::filesystem;

std::vector<std::string> arguments(const compile::Program& program, const ProgramRun& run,
                                   const About& about) {
  const Options& options = run.options;
  std::vector<std::string> argv = {program.executable.string(),
                                   "--sealed",
                                   "--schedules",
                                   std::to_string(about.schedules),
                                   "--seed",
                                   std::to_string(options.seed),
                                   "--strategy",
                                   options.strategy,
                                   "--time-limit",
                                   fmt::format("{:.3f}", options.time_limit),
                                   "--races",
                                   run.races_allowed ? "allow" : "report"};
  if (run.exit_status) argv.insert(argv.end(), {"--exit-status", *run.exit_status});
  if (run.late) argv.insert(argv.end(), {"--late", fmt::format("{}", *run.late)});
  if (!options.replay.empty()) argv.insert(argv.end(), {"--replay", options.replay});
  argv.emplace_back("--");
  argv.push_back(run.sources.files.front().stem().string());
  argv.insert(argv.end(), run.arguments.begin(), run.arguments.end());
  return argv;
}

// Where the flags say that the program's own shared libraries are: -LDIR, -L DIR, -Wl,-rpath,DIR,
// and a library by its path. The process has to open them.
std::vector<fs::path> library_directories(const std::vector<std::string>& flags) {
  std::vector<fs::path> directories;
  for (std::size_t i = 0; i < flags.size(); ++i) {
    const std::string& flag = flags[i];
    for (const std::string_view prefix :
         {"-L", "-Wl,-rpath,", "-Wl,-rpath=", "-Wl,-R,", "-Wl,-R"}) {
      if (!flag.starts_with(prefix)) continue;
      std::string named = flag.substr(prefix.size());
      if (named.empty() && i + 1 < flags.size()) named = flags[i + 1];
      if (!named.empty()) directories.emplace_back(named);
      break;
    }
    if (!flag.starts_with('-') && flag.find(".so") != std::string::npos) {
      directories.push_back(fs::path(flag).parent_path());
    }
  }
  std::error_code error;
  for (fs::path& directory : directories) directory = fs::absolute(directory, error);
  std::erase_if(directories, [&](const fs::path& one) { return !fs::is_directory(one, error); });
  return directories;
}

Result explored(const compile::Toolchain& toolchain, const compile::Program& program,
                const ProgramRun& run, const About& about) {
  run::Command command;
  command.argv = arguments(program, run, about);
  const std::string nonce = make_nonce();
  command.input = nonce + "\n";
  command.report = true;
  command.confined = true;
  // What it reads, it reads where it was called; it writes nothing.
  command.readable = {toolchain.runtime.parent_path(), program.directory.path(),
                      fs::current_path()};
  for (fs::path& directory : library_directories(run.sources.flags)) {
    command.readable.push_back(std::move(directory));
  }
  command.limits = harness_limits(run.options.time_limit);
  // For each byte that a program uses the race detector needs four.
  command.limits.resident *= 3;
  const run::Ended ended = run::run_child(command);
  std::optional<Sealed> sealed = unseal(ended.report, nonce);
  if (!sealed) {
    if (ended.exit_status == 2 && !ended.err.empty()) {
      throw UsageError(std::string(trim(split_lines(printable(ended.err, true)).front())));
    }
    if (ended.stopped == run::Stopped::memory) {
      return failed_result(about, Verdict::internal_error,
                           fmt::format("judging the program takes more than {} MB of memory",
                                       command.limits.resident >> 20),
                           "That says nothing about whether the program is right. It may be judged "
                           "with less to do.");
    }
    return unreported_result(about, ended, command.limits);
  }
  if (const auto* failed = std::get_if<JudgeFailed>(&*sealed)) {
    return judge_failed_result(about, failed->why);
  }
  Result result = std::get<Result>(std::move(*sealed));
  result.problem = about.problem;
  result.submission = about.submission;
  result.peak_memory_mb = static_cast<double>(ended.peak_resident >> 10) / 1024;
  for (const fs::path& file : run.sources.files) {
    add_sources(result, file.filename().string(),
                read_file(file, std::size_t{16} << 20).value_or(""));
  }
  result.elapsed_ms = (program.seconds + ended.wall_seconds) * 1000;
  return result;
}

}  // namespace

Result run_program(const compile::Toolchain& toolchain, const compile::Program& program,
                   const ProgramRun& run) {
  const std::string file = printable(run.sources.files.front().string());
  const std::string name = printable(run.sources.files.front().filename().string());
  const About about{
      name, file, name,
      run.options.replay.empty() ? run.options.schedules.value_or(default_schedules) : 1,
      run.options};
  Result result = explored(toolchain, program, run, about);
  result.compile_ms = program.seconds * 1000;
  ExploredProgram& what = result.program.emplace();
  for (const fs::path& one : run.sources.files) what.files.push_back(one.string());
  what.flags = run.sources.flags;
  what.arguments = run.arguments;
  what.races = run.races_allowed ? "allow" : "report";
  what.exit_status = run.exit_status;
  what.late = run.late;
  if (result.failure) {
    // The harness puts a problem in front of the token; a program is named by its files.
    result.failure->scenario.reset();
    if (auto& token = result.failure->replay) token = token->substr(token->find(':') + 1);
  }
  return result;
}

}  // namespace grader::grading
