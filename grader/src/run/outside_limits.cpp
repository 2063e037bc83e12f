// SPDX-License-Identifier: MIT
#include "run/outside_limits.hpp"

#include <fmt/format.h>
#include <signal.h>
#include <sys/resource.h>

namespace grader::run {

namespace {

// The runtime moves its descriptors above 200.
constexpr std::uint64_t least_open_files = 256;

// The limit that nothing can raise any more.
std::uint64_t bound_of(__rlimit_resource resource) {
  rlimit bound{RLIM_INFINITY, RLIM_INFINITY};
  getrlimit(resource, &bound);
  return bound.rlim_max;
}

}  // namespace

std::string too_low_for(const Limits& limits) {
  struct Need {
    __rlimit_resource resource;
    const char* option;
    std::uint64_t least;
    std::uint64_t unit;
    const char* what;
  };
  constexpr std::uint64_t mega = std::uint64_t{1} << 20;
  const Need needs[] = {
      {RLIMIT_AS, "-v", limits.address_space, mega, "MB of addresses"},
      {RLIMIT_DATA, "-d", limits.address_space, mega, "MB of data"},
      {RLIMIT_FSIZE, "-f", limits.file_size, mega, "MB for a file"},
      {RLIMIT_STACK, "-s", stack_size, mega, "MB of stack"},
      {RLIMIT_NOFILE, "-n", limits.open_files == 0 ? 0 : least_open_files, 1, "open files"}};
  for (const Need& need : needs) {
    const std::uint64_t bound = bound_of(need.resource);
    if (bound == RLIM_INFINITY || bound >= need.least) continue;
    return fmt::format(
        "a limit from outside leaves {} {}, and judging needs {}: raise it (ulimit {})",
        bound / need.unit, need.what, need.least / need.unit, need.option);
  }
  return "";
}

std::string out_of_outside_time(const Limits& limits, const Ended& ended) {
  const std::uint64_t bound = bound_of(RLIMIT_CPU);
  if (bound == RLIM_INFINITY || (limits.cpu_seconds != 0 && bound >= limits.cpu_seconds)) return "";
  // A compiler's driver outlives its parts and reports their signals.
  const bool killed = ended.signal == SIGXCPU || ended.signal == SIGKILL ||
                      ended.err.find("CPU time limit exceeded") != std::string::npos ||
                      ended.err.find("Killed signal terminated") != std::string::npos;
  if (!killed || ended.cpu_seconds < static_cast<double>(bound) * 0.9) return "";
  return fmt::format("a limit from outside leaves {} s of processor time: raise it (ulimit -t)",
                     bound);
}

}  // namespace grader::run
