// SPDX-License-Identifier: MIT
// Every thread is an atom and calls hydrogen() or oxygen() once. As it stands the atoms are
// released as they come. Fill in what groups them into molecules: two hydrogen and one oxygen, then
// the next three.
#pragma once

#include <functional>

class H2O {
 public:
  H2O() {}

  void hydrogen(std::function<void()> releaseHydrogen) {
    // releaseHydrogen() writes "H". Keep this call.
    releaseHydrogen();
  }

  void oxygen(std::function<void()> releaseOxygen) {
    // releaseOxygen() writes "O". Keep this call.
    releaseOxygen();
  }
};
