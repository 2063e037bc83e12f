// SPDX-License-Identifier: MIT
// From fork to exec: everything that must be true of the child before its first instruction.
#pragma once

#include <sys/types.h>

#include "base/files.hpp"
#include "run/child.hpp"

namespace grader::run {

/// A started program and our ends of its pipes (not open where it inherits ours).
struct Spawned {
  pid_t pid = -1;
  Descriptor process;  ///< pidfd, readable when it has ended; may be missing on old kernels
  Descriptor in, out, err, report;
};

/// Throws InternalError when the program cannot be started.
Spawned spawn(const Command& command);

}  // namespace grader::run
