// SPDX-License-Identifier: MIT
// What rendering may know about the terminal: all of it is here, so that it can be tested.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/verdict.hpp"

namespace grader::report {

enum class Color { none, red, green, yellow, blue, bold, faint };

struct Style {
  bool color = false;
  std::size_t width = 100;                 ///< columns, at least 40
  std::string launcher = "./grader/kata";  ///< how the reader calls this command
  std::string compiler{};                  ///< that the reader asked for; empty: the usual one

  /// `text` in `color`, if there are colours here.
  std::string paint(Color color, std::string_view text) const;
};

/// How a verdict looks in front of a line.
struct Look {
  const char* mark;
  Color color;
};
Look look_of(Judgement judgement);

}  // namespace grader::report
