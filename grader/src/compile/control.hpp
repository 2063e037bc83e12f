// SPDX-License-Identifier: MIT
// The control: what a submission with nothing wrong in it gets on the same machine, by which a
// fault of the machine is told from one of the student's.
#pragma once

#include <filesystem>
#include <string>

#include "base/files.hpp"
#include "compile/compiler.hpp"
#include "compile/toolchain.hpp"
#include "run/child.hpp"

namespace grader::compile {

/// Returns whether a failed compiler says something that a machine can cause: a full disk, no
/// memory, no process, a file that cannot be read. A submission can make a compiler say so, too.
bool may_be_the_machines(const run::Ended& ended);

/// Throws InternalError, with what to do, if nothing at all can be compiled and linked here as
/// `job` was. `failed` is how that ended.
void check_machine(const Toolchain& toolchain, const Job& job, const run::Ended& failed);

/// A harness whose only scenario starts a thread and joins it, and a directory to run it in. It is
/// kept in the build for the next time.
struct ControlHarness {
  PrivateDirectory directory;
  std::filesystem::path executable;
};

/// Makes one with the flags of submissions. Throws InternalError if that cannot be.
ControlHarness control_harness(const Toolchain& toolchain, const Job& job);

}  // namespace grader::compile
