// SPDX-License-Identifier: MIT
#include "run/confine.hpp"

#include <fcntl.h>
#include <linux/capability.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <linux/securebits.h>
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

constexpr std::uint64_t devices = std::uint64_t{1} << 15;  // abi 5: ioctl
constexpr std::uint64_t all_of_network = 3;                // abi 4: bind and connect of TCP
constexpr std::uint64_t all_scopes = 3;  // abi 6: abstract sockets of others, signals to others

// landlock_ruleset_attr as of abi 6; Debian 12's header has its first field only.
struct Ruleset {
  std::uint64_t files = 0, network = 0, scopes = 0;
};

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
  Ruleset attributes;
  attributes.files = all_of_abi_1 | (version >= 2 ? refer : 0) | (version >= 3 ? truncating : 0) |
                     (version >= 5 ? devices : 0);
  if (version >= 4) attributes.network = all_of_network;
  if (version >= 6) attributes.scopes = all_scopes;
  // Older kernels refuse fields that they do not know.
  const std::size_t fields = version >= 6 ? 3 : version >= 4 ? 2 : 1;
  const int ruleset = static_cast<int>(
      syscall(SYS_landlock_create_ruleset, &attributes, fields * sizeof(std::uint64_t), 0));
  if (ruleset < 0) return {Unconfined::landlock_rules, errno};
  bool allowed = true;
  for (const std::string& path : read_only) {
    allowed = allowed && allow(ruleset, path.c_str(), reading);
  }
  if (own != nullptr) allowed = allowed && allow(ruleset, own, attributes.files);
  allowed = allowed && allow(ruleset, "/dev/null",
                             LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE);
  if (!allowed) return {Unconfined::landlock_rules, errno};
  if (syscall(SYS_landlock_restrict_self, ruleset, 0) != 0) {
    return {Unconfined::landlock_restriction, errno};
  }
  close(ruleset);
  return {};
}

// What a process of root's may do beyond a user: nothing, except that it reads what root could,
// because a checkout may be another user's. Landlock says which files.
Unconfined drop_capabilities() {
  __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
  __user_cap_data_struct data[2]{};
  const auto failed = [] { return Unconfined{Unconfined::capabilities, errno}; };
  if (syscall(SYS_capget, &header, data) != 0) return failed();
  const auto permits = [&](unsigned capability) {
    return (data[capability / 32].permitted >> capability % 32 & 1) != 0;
  };
  if (data[0].permitted == 0 && data[1].permitted == 0) return {};
  const bool reads = permits(CAP_DAC_READ_SEARCH);
  // Otherwise root's programs get them all back at exec.
  constexpr unsigned long no_root =
      SECBIT_NOROOT | SECBIT_NOROOT_LOCKED | SECBIT_NO_SETUID_FIXUP | SECBIT_NO_SETUID_FIXUP_LOCKED;
  if (permits(CAP_SETPCAP) && prctl(PR_SET_SECUREBITS, no_root, 0, 0, 0) != 0) return failed();
  data[0] = data[1] = {};
  if (reads) {
    const std::uint32_t kept = std::uint32_t{1} << CAP_DAC_READ_SEARCH;
    data[0] = {kept, kept, kept};
  }
  if (syscall(SYS_capset, &header, data) != 0) return failed();
  if (prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0) != 0) return failed();
  if (reads && prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, CAP_DAC_READ_SEARCH, 0, 0) != 0) {
    return failed();
  }
  return {};
}

Unconfined give_up_privileges() {
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) {
    return {Unconfined::no_new_privileges, errno};
  }
  return drop_capabilities();
}

// What programs and compilers read of the system.
std::vector<std::string> of_the_system(const std::filesystem::path& hidden) {
  std::vector<std::string> paths = {"/etc/ld.so.cache", "/etc/localtime", "/proc/self"};
  for (const char* root : {"/usr", "/lib", "/lib64"}) {
    std::error_code error;
    const auto real = std::filesystem::canonical(root, error);
    if (error) continue;
    for (std::string& path : without(real, hidden)) paths.push_back(std::move(path));
  }
  return paths;
}

}  // namespace

std::vector<std::string> without(const std::filesystem::path& root,
                                 const std::filesystem::path& hidden) {
  std::error_code error;
  const std::filesystem::path inside =
      hidden.empty() ? hidden : std::filesystem::weakly_canonical(hidden, error);
  const std::string above = root.string() + (root == "/" ? "" : "/");
  if (root == inside) return {};
  if (inside.empty() || !inside.string().starts_with(above)) return {root.string()};
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::directory_iterator(root, error)) {
    if (entry.is_symlink(error)) continue;  // what it leads to has a rule of its own
    for (std::string& path : without(entry.path(), inside)) paths.push_back(std::move(path));
  }
  return paths;
}

Confinement::Confinement(const std::string& program,
                         const std::vector<std::filesystem::path>& readable,
                         const std::filesystem::path& hidden)
    : filter_(syscall_filter()), read_only_(of_the_system(hidden)) {
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
    case Unconfined::capabilities:
      return "capset";
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
                                 const std::filesystem::path& own,
                                 const std::filesystem::path& hidden)
    : read_only_(of_the_system(hidden)), own_(own.string()) {
  for (const auto& path : readable) read_only_.push_back(path.string());
}

Unconfined FileConfinement::apply() const {
  const Unconfined failed = give_up_privileges();
  return failed.call != Unconfined::none ? failed : confine_files(read_only_, own_.c_str());
}

}  // namespace grader::run
