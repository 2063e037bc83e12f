// SPDX-License-Identifier: MIT
#include "cli/console.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "base/errors.hpp"
#include "base/text.hpp"

namespace grader::cli {

namespace {

// https://no-color.org: any value that is not empty.
bool wants_color() {
  const char* no_color = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  return isatty(STDOUT_FILENO) == 1 && (no_color == nullptr || *no_color == '\0') &&
         (terminal == nullptr || std::strcmp(terminal, "dumb") != 0);
}

std::size_t terminal_width() {
  winsize size{};
  long columns = 0;
  if (const char* named = std::getenv("COLUMNS"); named != nullptr) {
    columns = std::strtol(named, nullptr, 10);
  } else if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) {
    columns = size.ws_col;
  }
  return columns <= 0 ? 100 : static_cast<std::size_t>(std::clamp(columns, 60L, 200L));
}

}  // namespace

Console::Console(const std::filesystem::path& root, const std::string& compiler) {
  style_.compiler = compiler;
  style_.color = wants_color();
  style_.width = terminal_width();
  std::error_code error;
  const auto here = std::filesystem::current_path(error);
  const std::string launcher = (root / "grader" / "kata").lexically_relative(here).string();
  if (!launcher.empty()) {
    style_.launcher = shell_quote(launcher.front() == '.' ? launcher : "./" + launcher);
  }
}

void Console::out(const std::string& text) const {
  const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
  if (std::fflush(stdout) == 0 && written) return;
  // A reader that has seen enough (`| head`) has closed its end.
  if (errno == EPIPE) return;
  throw InternalError(std::string("cannot write to standard output: ") + std::strerror(errno));
}

void Console::err(const std::string& text) const {
  std::fwrite(text.data(), 1, text.size(), stderr);
}

}  // namespace grader::cli
