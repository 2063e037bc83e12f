// SPDX-License-Identifier: MIT
// What real threads found, said so that nobody takes it for a verdict.
#pragma once

#include <cstddef>
#include <string>

#include "base/result.hpp"
#include "report/style.hpp"

namespace grader::report {

/// In the place of a verdict: "○ foo_bar  nothing found — 500 runs on real threads, …".
std::string native_verdict(const Result& result, const Style& style);

/// What the result is worth, as a paragraph with an empty line before it.
std::string native_caveat(const Result& result, const Style& style);

/// For many katas at once; `one` of their results says which sanitizer there was.
std::string native_summary(const Result& one, std::size_t accepted, std::size_t rejected);

}  // namespace grader::report
