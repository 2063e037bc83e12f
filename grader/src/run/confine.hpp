// SPDX-License-Identifier: MIT
// What a submission's process may not do even if it asks the kernel itself: start processes or
// programs, signal others, open sockets, change or read files that are none of its business.
// The judge's verdicts do not rest on this; it protects the machine and the workbook's files.
#pragma once

#include <linux/filter.h>
#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace grader::run {

/// What kept a process from being confined: a call that the kernel refused, and its errno.
struct Unconfined {
  enum Call : int {
    none,
    no_new_privileges,
    capabilities,
    landlock_rules,
    landlock_restriction,
    seccomp
  };
  Call call = none;
  int error = 0;
};
/// Returns the call's name for messages; empty for `none`.
const char* name_of(Unconfined::Call call);

/// Made before fork, applied in the child between fork and exec.
class Confinement {
 public:
  /// `program` is what will be executed; `readable` are the directories that it may read besides
  /// its own and the system's libraries; `hidden` is a directory that it may not read, except for
  /// those, even if it lies among the system's. Throws InternalError if there is no system-call
  /// filter.
  Confinement(const std::string& program, const std::vector<std::filesystem::path>& readable,
              const std::filesystem::path& hidden);
  ~Confinement();
  Confinement(const Confinement&) = delete;
  Confinement& operator=(const Confinement&) = delete;

  /// Confines the calling process, whose id is `self`. Returns what failed: then nothing may be
  /// executed. A kernel without Landlock is no failure, see has_landlock(). Async-signal-safe.
  Unconfined apply(pid_t self);

  /// Returns the path to hand to execve: the only one that still works, and only from the address
  /// that it is at.
  const char* path() const { return path_; }

 private:
  std::vector<sock_filter> filter_;
  std::vector<std::string> read_only_;
  char* path_ = nullptr;
  void* page_ = nullptr;
};

/// Returns whether the kernel has Landlock. Where it has not, a confined process can read the
/// user's files, and opens none to write; verdicts do not depend on it, and `kata doctor` says so.
bool has_landlock();

/// Which files a process may open, where the kernel has Landlock; all else stays allowed. For the
/// compiler, which starts programs and writes files; the submission decides what it reads.
class FileConfinement {
 public:
  /// Besides the system's programs and libraries, except for those in `hidden`, `readable`;
  /// everything in `own` is its to change.
  FileConfinement(const std::vector<std::filesystem::path>& readable,
                  const std::filesystem::path& own, const std::filesystem::path& hidden);

  /// Confines the calling process. Returns what failed. Async-signal-safe.
  Unconfined apply() const;

 private:
  std::vector<std::string> read_only_;
  std::string own_;
};

/// A seccomp program in which `placeholder_…` stand for what is not known before fork.
inline constexpr std::uint32_t placeholder_pid = 0x5eed0001;
inline constexpr std::uint32_t placeholder_path_high = 0x5eed0002;
inline constexpr std::uint32_t placeholder_path_low = 0x5eed0003;

/// Returns the program, built once; empty if libseccomp cannot.
const std::vector<sock_filter>& syscall_filter();

/// Returns paths that hold all of `root` except for `hidden`: `root` alone if it does not hold
/// `hidden`, else its entries without the one that does, which is taken apart likewise.
std::vector<std::string> without(const std::filesystem::path& root,
                                 const std::filesystem::path& hidden);

}  // namespace grader::run
