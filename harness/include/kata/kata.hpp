// SPDX-License-Identifier: MIT
// What a problem's harness.cpp is written in: scenarios, threads with roles, instances drawn at
// random, a transcript that counts as plain memory, and checks. Everything here is out of line in
// the runtime, which is not instrumented, so that an oracle never orders the threads it watches.
//
// Thread safety: one schedule runs on one kernel thread, and the runtime switches threads only at
// scheduling points. Nothing in this header is a scheduling point unless its comment says so.
#pragma once

// Judges are compiled once, so they have what would cost every submission too much.
#include <cmath>
#include <future>
#include <kata/answer.hpp>
#include <kata/seal.hpp>
#include <random>

// The engine hides all but this and the functions that it stands in for.
#pragma GCC visibility push(default)

namespace kata {

/// How the virtual clock moves.
enum class Time {
  adversarial,  ///< a running thread may be slow: any timer may fire while others could run
  ideal,        ///< computing takes no time: the clock moves only when every thread is blocked
};

/// One scenario: a function that is run once in each schedule that draws it.
struct Options {
  Time time = Time::adversarial;
  int weight = 1;  ///< share of the schedules, relative to the other scenarios' weights
  /// Every thread that can run has the same chance at each step, whatever the strategy; of those
  /// who wait for one thing, the one who has waited longest is woken first; nothing is spurious.
  /// What a thread still has to suffer then is the answer's doing, not a lock's or the scheduler's.
  bool fair = false;
};

/// Something to be said of an answer that is accepted, as a warning. Make it a constant with static
/// storage: it is known by its address, and its texts are literals.
struct Remark {
  const char* kind;  ///< "serialized", "starvation" or "eager": the kinds that a harness finds
  const char* says;  ///< a sentence for the student, without a full stop: what, and where to look
};

/// The schedule that is running. Every scenario receives it; copies refer to the same schedule.
class Schedule {
 public:
  /// A whole number in [low, high], recorded as part of the instance under `name` (a literal).
  /// Small numbers are drawn more often: most bugs show on small instances.
  int draw(const char* name, int low, int high);

  /// True or false with equal chance, recorded under `name`.
  bool flip(const char* name);

  /// Puts the numbers 0 … count-1 in a random order.
  std::vector<int> permutation(int count);

  /// Starts a thread called `role` in reports. It is a std::thread in every respect, but that an
  /// exception leaving `body` is the verdict `uncaught_exception` in the student's name.
  /// `role` may be built at run time; it is copied.
  void thread(const std::string& role, std::function<void()> body);

  /// Waits for every thread started by thread(). A scheduling point.
  void join();

  /// Blocks the calling thread for `duration` of virtual time. A scheduling point.
  void elapse(std::chrono::nanoseconds duration);

  /// Virtual time since the schedule began.
  std::chrono::nanoseconds now() const;

  /// A scheduling point in a share of the schedules: a callback that is slow.
  void dawdle();

  /// The number, from 0, of the calling thread in this schedule, in order of creation (0 is the
  /// scenario's own). The harness uses it to check that a callback runs on the right thread.
  int self() const;

  /// The role given to thread() for the calling thread; "main" for the scenario's own, "" for
  /// threads that the submission started. Good until the schedule ends.
  std::string_view role() const;

  /// Runs `observe` at once and unseen: no scheduling point, no access in it counts for races, and
  /// it orders nothing. For the oracle's own books, which several threads write. What they say may
  /// be compared with what the thread does later: it sees no value any more that is older than now.
  template <class Observe>
  decltype(auto) judge(Observe&& observe) {
    const Unseen unseen;
    return observe();
  }

  /// Calls the answer: returns what `call` returns. Where some books are Sealed, the judge's part
  /// of the calling thread's stack is sealed as well, while the answer runs. So a callback writes
  /// to books, and not to variables of the function that called the answer.
  template <class Call>
  [[gnu::noinline]] auto ask(Call&& call) -> std::invoke_result_t<Call&> {
    using Result = std::invoke_result_t<Call&>;
    // The caller's variables that lie in registers are kept in this frame, below its address.
    asm volatile("" ::: "rbx", "r12", "r13", "r14", "r15");
    constexpr std::size_t registers = 5 * sizeof(void*);
    const char* frame = static_cast<const char*>(__builtin_frame_address(0));
    if constexpr (std::is_void_v<Result>) {
      const detail::SealedStack sealed(frame - registers);
      call();
    } else {
      // Not to where the caller wants it, which lies in what is sealed.
      std::optional<Result> result;
      {
        const detail::SealedStack sealed(frame - registers);
        result.emplace(call());
      }
      return std::move(*result);
    }
  }

  /// A plain write of the oracle's at `what`, as far as races are concerned: if two threads come
  /// here and the submission does not order them, that is reported as unordered callbacks, named
  /// `name` (a literal). Says nothing in a schedule that fails in another way.
  void touch(const void* what, const char* name);

  /// Ends the schedule as `wrong_answer`. `message` is a full sentence for the student, such as
  /// "fork 2 was picked up while philosopher 1 still held it".
  [[noreturn]] void fail(const std::string& message);

