// SPDX-License-Identifier: MIT
#include "compile/refusal.hpp"

#include <fmt/format.h>

#include "base/errors.hpp"
#include "base/files.hpp"
#include "base/text.hpp"
#include "compile/assembly.hpp"
#include "compile/compiler.hpp"
#include "compile/executable.hpp"
#include "compile/machine_code.hpp"
#include "compile/object.hpp"
#include "run/child.hpp"

namespace grader::compile {

namespace {

constexpr const char* own_names =
    "The names of the C library, operator new and the judge's own functions stay as they are, and "
    "an answer's code runs when it is called.";
constexpr const char* permitted_names =
    "An answer may use the standard library of C++ and C, and the threads, locks and semaphores of "
    "POSIX. The judge controls those; what reaches around it is refused.";
constexpr const char* usual_sections =
    "An answer is plain C++: its functions, variables and constants lie where the compiler puts "
    "them.";

// The first line, from 1, in which `word` stands outside of a comment to the line's end; 0 if none.
int line_of(std::string_view text, std::string_view word) {
  int number = 0;
  for (const std::string_view line : split_lines(text)) {
    ++number;
    if (trim(line).starts_with("#include")) continue;  // <sys/ptrace.h>
    const std::size_t at = find_word(line, word);
    if (at != std::string_view::npos && line.substr(0, at).find("//") == std::string_view::npos) {
      return number;
    }
  }
  return 0;
}

Refusal refusal(const SubmissionText& submission, std::string_view word, std::string message,
                const char* explanation) {
  Diagnostic error{true, "", 0, 0, false, std::move(message)};
  if (const int line = word.empty() ? 0 : line_of(submission.text, word); line > 0) {
    error.file = submission.shown;
    error.line = line;
    error.in_submission = true;
    error.source = std::string(split_lines(submission.text)[static_cast<std::size_t>(line) - 1]);
  }
  return {std::move(error), explanation};
}

// Where the source says asm, under any of its names.
std::string_view word_for_assembly(std::string_view text) {
  for (const std::string_view word : {"asm", "__asm__", "__asm"}) {
    if (line_of(text, word) > 0) return word;
  }
  return "";
}

// The first instruction in the code of `object` that enters the kernel.
std::string system_call_in(const Toolchain& toolchain, std::string_view object) {
  if (!may_enter_kernel(object)) return "";
  const PrivateDirectory directory;
  const auto file = directory.path() / "object.o";
  write_file(file, std::string(object));
  run::Command command;
  command.argv = {toolchain.judge.objdump, "-d", "-w", "--no-show-raw-insn", file.string()};
  command.environment = {"LC_ALL=C", "TMPDIR=" + directory.path().string()};
  command.directory = directory.path();
  command.limits = compiler_limits();
  command.limits.output = std::size_t{64} << 20;
  command.only_own_files = true;
  const run::Ended ended = run::run_child(command);
  if (!ended.succeeded()) {
    throw InternalError(fmt::format("{} failed with {}: {}", toolchain.judge.objdump,
                                    run::describe_end(ended),
                                    cut(trim(printable(ended.err, true)), 300)));
  }
  return listing_enters_kernel(ended.out);
}

}  // namespace

Refusal refused_assembly(const std::string& assembly, const SubmissionText& submission) {
  return refusal(submission, word_for_assembly(submission.text),
                 assembly == outside_functions
                     ? std::string("an answer may not hold assembly outside of its functions")
                     : fmt::format("an answer may not hold the inline assembly `{}'",
                                   cut(printable(trim(assembly)), 60)),
                 "The judge sees neither accesses nor calls in assembly. It permits pause, fences "
                 "(mfence, lfence, sfence) and an empty text: use std::atomic for anything else.");
}

std::optional<Refusal> refused_object(const Toolchain& toolchain, const Judge& judge,
                                      std::string_view object, const SubmissionText& submission) {
  const MappedFile judges(judge.object), runtime(toolchain.runtime);
  if (std::string said = Reserved(judges.bytes(), runtime.bytes()).defined_in(object);
      !said.empty()) {
    return refusal(submission, "", std::move(said), own_names);
  }
  if (!toolchain.controlled) return std::nullopt;
  if (const std::string name = odd_section_in(object); !name.empty()) {
    return refusal(
        submission, name,
        fmt::format("the submission puts something into the section {}", cut(printable(name), 100)),
        usual_sections);
  }
  if (const std::string instruction = system_call_in(toolchain, object); !instruction.empty()) {
    return refusal(submission, word_for_assembly(submission.text),
                   fmt::format("the submission makes system calls by itself ({})", instruction),
                   permitted_names);
  }
  return std::nullopt;
}

std::optional<Refusal> refused_executable(const Toolchain& toolchain, std::string_view object,
                                          std::string_view executable,
                                          const SubmissionText& submission) {
  if (std::string said = forbidden_in(executable); !said.empty()) {
    return refusal(submission, "", std::move(said), own_names);
  }
  if (!toolchain.controlled) return std::nullopt;
  if (const std::string name = unpermitted_in(object); !name.empty()) {
    return refusal(
        submission, name,
        fmt::format("an answer may not use {}", cut(printable(readable_name(name)), 100)),
        permitted_names);
  }
  return std::nullopt;
}

}  // namespace grader::compile
