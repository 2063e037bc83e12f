// SPDX-License-Identifier: MIT
// Waits until a file is saved, by whichever way an editor does that, or a key is pressed.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>

#include "base/files.hpp"

namespace grader::cli {

class FileWatcher {
 public:
  enum class Event { saved, key, keys_ended };

  /// `poll`: look at the file again and again, for file systems that report nothing (network
  /// mounts). Throws UsageError if the kernel cannot watch; then `poll` is left.
  FileWatcher(std::filesystem::path file, bool poll);

  /// Blocks until the file's directory reports that the file was written or replaced, or `keys`
  /// (a descriptor; -1: none) can be read. A save is reported some 20 ms after its last part, so
  /// that an editor's several steps are one. Throws Interrupted on a signal.
  Event wait(int keys);

 private:
  std::string state() const;
  void drain();

  std::filesystem::path file_;
  Descriptor inotify_;
  std::string seen_;  // when polling: what state() was
};

/// Keys one by one, without Enter, as long as it lives; nothing if standard input is no terminal.
class Keys {
 public:
  Keys();
  Keys(const Keys&) = delete;
  Keys& operator=(const Keys&) = delete;
  ~Keys();

  /// To wait for; -1 if there are no keys.
  int descriptor() const { return is_there_ ? 0 : -1; }
  /// The key that was pressed; '\0' at the end of input.
  char read() const;

 private:
  bool is_there_ = false;
};

}  // namespace grader::cli
