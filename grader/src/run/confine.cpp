// SPDX-License-Identifier: MIT
#include "run/confine.hpp"

#include <fcntl.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/random.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "base/errors.hpp"

namespace grader::run {

namespace {

constexpr std::size_t page_size = 4096;
constexpr std::uint64_t reading =
    LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
constexpr std::uint64_t all_of_abi_1 = (std::uint64_t{LANDLOCK_ACCESS_FS_MAKE_SYM} << 1) - 1;
constexpr std::uint64_t refer = std::uint64_t{1} << 13;  // abi 2; Debian 12's header may lack it
constexpr std::uint64_t truncating = std::uint64_t{1} << 14;  // abi 3

// Rights that only a directory can carry make the kernel refuse a rule for a file.
constexpr std::uint64_t file_rights =
    LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE;

long landlock_version() {
  return syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
}

// A path that does not exist needs no rule.
bool allow(int ruleset, const char* path, std::uint64_t rights) {
  const int directory = open(path, O_PATH | O_CLOEXEC | O_DIRECTORY);
  const int target = directory >= 0 ? directory : open(path, O_PATH | O_CLOEXEC);
  if (target < 0) return true;
  landlock_path_beneath_attr rule{};
  rule.allowed_access = directory >= 0 ? rights : rights & file_rights;
  rule.parent_fd = target;
  const bool added =
      syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0;
  const int error = errno;
  close(target);
  errno = error;
  return added;
}

Unconfined confine_files(const std::vector<std::string>& read_only, const char* own = nullptr) {
  const long version = landlock_version();
  if (version < 1) return {};
  landlock_ruleset_attr attributes{};
  attributes.handled_access_fs =
      all_of_abi_1 | (version >= 2 ? refer : 0) | (version >= 3 ? truncating : 0);
  const int ruleset = static_cast<int>(
      syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes.handled_access_fs, 0));
  if (ruleset < 0) return {Unconfined::landlock_rules, errno};
  bool allowed = true;
  for (const std::string& path : read_only) {
    allowed = allowed && allow(ruleset, path.c_str(), reading);
  }
  if (own != nullptr) allowed = allowed && allow(ruleset, own, attributes.handled_access_fs);
  allowed = allowed && allow(ruleset, "/dev/null",
                             LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE);
  if (!allowed) return {Unconfined::landlock_rules, errno};
  if (syscall(SYS_landlock_restrict_self, ruleset, 0) != 0) {
    return {Unconfined::landlock_restriction, errno};
  }
  close(ruleset);
  return {};
}

Unconfined give_up_privileges() {
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0) return {};
  return {Unconfined::no_new_privileges, errno};
}

const std::vector<std::string>& of_the_system() {
  static const std::vector<std::string> paths = {
      "/usr", "/lib", "/lib64", "/etc/ld.so.cache", "/etc/localtime", "/proc/self"};
  return paths;
}

}  // namespace

Confinement::Confinement(const std::string& program,
                         const std::vector<std::filesystem::path>& readable)
    : filter_(syscall_filter()), read_only_(of_the_system()) {
  if (filter_.empty()) throw InternalError("libseccomp cannot make the system-call filter");
  for (const auto& directory : readable) read_only_.push_back(directory.string());
  read_only_.push_back(std::filesystem::path(program).parent_path().string());
  // Seccomp compares addresses, not texts: the path lies at an address that nobody can guess, and
  // that is gone after exec, so the filter lets exactly one exec through.
  std::uint64_t random = 0;
  [[maybe_unused]] const ssize_t got = getrandom(&random, sizeof random, 0);
  void* hint = reinterpret_cast<void*>(random & 0x3fff'ffff'f000);
  const std::size_t size = 2 * page_size;
  page_ = mmap(hint, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (page_ == MAP_FAILED || program.size() >= page_size) throw std::bad_alloc();
  path_ = static_cast<char*>(page_) + (random >> 48) % page_size;
  std::memcpy(path_, program.c_str(), program.size() + 1);
}

Confinement::~Confinement() { munmap(page_, 2 * page_size); }

const char* name_of(Unconfined::Call call) {
  switch (call) {
    case Unconfined::no_new_privileges:
      return "prctl(PR_SET_NO_NEW_PRIVS)";
    case Unconfined::landlock_rules:
      return "Landlock's rules";
    case Unconfined::landlock_restriction:
      return "landlock_restrict_self";
    case Unconfined::seccomp:
      return "prctl(PR_SET_SECCOMP)";
    case Unconfined::none:
      break;
  }
  return "";
}

bool has_landlock() { return landlock_version() >= 1; }

Unconfined Confinement::apply(pid_t self) {
  Unconfined failed = give_up_privileges();
  if (failed.call == Unconfined::none) failed = confine_files(read_only_);
  if (failed.call != Unconfined::none) return failed;
  const auto address = reinterpret_cast<std::uintptr_t>(path_);
  for (sock_filter& step : filter_) {
    if (BPF_CLASS(step.code) != BPF_JMP) continue;
    if (step.k == placeholder_pid) step.k = static_cast<std::uint32_t>(self);
    if (step.k == placeholder_path_high) step.k = static_cast<std::uint32_t>(address >> 32);
    if (step.k == placeholder_path_low) step.k = static_cast<std::uint32_t>(address);
  }
  const sock_fprog program{static_cast<unsigned short>(filter_.size()), filter_.data()};
  if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) != 0) {
    return {Unconfined::seccomp, errno};
  }
  return {};
}

FileConfinement::FileConfinement(const std::vector<std::filesystem::path>& readable,
                                 const std::filesystem::path& own)
    : read_only_(of_the_system()), own_(own.string()) {
  for (const auto& path : readable) read_only_.push_back(path.string());
}

Unconfined FileConfinement::apply() const {
  const Unconfined failed = give_up_privileges();
  return failed.call != Unconfined::none ? failed : confine_files(read_only_, own_.c_str());
}

}  // namespace grader::run
