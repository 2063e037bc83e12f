// SPDX-License-Identifier: MIT
// Runs one program that may do anything: hang, flood, fork, eat memory, kill itself. Whatever it
// does, run_child returns, within its limits, and nothing of the program is left behind.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace grader::run {

/// Bytes of a child's stack, whatever the grader's own limit: it decides where memory is mapped,
/// too.
inline constexpr std::uint64_t stack_size = std::uint64_t{8} << 20;

/// What the program may use. 0 means no limit.
struct Limits {
  std::chrono::milliseconds wall{60'000};
  unsigned cpu_seconds = 60;
  std::uint64_t address_space = 0;  ///< bytes, of each process
  std::uint64_t resident = 0;       ///< bytes of the first process, looked at every 50 ms
  std::uint64_t file_size = std::uint64_t{64} << 20;
  unsigned open_files = 1024;                  ///< the runtime moves its descriptors above 200
  std::size_t output = std::size_t{64} << 10;  ///< bytes kept of each stream; the rest is read away
  std::size_t report = std::size_t{32}
                       << 20;  ///< bytes on the report's descriptor before we stop it
};

struct Command {
  std::vector<std::string> argv{};         ///< argv[0] is the program's path
  std::vector<std::string> environment{};  ///< beside PATH and LANG, as NAME=value
  std::string input{};                     ///< given on its stdin, then end of file
  std::filesystem::path directory{};       ///< where it runs; empty: here
  bool report = false;                     ///< descriptor 3 is a pipe to us
  bool confined = false;        ///< no new processes, programs, sockets or files: confine.hpp
  bool only_own_files = false;  ///< may open no files but `readable` and what is in `directory`
  std::vector<std::filesystem::path> readable{};  ///< what it may read when confined
  std::filesystem::path hidden{};  ///< what it may not read, except for those, wherever it lies
  bool inherit_output = false;     ///< its stdout and stderr are ours
  Limits limits{};
};

/// Why it ended, if it did not end by itself.
enum class Stopped : std::uint8_t { no, wall_clock, memory, report_flood };

struct Ended {
  Stopped stopped = Stopped::no;
  int signal = 0;       ///< that ended it, 0 if it exited
  int exit_status = 0;  ///< if it exited
  std::string out;      ///< the first Limits::output bytes of stdout
  std::string err;
  std::string report;           ///< all of descriptor 3
  std::uint64_t out_bytes = 0;  ///< what it wrote in all, kept or not
  std::uint64_t peak_resident = 0;
  double cpu_seconds = 0;
  double wall_seconds = 0;
  double waited_seconds = 0;  ///< for a processor, when others had them all; of its first thread

  /// Returns whether the program ended by itself with status 0.
  bool succeeded() const { return stopped == Stopped::no && signal == 0 && exit_status == 0; }
};

/// Runs `command` in a session of its own and waits for it. Then every process that it left is
/// killed. Throws InternalError when it cannot be started, Interrupted when interrupt() was called.
/// May be called from several threads at once.
Ended run_child(const Command& command);

/// Makes every run_child stop soon. Safe in a signal handler.
void interrupt() noexcept;
/// Returns whether interrupt() was called.
bool is_interrupted() noexcept;

/// "signal 11 (segmentation fault)" or "exit status 3".
std::string describe_end(const Ended& ended);

}  // namespace grader::run
