// SPDX-License-Identifier: MIT
#include <elf.h>
#include <fmt/format.h>
#include <sys/auxv.h>
#include <sys/utsname.h>

#include <algorithm>

#include "base/errors.hpp"
#include "base/files.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "grading/parallel.hpp"
#include "run/confine.hpp"

namespace grader::cli {

namespace {

class Findings {
 public:
  explicit Findings(const Console& console) : console_(console) {}

  void good(const std::string& what) { say(report::Color::green, "✓", what); }
  /// Judging works without it.
  void pity(const std::string& what) { say(report::Color::yellow, "!", what); }
  void bad(const std::string& what) {
    say(report::Color::red, "✗", what);
    all_good_ = false;
  }
  bool all_good() const { return all_good_; }

 private:
  void say(report::Color color, const char* mark, const std::string& what) {
    console_.out(console_.style().paint(color, mark) + " " + printable(what) + "\n");
  }

  const Console& console_;
  bool all_good_ = true;
};

// The first line that a program prints about its version, empty if it does not start.
std::string version_of(const std::string& program) {
  run::Command command;
  command.argv = {"/usr/bin/env", program, "--version"};
  const run::Ended ended = run::run_child(command);
  if (ended.exit_status != 0 || ended.out.empty()) return "";
  return std::string(split_lines(ended.out).front());
}

void look_at_programs(const std::string& compiler, Findings& findings) {
  for (const std::string& program : {compiler, std::string("cmake"), std::string("ninja")}) {
    const std::string version = version_of(program);
    if (version.empty()) {
      findings.bad(program + " does not start: run grader/kata once, which installs it");
    } else {
      findings.good(program + ": " + version);
    }
  }
}

void look_at_machine(Findings& findings) {
  utsname system{};
  uname(&system);
  findings.good(fmt::format("{} {} {}, {} processors", system.sysname, system.release,
                            system.machine, grading::processors()));
#if defined(__x86_64__)
  constexpr unsigned long fsgsbase = 2;  // HWCAP2_FSGSBASE
  if ((getauxval(AT_HWCAP2) & fsgsbase) != 0)
    findings.good("FSGSBASE: thread pointers switch fast");
  else
    findings.pity("no FSGSBASE: judging works, but switching threads is slower");
#endif
}

// Confines a program as a submission is confined.
void look_at_confinement(Findings& findings) {
  run::Command command;
  command.argv = {"/bin/true"};
  command.confined = true;
  try {
    run::run_child(command);
  } catch (const InternalError& error) {
    return findings.bad("submissions cannot be confined, so none is judged: " +
                        std::string(error.what()));
  }
  if (run::has_landlock())
    findings.good("submissions are confined by seccomp and Landlock");
  else
    findings.pity(
        "no Landlock: submissions can read your files, though not write; verdicts are not "
        "affected");
}

void look_at_build(const compile::Toolchain& toolchain, Findings& findings) {
  std::error_code error;
  const std::string again = "; remove build/ and start grader/kata again";
  if (std::filesystem::exists(toolchain.runtime, error))
    findings.good("runtime: " + toolchain.runtime.string());
  else
    findings.bad("no runtime at " + toolchain.runtime.string() + again);
  const auto header = toolchain.build_dir / "harness/pch/kata/answer.hpp";
  const bool compiled = std::filesystem::exists(header.string() + ".gch", error) ||
                        std::filesystem::exists(header.string() + ".pch", error);
  if (!compiled) findings.bad("no precompiled header in " + header.parent_path().string() + again);
}

// Compiles nearly nothing the way submissions are, once with a warning if the header is refused.
void look_at_compiling(const compile::Toolchain& toolchain, Findings& findings) {
  const PrivateDirectory directory;
  const auto source = directory.path() / "trivial.cpp";
  write_file(source, "#include <kata/answer.hpp>\n");
  run::Command command;
  command.argv = {toolchain.compiler};
  command.argv.insert(command.argv.end(), toolchain.compile_flags.begin(),
                      toolchain.compile_flags.end());
  command.argv.insert(command.argv.end(), {"-Winvalid-pch", "-c", source.string(), "-o",
                                           (directory.path() / "trivial.o").string()});
  command.environment = {"LC_ALL=C", "TMPDIR=" + directory.path().string()};
  command.limits = compile::compiler_limits();
  const run::Ended ended = run::run_child(command);
  if (ended.exit_status != 0 || ended.signal != 0) {
    findings.bad("the compiler fails: " + cut(trim(printable(ended.err)), 300));
  } else if (!ended.err.empty()) {
    findings.pity("the precompiled header is not usable, so verdicts take longer: " +
                  cut(trim(printable(split_lines(ended.err).front())), 300));
  } else {
    findings.good(fmt::format("what submissions include compiles in {:.2f} s", ended.wall_seconds));
  }
}

}  // namespace

ExitStatus run_command(const Doctor&, const Workplace& at) {
  Findings findings(at.console);
  const compile::Toolchain& toolchain = at.grader.toolchain();
  look_at_machine(findings);
  look_at_confinement(findings);
  look_at_programs(toolchain.compiler, findings);
  look_at_build(toolchain, findings);
  look_at_compiling(toolchain, findings);
  findings.good(fmt::format("{} katas{}", at.grader.workbook().slugs().size(),
                            at.grader.workbook().has_solutions() ? ", with solutions" : ""));
  return findings.all_good() ? ExitStatus::accepted : ExitStatus::could_not_judge;
}

}  // namespace grader::cli
