// SPDX-License-Identifier: MIT
// No process outlives its run. The grader is a subreaper, so that whatever a program leaves behind
// becomes a child of the grader; a child that we did not start ourselves is such an orphan.
//
// Thread safe: several programs may be running at once, each waited for by the thread that
// started it.
#pragma once

#include <sys/resource.h>
#include <sys/types.h>

#include <functional>

namespace grader::run {

/// fork, with the child written down as one of ours before anybody can take it for an orphan.
/// `in_child` must not return. Returns -1 with errno on failure.
pid_t fork_known(const std::function<void()>& in_child);

/// Waits for a process of fork_known and forgets it. Returns its wait status.
int wait_known(pid_t pid, rusage* usage = nullptr);

/// Kills the group of `pid` (not yet waited for) and every orphan, whoever left it.
void kill_all_of(pid_t pid);
void kill_orphans();

}  // namespace grader::run
