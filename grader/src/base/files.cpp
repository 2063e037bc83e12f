// SPDX-License-Identifier: MIT
#include "base/files.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "base/errors.hpp"

namespace grader {

void Descriptor::close() {
  if (value_ >= 0) ::close(value_);
  value_ = -1;
}

std::optional<std::string> read_file(const std::filesystem::path& path, std::size_t most) {
  // O_NONBLOCK: opening a FIFO must not wait for somebody to write to it.
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  if (!file.open()) return std::nullopt;
  std::string bytes;
  char buffer[16384];
  for (;;) {
    const ssize_t got = ::read(file.get(), buffer, sizeof buffer);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return std::nullopt;
    if (got == 0) return bytes;
    bytes.append(buffer, static_cast<std::size_t>(got));
    if (bytes.size() > most) return std::nullopt;
  }
}

MappedFile::MappedFile(const std::filesystem::path& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  struct stat status {};
  if (!file.open() || fstat(file.get(), &status) != 0 || status.st_size <= 0) return;
  const auto size = static_cast<std::size_t>(status.st_size);
  void* memory = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.get(), 0);
  if (memory == MAP_FAILED) return;
  memory_ = memory;
  size_ = size;
}

MappedFile::~MappedFile() {
  if (memory_ != nullptr) munmap(memory_, size_);
}

void write_file(const std::filesystem::path& path, const std::string& bytes) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
  const auto fail = [&] {
    throw InternalError(fmt::format("cannot write {}: {}{}", path.string(), std::strerror(errno),
                                    errno == EFBIG ? " (ulimit -f)" : ""));
  };
  if (!file.open()) fail();
  for (std::size_t done = 0; done < bytes.size();) {
    const ssize_t put = ::write(file.get(), bytes.data() + done, bytes.size() - done);
    if (put < 0 && errno == EINTR) continue;
    if (put <= 0) fail();
    done += static_cast<std::size_t>(put);
  }
}

namespace {

namespace fs = std::filesystem;

// Where private directories are. Compilers do not get along with every name, and other places are
// as good.
fs::path temporary_files() {
  std::error_code error;
  const fs::path base = fs::absolute(fs::temp_directory_path(error), error);
  if (error) return "/tmp";
  const std::string name = base.string();
  const bool plain = std::all_of(name.begin(), name.end(), [](unsigned char c) {
    return std::isalnum(c) != 0 ||
           std::string_view("/._-+@~").find(static_cast<char>(c)) != std::string_view::npos;
  });
  if (plain) return base;
  for (const char* other : {"/tmp", "/var/tmp", "/dev/shm"}) {
    if (access(other, W_OK | X_OK) == 0) return other;
  }
  throw InternalError(
      "the name of TMPDIR holds characters that compilers do not get along with, "
      "and no other place can be written to: name it with letters and digits");
}

// The directory's own descriptor with its lock, if no other process has it. The path may be gone
// meanwhile, or be another directory.
Descriptor locked(const fs::path& path) {
  Descriptor directory(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW));
  struct stat held {
  }, named{};
  if (directory.open() && flock(directory.get(), LOCK_EX | LOCK_NB) == 0 &&
      fstat(directory.get(), &held) == 0 && stat(path.c_str(), &named) == 0 &&
      held.st_ino == named.st_ino && held.st_dev == named.st_dev && held.st_uid == geteuid()) {
    return directory;
  }
  return {};
}

// What works in a directory whose owner is gone.
void end_processes_in(const fs::path& directory) {
  std::error_code error;
  for (const auto& entry : fs::directory_iterator("/proc", error)) {
    const pid_t pid = std::atoi(entry.path().filename().c_str());
    if (pid <= 1 || pid == getpid()) continue;
    const fs::path where = fs::read_symlink(entry.path() / "cwd", error);
    if (!error && where == directory) kill(pid, SIGKILL);
  }
}

}  // namespace

PrivateDirectory::PrivateDirectory() {
  // Another process may take one for abandoned before it is locked.
  for (int attempt = 0; attempt < 10 && !lock_.open(); ++attempt) {
    std::string pattern = (temporary_files() / "kata.XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) {  // made with mode 0700
      throw InternalError(fmt::format(
          "cannot make a temporary directory in {}: {}. Is the disk full? TMPDIR names another "
          "place",
          fs::path(pattern).parent_path().string(), std::strerror(errno)));
    }
    path_ = pattern;
    lock_ = locked(path_);
  }
}

PrivateDirectory::~PrivateDirectory() {
  if (path_.empty()) return;
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

void remove_abandoned_directories() {
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(temporary_files(), error)) {
    const std::string name = entry.path().filename().string();
    if (name.size() != std::string_view("kata.XXXXXX").size() || !name.starts_with("kata.")) {
      continue;
    }
    const Descriptor lock = locked(entry.path());
    if (!lock.open()) continue;
    end_processes_in(entry.path());
    fs::remove_all(entry.path(), error);
  }
}

}  // namespace grader
