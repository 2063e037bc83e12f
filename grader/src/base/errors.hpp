// SPDX-License-Identifier: MIT
// What the grader throws when it cannot even begin: each kind knows whose fault it is. A submission
// that is wrong is not an error; that is a result.
#pragma once

#include <stdexcept>

namespace grader {

/// The command was used wrongly: exit status 2.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The machine or the grader failed: exit status 3, or the verdict internal_error in a batch.
class InternalError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Somebody pressed Ctrl-C.
class Interrupted : public std::runtime_error {
 public:
  Interrupted() : std::runtime_error("interrupted") {}
};

}  // namespace grader
