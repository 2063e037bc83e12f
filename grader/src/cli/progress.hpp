// SPDX-License-Identifier: MIT
// Says now and then, on standard error, how far a long command is.
#pragma once

#include <fmt/format.h>

#include <chrono>
#include <string>

#include "cli/console.hpp"

namespace grader::cli {

/// Not for several threads at once.
class Progress {
 public:
  /// `before`: what the line begins with; `what`: "runs", "mutants".
  Progress(const Console& console, std::string before, std::string what, std::size_t all)
      : console_(console), before_(std::move(before)), what_(std::move(what)), all_(all) {}

  void at(std::size_t done) {
    const auto now = std::chrono::steady_clock::now();
    if (now - told_ < std::chrono::seconds(10)) return;
    told_ = now;
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(now - begun_).count();
    console_.err(
        fmt::format("kata: {}{} of {} {} after {} s\n", before_, done, all_, what_, seconds));
  }

 private:
  const Console& console_;
  std::string before_, what_;
  std::size_t all_;
  std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now(), told_ = begun_;
};

}  // namespace grader::cli
