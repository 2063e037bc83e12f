// SPDX-License-Identifier: MIT
// Which static and global variables of the submission a schedule changes. Every schedule starts
// with fresh ones, as a process does; but two objects in one process share them, which a student
// should know.
#pragma once

#include <set>
#include <string>

namespace kata::explore {

/// While one lives, schedules are watched. Not two at a time.
class GlobalStateWatch {
 public:
  GlobalStateWatch();
  ~GlobalStateWatch();
  GlobalStateWatch(const GlobalStateWatch&) = delete;
  GlobalStateWatch& operator=(const GlobalStateWatch&) = delete;

  /// The names of variables that had another value at the end of a schedule than at its beginning
  /// or, if they are made in it, than when they had been made. Not those of the harness or of
  /// libraries; not what they point to.
  std::set<std::string> changed() const;
};

}  // namespace kata::explore
