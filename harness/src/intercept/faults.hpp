// SPDX-License-Identifier: MIT
// Signals that the submission provokes, and exceptions that nothing catches.
#pragma once

namespace kata::intercept {

/// Installs the signal handlers, on a stack of their own, the terminate handler, and the watchdog.
void install_handlers();

/// Unblocks `signal` and the watchdog's: the handler of `signal` leaves its stack for good.
void unblock(int signal);

}  // namespace kata::intercept
