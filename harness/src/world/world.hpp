// SPDX-License-Identifier: MIT
// The one runtime context: the schedule that runs, made of its parts (threads.hpp, clock.hpp,
// progress.hpp, exclusive.hpp, exits.hpp, order.hpp). World itself chooses who goes on: the models
// of the primitives are written in its terms, a scheduling point, blocking, waking. Its functions
// are in world.cpp (the life of a schedule and of its threads), scheduling.cpp, idling.cpp,
// polling.cpp, ends.cpp (stopping), and beside the part that they are about.
//
// Not thread safe: one kernel thread uses it. Functions that may switch threads say so.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "choice/chooser.hpp"
#include "trace/event.hpp"
#include "world/clock.hpp"
#include "world/exclusive.hpp"
#include "world/exits.hpp"
#include "world/order.hpp"
#include "world/outcome.hpp"
#include "world/progress.hpp"
#include "world/threads.hpp"

namespace kata::model {

/// What schedules have in common.
struct Limits {
  std::uint32_t points = 400'000;     ///< scheduling points of one schedule
  std::uint32_t fair_after = 20'000;  ///< from here on every thread gets its turns
  std::uint32_t turn = 500;           ///< points in a row before a thread gives way
  std::uint32_t heap_bytes = 128U << 20;
  Nanoseconds virtual_time = Nanoseconds{3'600} * 24 * 1'000'000'000;  ///< a day
  /// How far the clock may run ahead while somebody could go on, or an earlier timer fire. Beyond
  /// that a time-out needs everybody to wait: a limit of a year is one that never comes.
  Nanoseconds early_time = virtual_time / 2;
  /// A wait with a limit of at least that ends only when no thread could go on: such a limit is a
  /// guard, which threads that are ready keep.
  Nanoseconds guard_time = never;
  /// Points without any change, all threads having had turns, before nothing will ever change.
  std::uint32_t still_points = 20'000;
};

/// Which waiter a notification prefers, in schedules that do not leave it to the strategy.
enum class Prefers : std::uint8_t {
  none,
  newest,  ///< that came last
  oldest,  ///< that came first
  futile,  ///< whose last wake-up was in vain: it looked, and waits again
};

/// What one schedule may do, drawn for each: what breaks answers when it is there can hide bugs
/// when it is always there (swarm testing: Groce et al., ISSTA 2012).
struct Features {
  bool spurious_wakeups = false;
  bool points_at_unlock = false;
  bool slow_callbacks = false;
  bool weak_failures = false;   ///< compare_exchange_weak and try_lock may fail without a reason
  bool stubborn_spins = false;  ///< a thread that spins or yields is not passed over for it
  bool old_values = false;      ///< loads see, and stores take, places before the latest one
  bool early_timers = false;    ///< a timer may fire while other threads could run
  bool writers_first = false;   ///< readers queue behind a waiting writer
  Prefers prefers = Prefers::none;
  std::uint8_t fill = 0xCD;  ///< what memory holds that was never written
};

/// Values that the program leaves open and the schedule has drawn. Where one is the number of
/// rounds or threads, a schedule may be more than can be run, which is no fault of the program.
enum class OpenValues : std::uint8_t { none, small, any };

/// What the world asks of the rooms above it.
struct Hooks {
  /// Returns whether `address` is in memory that the program has allocated.
  bool (*is_allocated)(std::uintptr_t address);
  /// Runs what the running thread has left for its end.
  void (*run_exit_handlers)();
};

class World {
 public:
  explicit World(Hooks hooks);

  // ---- a schedule, called by the engine -------------------------------------------------------
  /// Runs `body` and all it starts, to the end or to a failure. `ideal`: see kata::Time.
  void run(void (*body)(), choice::Strategy& strategy, std::uint64_t seed);
  const Outcome& outcome() const { return outcome_; }
  Outcome& outcome() { return outcome_; }
  /// Draws the features of the schedule; the body calls it first.
  /// `fair`: see kata::Options.
  void draw_features(bool ideal_time, bool fair);

