// SPDX-License-Identifier: MIT
// Several pieces of work at once, their outcomes in order.
#pragma once

#include <cstddef>
#include <functional>

namespace grader::grading {

/// Calls work(0) … work(count - 1) on at most `jobs` threads, and done(i) for each, in this thread
/// or another but one at a time and in the order of i, as soon as all before it are done. The first
/// exception stops the rest and is thrown again.
void in_parallel(std::size_t count, std::size_t jobs, const std::function<void(std::size_t)>& work,
                 const std::function<void(std::size_t)>& done);

/// Processors that this process may use.
std::size_t processors();

}  // namespace grader::grading
