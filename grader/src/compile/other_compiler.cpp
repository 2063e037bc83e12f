// SPDX-License-Identifier: MIT
#include "compile/other_compiler.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>
#include <functional>
#include <optional>

#include "base/errors.hpp"
#include "base/files.hpp"
#include "base/text.hpp"
#include "compile/compiler.hpp"
#include "compile/included.hpp"
#include "compile/made_file.hpp"
#include "run/child.hpp"

namespace grader::compile {

namespace {

namespace fs = std::filesystem;

bool runs(const fs::path& file) {
  std::error_code error;
  return fs::is_regular_file(file, error) && access(file.c_str(), X_OK) == 0;
}

fs::path find(const std::string& compiler) {
  if (compiler.find('/') != std::string::npos) {
    return runs(compiler) ? fs::absolute(compiler) : fs::path();
  }
  const char* path = getenv("PATH");
  std::string_view rest = path != nullptr ? path : "/usr/local/bin:/usr/bin:/bin";
  while (!rest.empty()) {
    const std::size_t colon = std::min(rest.find(':'), rest.size());
    const fs::path file = fs::path(rest.substr(0, colon)) / compiler;
    if (file.is_absolute() && runs(file)) return file;
    rest.remove_prefix(std::min(colon + 1, rest.size()));
  }
  return {};
}

std::string said_by(const std::vector<std::string>& words) {
  run::Command command;
  command.argv = words;
  command.limits = compiler_limits();
  const run::Ended ended = run::run_child(command);
  return ended.succeeded() ? ended.out : "";
}

// A precompiled header of `toolchain`, in a directory of its own.
class Header {
 public:
  Header(const Toolchain& toolchain, const std::string& family, const std::string& version)
      : toolchain_(toolchain),
        version_(version),
        include_(toolchain.source_dir / "harness/include") {
    std::string made_with = toolchain.compiler + version;
    for (const std::string& flag : toolchain.compile_flags) made_with += ' ' + flag;
    made_with += " -I" + include_.string();  // a copy of the tree has its own
    directory_ =
        toolchain.build_dir / "pch" / fmt::format("{:016x}", std::hash<std::string>{}(made_with));
    header_ = directory_ / "kata/answer.hpp";
    file_.emplace(header_.string() + (family == "clang" ? ".pch" : ".gch"), made_with);
  }

  const fs::path& directory() const { return directory_; }
  const fs::path& output() const { return file_->output(); }

  /// False if there is none and nowhere to put one, so that all headers are read each time.
  bool ready() {
    return file_->ready([this](const fs::path& file) { return make(file); });
  }

 private:
  std::vector<std::string> make(const fs::path& file) {
    write_file(header_, fmt::format("#include \"{}\"\n", (include_ / "kata/answer.hpp").string()));
    const PrivateDirectory temporary;
    const fs::path included = temporary.path() / "included";
    run::Command command;
    command.argv = {toolchain_.compiler};
    command.argv.insert(command.argv.end(), toolchain_.compile_flags.begin(),
                        toolchain_.compile_flags.end());
    command.argv.insert(command.argv.end(),
                        {"-I" + include_.string(), "-MD", "-MF", included.string(), "-x",
                         "c++-header", header_.string(), "-o", file.string()});
    command.environment = {"LC_ALL=C", "TMPDIR=" + temporary.path().string()};
    command.limits = compiler_limits();
    const run::Ended ended = run::run_child(command);
    if (!ended.succeeded()) {
      throw UsageError(fmt::format(
          "{} ({}) cannot compile what submissions include; g++ 12 and clang++ 14 can. It says: {}",
          toolchain_.compiler, version_, cut(trim(printable(ended.err)), 300)));
    }
    return included_files(read_file(included).value_or(""));
  }

  const Toolchain& toolchain_;
  std::string version_;
  fs::path include_, directory_, header_;
  std::optional<MadeFile> file_;
};

}  // namespace

Toolchain with_compiler(const Toolchain& built, const std::string& compiler) {
  const fs::path file = find(compiler);
  const std::string name = printable(compiler);
  if (file.empty()) {
    throw UsageError(fmt::format("there is no compiler {}.{}", name,
                                 name == "clang++" ? " On Debian: apt install clang" : ""));
  }
  std::error_code error;
  if (fs::equivalent(file, built.compiler, error)) return built;
  const std::string macros = said_by({file.string(), "-dM", "-E", "-x", "c++", "/dev/null"});
  const std::string family = macros.find("#define __clang__ ") != std::string::npos  ? "clang"
                             : macros.find("#define __GNUC__ ") != std::string::npos ? "gnu"
                                                                                     : "";
  const auto flags = built.families.find(family);
  if (flags == built.families.end()) {
    throw UsageError(name + " is no C++ compiler that behaves like g++ or clang++");
  }
  Toolchain toolchain = built;
  static_cast<Flags&>(toolchain) = flags->second;
  toolchain.compiler = file.string();
  toolchain.assembler.clear();  // it may need another one
  const std::string version = said_by({file.string(), "--version"});
  const std::string include = "-I" + (built.source_dir / "harness/include").string();
  Header header(toolchain, family, std::string(split_lines(version + "\n").front()));
  std::vector<std::string> more;
  if (header.ready()) {
    if (family == "clang") more = {"-include-pch", header.output().string()};
    more.push_back("-I" + header.directory().string());
  }
  more.push_back(include);
  toolchain.compile_flags.insert(toolchain.compile_flags.end(), more.begin(), more.end());
  return toolchain;
}

}  // namespace grader::compile