  // ---- scheduling, called by models -----------------------------------------------------------
  /// A scheduling point: another thread may run before this returns. `about` is the address of the
  /// object of the operation that follows.
  void point(std::uintptr_t about = 0) {
    if (++points_ >= limits.points) run_too_long();
    if (++running->in_a_row < limits.turn && threads_.runnable().size() == 1 && quiet_) return;
    slow_point(about);
  }
  /// Blocks the running thread in `queue` until wake() or `deadline`; false if the time ran out.
  /// Switches. `queue` may be null: a sleep.
  bool block(WaitQueue* queue, Nanoseconds deadline, const Awaited& awaited);
  /// Makes a blocked thread runnable; its queue no longer holds it.
  void wake(Thread& thread, bool changes_something = true);
  /// Wakes one waiter of `queue`, chosen; false if there is none. That a lock is free again, after
  /// which the waiter may see what it saw before, changes nothing by itself.
  bool wake_one(WaitQueue& queue, bool changes_something = true);
  void wake_all(WaitQueue& queue);
  /// The running thread cannot get on without the others.
  void give_way();
  /// Something changed that others may be waiting to see.
  void progress() {
    progress_.made(points_);
    if (progress_.heeded) heed_progress();
  }
  /// The running thread waited in earnest: it does not spin.
  void rested() { running->idle = running->idle_rounds = 0; }
  /// The running thread is about to sleep, or to wait until a moment at the latest. Notices
  /// polling.
  void nap_begins(bool is_wait);
  /// It does more than look at what others do: it calls back, or waited for as long as it takes.
  void acted() { running->acted = true; }
  /// The running thread lets others go first. Switches.
  void yield();
  /// The running thread read something. Notices spinning. Switches.
  void idle_read();
  /// The running thread let go of a lock. Where it wrote nothing under it, and nobody else has
  /// changed anything either, that was a look at what somebody else is to change. May switch.
  void unlocked(bool somebody_wanted_it) {
    if (!note_unlock(somebody_wanted_it)) idle_unlock();
  }
  /// As unlocked, but does not switch. Whether it was more than a look.
  bool note_unlock(bool somebody_wanted_it) {
    if (!running->clock.wrote && !somebody_wanted_it && !running->wrote_before) return false;
    running->clock.wrote = running->wrote_before = false;
    progress();
    return true;
  }
  /// From here to the end no other thread runs, unless this one has to wait for it. Sections are
  /// ordered like the holders of a lock, and may be nested.
  void begin_exclusive();
  void end_exclusive();
  /// A plain access: after very many without a scheduling point, others get a turn. May switch.
  void plain_step() {
    if (--plain_left_ == 0) [[unlikely]]
      plain_turn();
  }

  // ---- threads --------------------------------------------------------------------------------
  /// A new runnable thread with a stack of `stack` bytes (SlotPool::at); nullptr if there are too
  /// many.
  Thread* create(void* (*start)(void*), void* argument,
                 std::size_t stack = fiber::SlotPool::stack_bytes);
  /// The thread whose pthread_t is `handle`; nullptr if there is none in this schedule.
  Thread* thread_of(std::uintptr_t handle);
  Thread& thread(std::size_t id) { return threads_[id]; }
  std::size_t thread_count() const { return threads_.count(); }
  /// Ends the running thread. Switches, never returns.
  [[noreturn]] void finish_thread();
  /// What a fiber runs: its thread's function. Catches nothing, and nothing is above it: an
  /// exception that comes so far is found to have no handler, and nothing is unwound for it.
  static void thread_main();

  // ---- failure --------------------------------------------------------------------------------
  /// Ends the schedule. Leaves the running fiber for ever.
  [[noreturn]] void stop(Failure failure);
  [[noreturn]] void stop(Verdict verdict, std::string message, std::string rule = "");
  /// Ends the schedule: what the running thread does with `object` is undefined behaviour.
  [[noreturn]] void misuse(const trace::ObjectName& object, std::string message,
                           std::string rule = "");
  /// Ends the schedule without a failure; threads that are left vanish.
  [[noreturn]] void end();
  /// The running thread computes without end and will never reach a scheduling point. It stays
  /// where it is while the others go on: what it waits for to change may be what they write, which
  /// is a race. If they find none, the schedule fails for the computing (time_limit).
  /// `at`: where it was.
  [[noreturn]] void leave_computing(const trace::Stack& at);
  /// There is no time left for this schedule. Leaves the running fiber for ever.
  [[noreturn]] void leave_late(const trace::Stack& at);
  /// As end, from a signal handler on its own stack that interrupted the program's code.
  [[noreturn]] void end_from_signal();
  /// As stop, from a signal handler on its own stack.
  [[noreturn]] void stop_from_signal(Verdict verdict, const char* message, trace::Stack at);
  /// Threads of the submission that exist now must do nothing visible any more.
  void expect_no_threads_left(const char* what);

  // ---- events ---------------------------------------------------------------------------------
  /// Whether show() does anything.
  bool is_watched() const { return exits_.watched || trace.on(); }
  /// Shows an operation in the trace, if that is on.
  [[gnu::always_inline]] void show(trace::Operation operation, const trace::ObjectName& name,
                                   const char* detail = nullptr) {
    if (exits_.watched) [[unlikely]]
      check_leaver(operation, name.address);
    if (trace.on()) [[unlikely]]
      add_event(operation, name, detail);
  }
  /// The running thread changes an object whose order is `object`.
  [[gnu::always_inline]] void order_change(std::uint64_t& object, trace::Operation operation) {
    order::change(running->order, object, operation);
  }
  /// As order_change, after the looks at it that nothing orders among themselves.
  [[gnu::always_inline]] void order_change(std::uint64_t& object, std::uint64_t& looks,
                                           trace::Operation operation) {
    order::change(running->order, object, looks, operation);
  }
  /// The running thread only looks at it.
  [[gnu::always_inline]] void order_look(std::uint64_t object, std::uint64_t& looks,
                                         trace::Operation operation) {
    order::look(running->order, object, looks, operation);
  }
  /// An operation that changes an object.
  [[gnu::always_inline]] void note(trace::Operation operation, std::uint64_t& object_order,
                                   const trace::ObjectName& name, const char* detail = nullptr) {
    order_change(object_order, operation);
    show(operation, name, detail);
  }

