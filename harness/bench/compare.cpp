// SPDX-License-Identifier: MIT
// Compares this build's engine with a stored baseline or with another build, and fails if it costs
// more than 10 % more.
//
//   bench_compare               instructions beside baseline.json, counted by valgrind
//   bench_compare --write       writes baseline.json anew
//   bench_compare --base DIR    processor time beside the build in DIR, in turn
//
// Counts of instructions repeat to a millionth whatever else the machine does, so the first form is
// a test (harness.bench.instructions). They belong to a compiler: for one without a baseline it
// exits with 77. They do not show cache misses; the second form does, on a machine that is quiet
// enough. Exit status: 0 no slower, 1 slower, 2 used wrongly, 3 could not measure.
#include <fcntl.h>
#include <sys/personality.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

constexpr double tolerance = 1.10;
constexpr int rounds = 15;

enum ExitStatus { no_slower = 0, slower = 1, used_wrongly = 2, not_measured = 3, no_baseline = 77 };

// A program of this directory, and how many schedules are few and many enough of it. What differs
// between the two counts is the cost of the schedules alone, without that of starting.
struct Benchmark {
  std::string name;
  int few, many;  // counted
  int timed;      // beside another build
};

const std::vector<Benchmark> benchmarks = {{"foo_bar_controlled", 200, 1200, 30'000},
                                           {"points_controlled2", 10, 30, 120},
                                           {"points_controlled8", 10, 30, 120},
                                           {"points_controlled32", 10, 30, 120}};

[[noreturn]] void give_up(const std::string& why) {
  std::fprintf(stderr, "bench_compare: %s\n", why.c_str());
  std::exit(not_measured);
}

// Runs `words` without output. Returns its processor time in seconds; gives up if it does not exit
// with 0.
double run(std::vector<std::string> words) {
  const pid_t child = fork();
  if (child == -1) give_up("cannot fork");
  if (child == 0) {
    const int null = open("/dev/null", O_RDWR);
    for (const int descriptor : {0, 1, 2}) dup2(null, descriptor);
    std::vector<char*> arguments;
    arguments.reserve(words.size() + 1);
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    execvp(arguments[0], arguments.data());
    _exit(127);
  }
  int status = 0;
  rusage usage{};
  if (wait4(child, &status, 0, &usage) != child) give_up("lost a child");
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
    std::string line;
    for (const std::string& word : words) line += word + " ";
    give_up("this failed (build the target bench_programs; install valgrind): " + line);
  }
  const auto seconds = [](const timeval& time) { return double(time.tv_sec) + time.tv_usec / 1e6; };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

// Returns the instructions that `program` executes for that many schedules.
double instructions(const fs::path& program, int schedules, const fs::path& scratch) {
  const fs::path out = scratch / "callgrind.out";
  run({"valgrind", "--tool=callgrind", "--callgrind-out-file=" + out.string(), program.string(),
       "--schedules", std::to_string(schedules)});
  std::ifstream file(out);
  for (std::string line; std::getline(file, line);) {
    if (line.rfind("summary: ", 0) == 0) return std::strtod(line.c_str() + 9, nullptr);
  }
  give_up("callgrind wrote no summary");
}

double instructions_per_schedule(const Benchmark& benchmark) {
  const fs::path program = fs::path(KATA_BENCH_BUILD_DIR) / benchmark.name;
  const fs::path scratch =
      fs::temp_directory_path() / ("kata-bench-" + std::to_string(getpid()) + benchmark.name);
  fs::create_directory(scratch);
  const double few = instructions(program, benchmark.few, scratch);
  const double many = instructions(program, benchmark.many, scratch);
  fs::remove_all(scratch);
  return (many - few) / (benchmark.many - benchmark.few);
}

// Prints one line. Returns whether `now` is beyond the tolerance.
bool judge(const std::string& name, double ratio) {
  const bool beyond = ratio > tolerance;
  std::printf("  %-22s %6.3f times%s\n", name.c_str(), ratio, beyond ? "   SLOWER" : "");
  return beyond;
}

int compare_with_baseline(bool write) {
  const fs::path file = fs::path(KATA_BENCH_DIR) / "baseline.json";
  nlohmann::ordered_json all;
  if (std::ifstream in(file); in) all = nlohmann::ordered_json::parse(in);
  nlohmann::ordered_json& mine = all["instructions per schedule"][KATA_BENCH_COMPILER];
  if (mine.is_null() && !write) {
    std::printf("baseline.json has no figures for %s\n", KATA_BENCH_COMPILER);
    return no_baseline;
  }
  std::printf("instructions per schedule, beside %s\n",
              write ? "the old baseline" : "baseline.json");
  bool any_slower = false;
  for (const Benchmark& benchmark : benchmarks) {
    const double now = instructions_per_schedule(benchmark);
    const bool known = mine.contains(benchmark.name);
    if (!known && !write) give_up("baseline.json does not have " + benchmark.name);
    if (known && judge(benchmark.name, now / mine.at(benchmark.name).get<double>())) {
      any_slower = true;
    }
    if (write) mine[benchmark.name] = static_cast<long>(now);
  }
  if (!write) return any_slower ? slower : no_slower;
  std::ofstream(file) << all.dump(2) << '\n';
  std::printf("written: %s\n", file.c_str());
  return no_slower;
}

int compare_with_build(const fs::path& base) {
  std::printf("processor time beside %s, median of %d pairs\n", base.c_str(), rounds);
  bool any_slower = false;
  for (const Benchmark& benchmark : benchmarks) {
    const auto seconds = [&](const fs::path& directory) {
      return run(
          {(directory / benchmark.name).string(), "--schedules", std::to_string(benchmark.timed)});
    };
    std::vector<double> ratios;
    for (int round = 0; round < rounds; ++round) {
      // Which of the two comes first changes, so that neither always follows the other.
      const bool base_first = round % 2 == 0;
      const double first = seconds(base_first ? base / "harness/bench" : KATA_BENCH_BUILD_DIR);
      const double second = seconds(base_first ? KATA_BENCH_BUILD_DIR : base / "harness/bench");
      ratios.push_back(base_first ? second / first : first / second);
    }
    std::nth_element(ratios.begin(), ratios.begin() + rounds / 2, ratios.end());
    if (judge(benchmark.name, ratios[rounds / 2])) any_slower = true;
  }
  return any_slower ? slower : no_slower;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  // A program of ours starts itself again without randomised addresses, which valgrind cannot
  // follow; where they are off already, it does not.
  personality(ADDR_NO_RANDOMIZE);
  if (words.empty()) return compare_with_baseline(false);
  if (words.size() == 1 && words[0] == "--write") return compare_with_baseline(true);
  if (words.size() == 2 && words[0] == "--base") return compare_with_build(words[1]);
  std::fprintf(stderr, "usage: bench_compare [--write | --base BUILD_DIRECTORY]\n");
  return used_wrongly;
}
