// SPDX-License-Identifier: MIT
#include "cli/commands.hpp"
#include "compile/judge.hpp"
#include "grading/parallel.hpp"

namespace grader::cli {

ExitStatus run_command(const Judges&, const Workplace& at) {
  const std::vector<std::string> slugs = at.grader.workbook().slugs();
  grading::in_parallel(
      slugs.size(), grading::processors(),
      [&](std::size_t i) {
        const workbook::Problem problem = at.grader.workbook().problem(slugs[i]);
        compile::judge_object(at.grader.toolchain(), problem.slug, problem.harness());
      },
      [](std::size_t) {});
  return ExitStatus::accepted;
}

}  // namespace grader::cli
