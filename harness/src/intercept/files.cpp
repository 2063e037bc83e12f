// SPDX-License-Identifier: MIT
// Files that a program writes are in memory, and only the schedule sees them: on the disk nothing
// changes, so every schedule finds there what the first did. What is only read is the disk's.
#include <fcntl.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdarg>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <map>
#include <string>

#include "intercept/common.hpp"
#include "model/mutex.hpp"
#include "world/per_schedule.hpp"
#include "world/program.hpp"

namespace kata::intercept {

namespace {

constexpr int removed = -1;

// By path, as the program writes it: a descriptor of the file in memory, or `removed`.
std::map<std::string, int>& written() {
  static std::map<std::string, int> files;
  return files;
}
unsigned made_names = 0;

bool ours() { return in_schedule() && model::program_main != nullptr; }

int (*real_open())(const char*, int, ...) {
  static const auto next = real<int(const char*, int, ...)>("open");
  return next;
}

std::string name_of(const char* path) {
  std::string name = path;
  while (name.starts_with("./")) name.erase(0, name.find_first_not_of('/', 2));
  return name;
}

const int* find(const char* path) {
  if (!ours() || path == nullptr || written().empty()) return nullptr;
  const auto found = written().find(name_of(path));
  return found == written().end() ? nullptr : &found->second;
}

// What flockfile() locks, as it is used in this schedule. The stream's own lock would stop the one
// kernel thread that there is.
struct StreamLock {
  std::uint64_t handle = 0;
};
std::map<FILE*, StreamLock>& stream_locks() {
  static std::map<FILE*, StreamLock> locks;
  return locks;
}

model::Mutex& lock_of(FILE* stream) {
  model::Mutex& mutex = model::mutexes.of(&stream_locks()[stream]);
  mutex.kind = model::MutexKind::recursive;
  return mutex;
}

bool fails(int error) {
  errno = error;
  return true;
}

// Descriptors below 200 are the program's, and closed when its schedule ends.
int in_memory() {
  const int low = memfd_create("file", MFD_CLOEXEC);
  if (low < 0) return -1;
  const int kept = fcntl(low, F_DUPFD_CLOEXEC, 200);
  close(low);
  return kept;
}

// Another descriptor of the file behind `descriptor`, with a position of its own.
int opened_again(int descriptor, int flags) {
  const std::string path = "/proc/self/fd/" + std::to_string(descriptor);
  return real_open()(path.c_str(), flags & ~(O_CREAT | O_EXCL | O_NOFOLLOW));
}

void copy_from_disk(const char* path, int to) {
  const int from = real_open()(path, O_RDONLY | O_CLOEXEC);
  if (from < 0) return;
  char buffer[4096];
  for (ssize_t got = 0; (got = read(from, buffer, sizeof buffer)) > 0;) {
    if (write(to, buffer, static_cast<std::size_t>(got)) != got) break;
  }
  close(from);
}

// Whether the file on the disk could not be written, or not be made, where nothing kept the program
// from writing; errno says why.
bool is_refused(const char* path, bool& exists) {
  struct stat about {};
  exists = stat(path, &about) == 0;
  if (exists) return access(path, W_OK) != 0;
  if (errno != ENOENT) return true;
  const std::string name = path;
  const std::size_t slash = name.rfind('/');
  const std::string directory = slash == std::string::npos ? "." : name.substr(0, slash + 1);
  return access(directory.c_str(), W_OK | X_OK) != 0;
}

bool is_plain_file(const char* path) {
  struct stat about {};
  if (stat(path, &about) != 0) return true;  // it will be
  for (const char* system : {"/dev/", "/proc/", "/sys/"}) {
    if (std::strncmp(path, system, std::strlen(system)) == 0) return false;
  }
  return S_ISREG(about.st_mode);
}

// Opens what this schedule has written, or writes from now on. Only if concerns() it.
int open_here(const char* path, int flags) {
  const std::string name = name_of(path);
  const auto known = written().find(name);
  bool exists = known != written().end() && known->second != removed;
  if (known == written().end() && is_refused(path, exists)) return -1;
  if (exists && (flags & O_CREAT) != 0 && (flags & O_EXCL) != 0 && fails(EEXIST)) return -1;
  if (!exists && (flags & O_CREAT) == 0 && fails(ENOENT)) return -1;
  int file = exists && known != written().end() ? known->second : removed;
  if (file == removed) {
    file = in_memory();
    if (file < 0) return -1;
    if (exists && (flags & O_TRUNC) == 0) copy_from_disk(path, file);
    written()[name] = file;
  }
  return opened_again(file, flags);
}

bool concerns(const char* path, int flags) {
  if (!ours() || path == nullptr) return false;
  if (find(path) != nullptr) return true;
  const bool writes = (flags & O_ACCMODE) != O_RDONLY || (flags & (O_CREAT | O_TRUNC)) != 0;
  return writes && (flags & (O_DIRECTORY | O_PATH)) == 0 && (flags & O_TMPFILE) != O_TMPFILE &&
         is_plain_file(path);
}

// The flags of open() that a mode of fopen() means; -1 if it means none.
int flags_of(const char* mode) {
  const bool both = std::strchr(mode, '+') != nullptr;
  const int more = (std::strchr(mode, 'x') != nullptr ? O_EXCL : 0) |
                   (std::strchr(mode, 'e') != nullptr ? O_CLOEXEC : 0);
  switch (mode[0]) {
    case 'r':
      return more | (both ? O_RDWR : O_RDONLY);
    case 'w':
      return more | (both ? O_RDWR : O_WRONLY) | O_CREAT | O_TRUNC;
    case 'a':
      return more | (both ? O_RDWR : O_WRONLY) | O_CREAT | O_APPEND;
    default:
      return -1;
  }
}

FILE* stream_of(int descriptor, const char* mode) {
  if (descriptor < 0) return nullptr;
  FILE* stream = fdopen(descriptor, mode);
  if (stream == nullptr) close(descriptor);
  return stream;
}

FILE* open_stream(const char* path, const char* mode, const char* function) {
  const int flags = mode != nullptr ? flags_of(mode) : -1;
  if (flags >= 0 && concerns(path, flags)) return stream_of(open_here(path, flags), mode);
  return real<FILE*(const char*, const char*)>(function)(path, mode);
}

// Takes the file out of the schedule's sight, as far as that could be done; -1 with errno if not.
int take_away(const char* path) {
  const int* known = find(path);
  bool exists = known != nullptr && *known != removed;
  if (known == nullptr && is_refused(path, exists)) return -1;
  if (!exists && fails(ENOENT)) return -1;
  if (known != nullptr) close(*known);
  written()[name_of(path)] = removed;
  return 0;
}

const model::PerSchedule reset("files", [](void*) {
  made_names = 0;
  stream_locks().clear();
  // Files that a program left open would be closed with its process. Ours are above 200.
  if (model::program_main != nullptr) close_range(3, 199, 0);
  if (written().empty()) return;
  for (const auto& [name, file] : written()) {
    if (file != removed) close(file);
  }
  written().clear();
});

}  // namespace

#define KATA_OPEN(name)                                                                       \
  KATA_EXPORT int name(const char* path, int flags, ...) {                                    \
    std::va_list more;                                                                        \
    va_start(more, flags);                                                                    \
    const bool makes = (flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE;            \
    const unsigned rights = makes ? va_arg(more, unsigned) : 0;                               \
    va_end(more);                                                                             \
    return concerns(path, flags) ? open_here(path, flags) : real_open()(path, flags, rights); \
  }
KATA_OPEN(open)
KATA_OPEN(open64)
#undef KATA_OPEN

KATA_EXPORT int creat(const char* path, mode_t rights) {
  return open(path, O_WRONLY | O_CREAT | O_TRUNC, rights);
}
KATA_EXPORT int creat64(const char* path, mode_t rights) { return creat(path, rights); }

KATA_EXPORT FILE* fopen(const char* path, const char* mode) {
  return open_stream(path, mode, "fopen");
}
KATA_EXPORT FILE* fopen64(const char* path, const char* mode) {
  return open_stream(path, mode, "fopen64");
}

// Standard output stays what it is, which is nothing; it would be another in the next schedule.
KATA_EXPORT FILE* freopen(const char* path, const char* mode, FILE* stream) {
  const int flags = mode != nullptr ? flags_of(mode) : -1;
  if (path == nullptr || flags < 0 || !concerns(path, flags)) {
    return real<FILE*(const char*, const char*, FILE*)>("freopen")(path, mode, stream);
  }
  if (stream == stdout || stream == stderr) return stream;
  FILE* fresh = stream_of(open_here(path, flags), mode);
  if (fresh == nullptr) return nullptr;
  const std::string again = "/proc/self/fd/" + std::to_string(fileno(fresh));
  FILE* result =
      real<FILE*(const char*, const char*, FILE*)>("freopen")(again.c_str(), mode, stream);
  fclose(fresh);
  return result;
}

KATA_EXPORT FILE* tmpfile() {
  if (!ours()) return real<FILE*()>("tmpfile")();
  return stream_of(memfd_create("file", MFD_CLOEXEC), "w+");
}

KATA_EXPORT int mkstemp(char* pattern) {
  if (!ours()) return real<int(char*)>("mkstemp")(pattern);
  const std::size_t size = std::strlen(pattern);
  if (size < 6 || std::strcmp(pattern + size - 6, "XXXXXX") != 0) {
    errno = EINVAL;
    return -1;
  }
  std::snprintf(pattern + size - 6, 7, "%06u", made_names++ % 1'000'000U);
  return open(pattern, O_RDWR | O_CREAT | O_EXCL, 0600);
}

KATA_EXPORT void flockfile(FILE* stream) noexcept {
  if (!in_schedule()) return real<void(FILE*)>("flockfile")(stream);
  model::lock(lock_of(stream));
}
KATA_EXPORT int ftrylockfile(FILE* stream) noexcept {
  if (!in_schedule()) return real<int(FILE*)>("ftrylockfile")(stream);
  return model::try_lock(lock_of(stream), false);
}
KATA_EXPORT void funlockfile(FILE* stream) noexcept {
  if (!in_schedule()) return real<void(FILE*)>("funlockfile")(stream);
  model::unlock(lock_of(stream));
}

KATA_EXPORT int unlink(const char* path) noexcept {
  if (!ours() || (find(path) == nullptr && !is_plain_file(path))) {
    return real<int(const char*)>("unlink")(path);
  }
  return take_away(path);
}

KATA_EXPORT int remove(const char* path) noexcept {
  if (!ours() || (find(path) == nullptr && !is_plain_file(path))) {
    return real<int(const char*)>("remove")(path);
  }
  return take_away(path);
}

KATA_EXPORT int rename(const char* from, const char* to) noexcept {
  if (!ours() || (find(from) == nullptr && !is_plain_file(from))) {
    return real<int(const char*, const char*)>("rename")(from, to);
  }
  // What it is called from now on must be in memory.
  const int held = open_here(from, O_RDWR);
  if (held < 0) return -1;
  close(held);
  int& source = written().at(name_of(from));
  int& target = written().try_emplace(name_of(to), removed).first->second;
  if (&source == &target) return 0;
  if (target != removed) close(target);
  target = source;
  source = removed;
  return 0;
}

KATA_EXPORT int access(const char* path, int how) noexcept {
  if (const int* file = find(path)) {
    if (*file != removed) return 0;
    errno = ENOENT;
    return -1;
  }
  return real<int(const char*, int)>("access")(path, how);
}

KATA_EXPORT int stat(const char* path, struct stat* about) noexcept {
  if (const int* file = find(path)) {
    if (*file != removed) return fstat(*file, about);
    errno = ENOENT;
    return -1;
  }
  return real<int(const char*, struct stat*)>("stat")(path, about);
}

}  // namespace kata::intercept