  /// fail() with what was expected beside what came.
  [[noreturn]] void fail(const std::string& message, const std::string& expected,
                         const std::string& got);

  /// fail(message) unless `holds`. Give a message that is put together as a function that returns
  /// it: it is then put together only if it is needed, and not in thousands of schedules.
  void expect(bool holds, const char* message) {
    if (!holds) fail(message);
  }
  void expect(bool holds, const std::string& message) {
    if (!holds) fail(message);
  }
  template <class Message>
  requires std::is_invocable_r_v<std::string, Message>
  void expect(bool holds, Message&& message) {
    if (!holds) fail(message());
  }

  /// For what a good answer does in some schedules though it need not in any: this schedule is a
  /// chance to do it (chance), it was done (reached). If it is reached in no schedule at all, and
  /// there were at least `enough_chances`, an accepted answer gets the warning `goal`. Make the
  /// chances such that an answer without the flaw takes at least every second one.
  void chance(const Remark& goal);
  void reached(const Remark& goal);
  static constexpr std::uint64_t enough_chances = 100;

  /// For what a good answer never does though it may: it was done, in this schedule. An accepted
  /// answer gets the warning `flaw` if this is called in any schedule.
  void remark(const Remark& flaw);

  /// Ends the schedule as `thread_leak` if a thread that the submission started since the schedule
  /// began goes on to do anything visible. Call it where the statement promises that nothing
  /// outlives the call; `what` names that call. The end of every scenario checks it by itself.
  void expect_no_threads_left(const char* what);

 private:
  struct Unseen {
    Unseen();
    ~Unseen();
    Unseen(const Unseen&) = delete;
    Unseen& operator=(const Unseen&) = delete;
  };
};

/// What the callbacks wrote, in order. Writing counts as a plain write of shared memory: threads
/// whose writes nothing orders are a race, even if the text came out right.
class Transcript {
 public:
  /// `expected` is the only right text: the schedule fails at the first word that leaves it.
  Transcript(Schedule& schedule, std::string expected);
  ~Transcript();
  Transcript(const Transcript&) = delete;
  Transcript& operator=(const Transcript&) = delete;

  /// Appends `word`. A scheduling point in a share of the schedules (see Schedule::dawdle).
  void say(std::string_view word);
  /// Appends a number in decimal.
  void say(int number);

  /// Fails unless the whole expected text was said. Call it when every thread has been joined.
  void expect_complete();

  std::string text() const;

 private:
  struct Impl;
  Impl* impl_;
};

namespace detail {

/// Says where the judge's own code lies, which is not watched: its calls of memory functions are no
/// accesses.
void judge_code(const void* begin, const void* end);

}  // namespace detail

/// What a judge may forbid an answer to be built from.
enum class Primitive {
  recursive_mutex,     ///< recursive_mutex, recursive_timed_mutex, a recursive pthread mutex
  timed_mutex,         ///< a lock with a time limit, of any kind of mutex
  condition_variable,  ///< condition_variable, condition_variable_any, pthread_cond_t
  semaphore,           ///< counting_semaphore, binary_semaphore, sem_t
};

/// Forbids answers to use `primitive`: the first operation on one ends the schedule as
/// `wrong_answer`. Declaring one is no use of it. `instead` is a literal, a sentence for the
/// student that says what may be used. Call it from KATA_JUDGE only.
void forbid(Primitive primitive, const char* instead);

using Scenario = void (*)(Schedule&);

/// Registers a scenario. Call it from KATA_SCENARIOS only. `name` is a literal.
void scenario(const char* name, Scenario run, Options options = {});

}  // namespace kata

#pragma GCC visibility pop

/// The judge's side of KATA_ANSWER (answer.hpp): make_answer(…) makes the student's class in the
/// schedule that runs, on its heap. An exception of its constructor passes through.
#undef KATA_ANSWER
#define KATA_ANSWER(Class, constructor, ...)                                       \
  extern "C" kata_oracle::Answer* (*const kata_make_answer)(__VA_ARGS__);          \
  namespace kata_oracle {                                                          \
  template <class... Arguments>                                                    \
  std::unique_ptr<Answer> make_answer(Arguments&&... arguments) {                  \
    return std::unique_ptr<Answer>(kata::Schedule{}.ask(                           \
        [&] { return kata_make_answer(std::forward<Arguments>(arguments)...); })); \
  }                                                                                \
  }

/// Stands at the end of a harness.cpp, with the scenarios to register:
///   KATA_JUDGE(kata::scenario("any start order", kata_oracle::any_start_order);)
#define KATA_JUDGE(...)                                              \
  extern "C" {                                                       \
  extern const char __start_kata_judge[], __stop_kata_judge[];       \
  void kata_register_scenarios() {                                   \
    kata::detail::judge_code(__start_kata_judge, __stop_kata_judge); \
    __VA_ARGS__                                                      \
  }                                                                  \
  }

/// Stands at the end of a program that is judge and submission in one file, as the engine's own
/// tests are: registers the scenarios.
#define KATA_SCENARIOS(...)                                     \
  extern "C" {                                                  \
  extern const char kata_submission_path[] = KATA_SUB##MISSION; \
  void kata_register_scenarios() { __VA_ARGS__ }                \
  }
