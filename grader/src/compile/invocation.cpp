// SPDX-License-Identifier: MIT
#include "compile/invocation.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/files.hpp"
#include "compile/included.hpp"
#include "run/confine.hpp"

namespace grader::compile {

namespace {

namespace fs = std::filesystem;

// What a compilation reads, besides the system's programs and headers and its own directory. Not
// the judge: it is no business of a submission's.
std::vector<fs::path> readable_for(const Toolchain& toolchain, const Job& job) {
  std::error_code error;
  // A compiler in /opt/llvm/bin has its parts in /opt/llvm.
  const fs::path compiler = fs::canonical(toolchain.compiler, error);
  std::vector<fs::path> all = {job.answer, toolchain.runtime};
  const fs::path parts =
      compiler.parent_path().filename() == "bin" ? compiler.parent_path().parent_path() : compiler;
  for (std::string& path : run::without(parts, toolchain.source_dir)) {
    all.emplace_back(std::move(path));
  }
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

// The text as it stands in a string literal.
std::string quoted(const std::string& text) {
  std::string literal = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7f) {
      literal += fmt::format("\\{:03o}", byte);
      continue;
    }
    if (c == '"' || c == '\\') literal += '\\';
    literal += c;
  }
  return literal + '"';
}

}  // namespace

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
  command.hidden = toolchain.source_dir;
  return command;
}

run::Command compiling(const Toolchain& toolchain, const Job& job, const fs::path& directory,
                       const fs::path& source, const fs::path& made, const std::string& kind) {
  return command_line(
      toolchain, job, directory,
      {"-ftemplate-backtrace-limit=6", "-MD", "-MF", (directory / "included").string(), kind,
       source.string(), "-o", made.string()});
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

std::string translation_unit(const Job& job, const fs::path& submission) {
  return fmt::format(
      "#include <kata/answer.hpp>\n"
      "#include \"{}\"\n"
      "extern \"C\" {{\n"
      "extern const char kata_submission_path[];\n"
      "const char kata_submission_path[] = {};\n"
      "}}\n"
      "#pragma GCC poison kata kata_oracle\n"
      "#include \"{}\"\n",
      job.answer.string(), quoted(submission.string()), submission.string());
}

bool includes_others(const fs::path& list, const Toolchain& toolchain, const Job& job,
                     const fs::path& own) {
  std::vector<fs::path> allowed = readable_for(toolchain, job);
  allowed.push_back(own);
  std::error_code unknown;
  const fs::path checkout = fs::weakly_canonical(toolchain.source_dir, unknown);
  const bool among_system = is_below(checkout, "/usr");
  for (fs::path& path : allowed) {
    std::error_code error;
    path = fs::weakly_canonical(path, error);
  }
  const std::vector<std::string> files = included_files(read_file(list).value_or(""));
  return std::any_of(files.begin(), files.end(), [&](const std::string& name) {
    // System headers are most of the list.
    if (!among_system && name.rfind("/usr/", 0) == 0 && name.find("/../") == std::string::npos)
      return false;
    std::error_code error;
    const fs::path file = fs::weakly_canonical(own / name, error);
    return (!is_below(file, "/usr") || is_below(file, checkout)) &&
           std::none_of(allowed.begin(), allowed.end(),
                        [&](const fs::path& path) { return is_below(file, path); });
  });
}

}  // namespace grader::compile