  // ---- time -----------------------------------------------------------------------------------
  Nanoseconds now() const { return clock_.now(); }
  /// The running thread looks at the clock; a thread that does nothing else makes it move.
  Nanoseconds read_clock();

  /// Takes the place of Features::fill, to see what a schedule owes to it.
  std::optional<std::uint8_t> fill_instead;
  /// The thread of this id is woken once, as by a spurious wake-up, when no thread can move and it
  /// waits on a condition variable: to see whether it would go on. The trace begins then.
  std::optional<std::uint16_t> wake_at_the_end;

  choice::Chooser chooser;
  trace::Recorder trace;
  Limits limits;
  Features features;
  Statistics statistics;
  OpenValues open_values = OpenValues::none;
  bool ideal_time = false;
  bool fair = false;          ///< who waited longest is woken first, and no strategy chooses
  Thread* running = nullptr;  ///< the thread that runs, observed or not; null in the engine
  fiber::SlotPool slots;
  std::vector<Parameter> instance;
  /// A detached thread used another thread's stack; if the schedule crashes, that is why.
  bool detached_in_foreign_stack = false;
  /// For replays that are to show the accesses to one place: its address and size.
  std::uintptr_t watched = 0;
  std::size_t watched_size = 0;
  /// The point from which a trace is kept; events before it are not worth their cost.
  std::uint32_t trace_from = 0;
  std::uint32_t points() const { return points_; }
  /// How many schedules were begun.
  std::uint64_t schedules() const { return schedules_; }
  /// How long schedules have been so far: what the next one's strategy is told.
  std::uint32_t typical_length() const { return typical_length_; }
  void set_typical_length(std::uint32_t points) { typical_length_ = points; }
  bool tracing() const { return trace.on() && points_ >= trace_from; }

 private:
  void reset();
  [[gnu::noinline]] void slow_point(std::uintptr_t about);
  [[gnu::cold]] void plain_turn();
  void revive_passive();
  void idle_unlock();
  void note_idle_round(std::uint32_t rounds_before_warning);
  void heed_progress();
  void nap_ends(bool is_wait, bool timed_out);
  /// Leaves the running thread for another; returns when it is chosen again.
  void switch_away();
  void switch_inline();
  void switch_to(Thread& next);
  Thread& choose_next();
  Thread* fire_earliest_timer();
  void expire(Thread& thread);
  void expire_early(Thread& thread, Nanoseconds anyway);
  std::uint32_t waiter_to_wake(const WaitQueue& queue);
  bool is_guarded() const;
  [[noreturn]] void run_too_long();
  /// Returns only if somebody can after all: those whom an atomic section keeps out.
  void nobody_can_move();
  /// Whether an atomic section kept anybody out.
  bool let_in();
  /// Whether `wake_at_the_end` named a thread that could be woken.
  bool wake_for_a_look();
  [[noreturn]] void back_to_engine();
  void judge_computing();
  /// The scenario has ended, and threads are left that should have ended before it.
  bool is_over() const;
  bool may_part(trace::Operation operation, std::uintptr_t object) const;
  [[gnu::cold]] void check_leaver(trace::Operation operation, std::uintptr_t object);
  [[gnu::cold]] void add_event(trace::Operation operation, const trace::ObjectName& name,
                               const char* detail);
  void summarise();
  void update_quiet() {
    only_runnable_ = threads_.passive().empty() && !clock_.has_timers();
    quiet_ = threads_.passive().empty() && (!clock_.has_timers() || !features.early_timers) &&
             !exits_.watched;
    progress_.heeded = !threads_.passive().empty() || progress_.napped;
  }

  Hooks hooks_;
  Threads threads_;
  Clock clock_;
  Progress progress_;
  Exclusive exclusive_;
  Exits exits_;
  Threads::Ids scratch_;
  std::vector<std::uintptr_t> pending_;  ///< by thread id: what its next operation is on, or 0
  bool quiet_ = true;                    ///< nothing but the runnable threads to choose from
  bool only_runnable_ = true;            ///< no passive thread, no timer
  std::uint32_t points_ = 0;
  std::uint64_t schedules_ = 0;
  static constexpr std::uint32_t plain_accesses_a_turn = 4'096;
  std::uint32_t plain_left_ = 0;
  std::uint32_t fair_after_ = 0;  ///< from this point on every thread gets its turns
  std::uint32_t typical_length_ = 100;
  void (*body_)() = nullptr;
  Outcome outcome_;
  fiber::Slot signal_slot_;
};

/// The world. Made by the engine before anything of the submission runs.
extern World* world;
/// Whether plain accesses are looked at: those to World::watched are to be shown in the trace, or
/// races are allowed.
extern bool watching;
/// The running thread if what it does is to be observed; null in the engine and in oracles.
extern Thread* observed;

}  // namespace kata::model
