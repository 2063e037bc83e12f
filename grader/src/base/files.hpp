// SPDX-License-Identifier: MIT
// Files: a descriptor that closes itself, reading within a bound, and a private directory that
// goes away with its owner.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace grader {

/// Owns a file descriptor.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int value) : value_(value) {}
  Descriptor(Descriptor&& other) noexcept : value_(std::exchange(other.value_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(value_, other.value_);
    return *this;
  }
  ~Descriptor() { close(); }

  int get() const { return value_; }
  bool open() const { return value_ >= 0; }
  void close();

 private:
  int value_ = -1;
};

/// The bytes of a file, nothing if it cannot be read or holds more than `most`.
std::optional<std::string> read_file(const std::filesystem::path& path,
                                     std::size_t most = std::size_t{64} << 20);

/// A file's bytes without a copy of them, for a large file of which little is looked at. Not for
/// files that others may shorten meanwhile.
class MappedFile {
 public:
  explicit MappedFile(const std::filesystem::path& path);
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile();

  /// Empty if the file cannot be read.
  std::string_view bytes() const { return {static_cast<const char*>(memory_), size_}; }

 private:
  void* memory_ = nullptr;
  std::size_t size_ = 0;
};

/// Throws InternalError when the file cannot be written in full.
void write_file(const std::filesystem::path& path, const std::string& bytes);

/// A fresh directory that only this user may enter, removed with all that is in it. Locked as long
/// as it has an owner, so that remove_abandoned_directories() knows those of killed processes.
class PrivateDirectory {
 public:
  /// Throws InternalError when there is none to be had.
  PrivateDirectory();
  PrivateDirectory(PrivateDirectory&& other) noexcept
      : path_(std::exchange(other.path_, {})), lock_(std::move(other.lock_)) {}
  PrivateDirectory& operator=(PrivateDirectory&&) = delete;
  ~PrivateDirectory();

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
  Descriptor lock_;
};

/// Removes the private directories of this user whose owners were killed, and ends the processes
/// that still work in them (a compiler).
void remove_abandoned_directories();

}  // namespace grader
