// SPDX-License-Identifier: MIT
// The one run of this process: what it was asked for, the schedule that is running with its
// threads, and the first failure. The main thread starts the schedules, one after the other, and
// watches; whoever finds a failure posts it and stops, so that the report is written by a thread
// that nothing has happened to.
//
// Nothing here allocates once schedules run: a submission may have broken the heap.
#pragma once

#include <pthread.h>

#include <atomic>
#include <cstdint>
#include <string_view>

#include "kata/kata.hpp"
#include "native/kernel.hpp"
#include "native/random.hpp"

namespace kata::native {

/// Text of bounded length: what is longer is cut.
template <std::size_t Size>
struct Text {
  char data[Size] = {};

  void operator=(std::string_view text) {
    const std::size_t length = std::min(text.size(), Size - 1);
    for (std::size_t i = 0; i < length; ++i) data[i] = text[i];
    data[length] = 0;
  }
  std::string_view view() const { return data; }
};

struct Settings {
  std::uint64_t schedules = 500;
  std::uint64_t seed = 1;
  double time_limit = 60;  ///< seconds
  Text<128> problem;
  Text<512> submission;
  bool show_output = false;
};

struct Registered {
  const char* name;
  Scenario run;
  Options options;
};

/// A thread of the schedule.
struct Thread {
  int id = 0;  ///< in order of creation; 0 is the scenario's own
  Text<64> role;
  bool of_harness = false;
  std::atomic<int> kernel_id{0};  ///< 0 until it runs
  std::atomic<pthread_t> handle{0};
  std::atomic<bool> joined{false};  ///< or detached
  std::atomic<bool> ended{false};
  Random random;
  int unseen = 0;  ///< depth of Schedule::judge
};

inline constexpr int most_threads = 1024;

/// What is different from one schedule to the next, so that one kind of noise never hides a bug in
/// all of them.
struct Features {
  unsigned noise = 0;     ///< of 256 places where there may be some
  bool naps = false;      ///< some of it sleeps
  bool spurious = false;  ///< waits for condition variables may end for no reason
  enum class Place : std::uint8_t { anywhere, one_core, a_core_each } place = Place::anywhere;
};

struct Parameter {
  const char* name;
  int value;
};

/// One side of a race, or the place of another complaint: return addresses, the innermost first.
struct Access {
  void* stack[24] = {};
  int depth = 0;
  int thread = 0;
  bool write = false, atomic = false;
};

struct Failure {
  const char* verdict = "internal_error";
  Text<4096> message;
  Text<1024> explanation;
  bool has_expected = false;
  Text<8192> expected, got;
  bool has_race = false;
  Access first, second;
  Text<256> object;
};

struct Run {
  Settings settings;
  Registered scenarios[64] = {};  ///< that real time can judge
  std::size_t scenario_count = 0;
  const char* left_out[16] = {};  ///< and those that it cannot
  std::size_t left_out_count = 0;
  std::atomic<bool> fences{false};         ///< ThreadSanitizer does not know them
  std::atomic<std::uint64_t> schedule{0};  ///< the number of the one that runs, from 1
  std::uint64_t finished = 0;              ///< schedules that found nothing
  std::atomic<std::uint32_t> event{0};     ///< changes when the main thread has to look
  std::atomic<bool> over{false};           ///< the schedule that runs has come to its end
  std::atomic<int> failed{0};              ///< 0 no, 1 somebody is writing it down, 2 posted
  Failure failure;

  // Of the schedule that runs.
  const Registered* scenario = nullptr;
  Features features;
  Random draws;
  std::int64_t begun = 0;
  Parameter instance[256] = {};
  int parameters = 0;
  std::atomic<int> threads{0}, alive{0};
  std::atomic<int> harness_alive{0};       ///< of those, the scenario's own and the harness's
  std::atomic<int> timed_waits{0};         ///< threads that will go on by themselves
  std::atomic<std::uint64_t> progress{0};  ///< counts what the harness sees
  std::atomic<const char*> must_be_over{nullptr};  ///< what no thread may outlive
  std::atomic<std::uint32_t> ends{0};              ///< of threads
};

extern Run run;
extern Thread thread_slots[most_threads];

/// The calling thread, if it belongs to the schedule.
extern __attribute__((tls_model("initial-exec"))) thread_local Thread* me;

/// Whether the caller is the first to fail; then it has to fill in run.failure and to post() it.
bool claim_failure();
void post_failure();

/// Posts the failure, if it is the first, and never returns.
[[noreturn]] void fail(const char* verdict, std::string_view message,
                       std::string_view explanation = "");

/// Something happened that the harness sees. Nobody may do that who should be over.
void progress();

/// Waits until no thread of the submission is left, nor any of the harness if `all`, but the
/// caller. If it takes too long the main thread will say so, naming `what`.
void wait_for_threads(const char* what, bool all);

/// Tells the main thread to look.
void ring();

/// One thread at a time. The judge's own books are written under it; sanitizers do not see it.
class Lock {
 public:
  void lock() {
    for (std::uint32_t free = 0; !word_.compare_exchange_strong(free, 1); free = 0) {
      kernel::wait(word_, 1, 1'000'000);
    }
  }
  void unlock() {
    word_ = 0;
    kernel::call(SYS_futex, kernel::word(&word_), FUTEX_WAKE_PRIVATE, 1);
  }

 private:
  std::atomic<std::uint32_t> word_{0};
};

}  // namespace kata::native
