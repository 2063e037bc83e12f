// SPDX-License-Identifier: MIT
#include "report/style.hpp"

namespace grader::report {

std::string Style::paint(Color which, std::string_view text) const {
  const char* code = "";
  switch (which) {
    case Color::none:
      break;
    case Color::red:
      code = "\033[31m";
      break;
    case Color::green:
      code = "\033[32m";
      break;
    case Color::yellow:
      code = "\033[33m";
      break;
    case Color::blue:
      code = "\033[34m";
      break;
    case Color::bold:
      code = "\033[1m";
      break;
    case Color::faint:
      code = "\033[2m";
      break;
  }
  if (!color || *code == '\0') return std::string(text);
  return code + std::string(text) + "\033[0m";
}

Look look_of(Judgement judgement) {
  switch (judgement) {
    case Judgement::accepted:
      return {"✓", Color::green};
    case Judgement::rejected:
      return {"✗", Color::red};
    case Judgement::not_judged:
      break;
  }
  return {"!", Color::yellow};
}

}  // namespace grader::report
