// SPDX-License-Identifier: MIT
// The list of system calls that a submission's process is refused.
#include <linux/sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>

#include "base/files.hpp"
#include "run/confine.hpp"

namespace grader::run {

namespace {

// Refused whatever the arguments. io_uring would do file operations behind the filter's back;
// the attributes of files are what Landlock does not cover.
constexpr const char* refused[] = {"fork",
                                   "vfork",
                                   "execveat",
                                   "socket",
                                   "socketpair",
                                   "connect",
                                   "bind",
                                   "listen",
                                   "accept",
                                   "accept4",
                                   "sendto",
                                   "sendmsg",
                                   "ptrace",
                                   "process_vm_readv",
                                   "process_vm_writev",
                                   "process_madvise",
                                   "pidfd_open",
                                   "pidfd_getfd",
                                   "pidfd_send_signal",
                                   "kcmp",
                                   "mount",
                                   "umount2",
                                   "pivot_root",
                                   "chroot",
                                   "unshare",
                                   "setns",
                                   "move_mount",
                                   "open_tree",
                                   "fsopen",
                                   "bpf",
                                   "perf_event_open",
                                   "keyctl",
                                   "add_key",
                                   "request_key",
                                   "init_module",
                                   "finit_module",
                                   "delete_module",
                                   "kexec_load",
                                   "kexec_file_load",
                                   "reboot",
                                   "swapon",
                                   "swapoff",
                                   "acct",
                                   "quotactl",
                                   "settimeofday",
                                   "clock_settime",
                                   "clock_adjtime",
                                   "adjtimex",
                                   "sethostname",
                                   "setdomainname",
                                   "userfaultfd",
                                   "io_uring_setup",
                                   "io_uring_enter",
                                   "io_uring_register",
                                   "name_to_handle_at",
                                   "open_by_handle_at",
                                   "setrlimit",
                                   "chmod",
                                   "fchmod",
                                   "fchmodat",
                                   "chown",
                                   "fchown",
                                   "lchown",
                                   "fchownat",
                                   "utime",
                                   "utimes",
                                   "utimensat",
                                   "futimesat",
                                   "setxattr",
                                   "lsetxattr",
                                   "fsetxattr",
                                   "removexattr",
                                   "lremovexattr",
                                   "fremovexattr",
                                   "shmget",
                                   "msgget",
                                   "semget",
                                   "mq_open"};

// These send signals to the process in their first argument.
constexpr const char* signals[] = {"kill", "tgkill", "tkill", "rt_sigqueueinfo",
                                   "rt_tgsigqueueinfo"};

// Adds rules and remembers whether one was refused.
class Rules {
 public:
  explicit Rules(scmp_filter_ctx context) : context_(context) {}

  // `error` for the call `name`, if its arguments are so. A call that this architecture does not
  // have is no failure.
  void add(const char* name, std::uint16_t error, const std::vector<scmp_arg_cmp>& arguments = {}) {
    const int number = seccomp_syscall_resolve_name(name);
    if (number < 0) return;
    const int failed =
        seccomp_rule_add_array(context_, SCMP_ACT_ERRNO(error), number,
                               static_cast<unsigned>(arguments.size()), arguments.data());
    good_ = good_ && failed == 0;
  }

  bool good() const { return good_; }

 private:
  scmp_filter_ctx context_;
  bool good_ = true;
};

bool add_rules(scmp_filter_ctx context) {
  Rules rules(context);
  for (const char* name : refused) rules.add(name, EPERM);
  for (const char* name : signals) {
    rules.add(name, EPERM, {{0, SCMP_CMP_NE, placeholder_pid, 0}});
  }
  // A thread is fine. clone3 hides its flags from us, and glibc then falls back to clone.
  rules.add("clone", EPERM, {{0, SCMP_CMP_MASKED_EQ, CLONE_THREAD, 0}});
  rules.add("clone3", ENOSYS);
  // Asking for a limit is fine, setting one is not.
  rules.add("prlimit64", EPERM, {{2, SCMP_CMP_NE, 0, 0}});
  const std::uint64_t path =
      std::uint64_t{placeholder_path_high} << 32 | std::uint64_t{placeholder_path_low};
  rules.add("execve", EPERM, {{0, SCMP_CMP_NE, path, 0}});
  return rules.good();
}

std::vector<sock_filter> build() {
  const scmp_filter_ctx context = seccomp_init(SCMP_ACT_ALLOW);
  if (context == nullptr) return {};
  std::vector<sock_filter> program;
  const Descriptor memory(memfd_create("filter", MFD_CLOEXEC));
  if (add_rules(context) && memory.open() && seccomp_export_bpf(context, memory.get()) == 0) {
    const off_t size = lseek(memory.get(), 0, SEEK_END);
    program.resize(static_cast<std::size_t>(size) / sizeof(sock_filter));
    if (pread(memory.get(), program.data(), static_cast<std::size_t>(size), 0) != size) {
      program.clear();
    }
  }
  seccomp_release(context);
  return program;
}

}  // namespace

const std::vector<sock_filter>& syscall_filter() {
  static const std::vector<sock_filter> program = build();
  return program;
}

}  // namespace grader::run
