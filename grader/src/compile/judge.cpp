// SPDX-License-Identifier: MIT
#include "compile/judge.hpp"

#include <fmt/format.h>

#include "base/errors.hpp"
#include "base/text.hpp"
#include "compile/compiler.hpp"
#include "compile/included.hpp"
#include "compile/made_file.hpp"
#include "run/child.hpp"

namespace grader::compile {

namespace {

namespace fs = std::filesystem;
using Words = std::vector<std::string>;

void run(const Words& words, const fs::path& directory, const std::string& what) {
  run::Command command;
  command.argv = words;
  command.environment = {"LC_ALL=C", "TMPDIR=" + directory.string()};
  command.limits = compiler_limits();
  const run::Ended ended = run::run_child(command);
  if (ended.succeeded()) return;
  throw InternalError(fmt::format("{} failed with {}: {}", what, run::describe_end(ended),
                                  cut(trim(printable(ended.err, true)), 2000)));
}

// Makes `object` and returns the files that it was made from.
Words make(const Toolchain& toolchain, const std::string& slug, const fs::path& harness,
           const fs::path& object) {
  const PrivateDirectory directory;
  const fs::path compiled = directory.path() / "compiled.o", merged = directory.path() / "merged.o";
  const fs::path included = directory.path() / "included";
  const JudgeBuild& how = toolchain.judge;
  Words compile = {how.compiler};
  compile.insert(compile.end(), how.compile_flags.begin(), how.compile_flags.end());
  compile.insert(compile.end(), {"-MD", "-MF", included.string(), "-c", harness.string(), "-o",
                                 compiled.string()});
  run(compile, directory.path(), "compiling the judge of " + slug);
  // Without groups there is nothing left for which the linker would look for a twin.
  run({how.linker, "-r", "--force-group-allocation", "-T", how.script, compiled.string(), "-o",
       merged.string()},
      directory.path(), "merging the judge of " + slug);
  Words localise = {how.objcopy};
  for (const std::string& name : how.global_names)
    localise.push_back("--keep-global-symbol=" + name);
  localise.insert(localise.end(), {merged.string(), object.string()});
  run(localise, directory.path(), "making the names local of the judge of " + slug);
  Words files = included_files(read_file(included).value_or(""));
  files.push_back(how.script);
  return files;
}

}  // namespace

Judge judge_object(const Toolchain& toolchain, const std::string& slug, const fs::path& harness) {
  const JudgeBuild& how = toolchain.judge;
  if (how.compiler.empty()) {
    throw InternalError(toolchain.file.string() +
                        " says nothing of judges; build again with grader/kata doctor");
  }
  std::string made_with = how.compiler + ' ' + harness.string();
  for (const Words& words : {how.compile_flags, how.global_names}) {
    for (const std::string& word : words) made_with += ' ' + word;
  }
  const auto make_it = [&](const fs::path& file) { return make(toolchain, slug, harness, file); };
  const MadeFile kept(toolchain.build_dir / "judges" / (slug + ".o"), made_with);
  if (kept.ready(make_it)) return {kept.output(), nullptr};
  Judge judge;
  judge.directory = std::make_shared<PrivateDirectory>();
  judge.object = judge.directory->path() / "judge.o";
  make_it(judge.object);
  return judge;
}

}  // namespace grader::compile
