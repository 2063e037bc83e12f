// SPDX-License-Identifier: MIT
// Threads that look again and again at what has not changed: World's part that notices it, lets
// others go first, and calls it busy waiting.
#include "world/program.hpp"
#include "world/spin.hpp"
#include "world/world.hpp"

namespace kata::model {

namespace {

// Reads without any change in between before a thread counts as spinning.
constexpr std::uint32_t idle_before_giving_way = 6;
// Rounds of such reads, and yields, before it is called busy waiting.
constexpr std::uint32_t idle_rounds_before_warning = 4;
// The same for looks under a lock: these are what ordinary reading looks like too, so only very
// many that changed nothing, while nobody else changed anything, are waiting.
constexpr std::uint32_t idle_unlock_rounds_before_warning = 30;
// Rounds of such reads, and yields, that a stubborn spinner gets before it is passed over after
// all: more than libstdc++ takes before it goes to sleep, so that what happens if it does is seen.
constexpr std::uint32_t stubborn_rounds = 10;
// The same for looks under a lock: a few more than are called busy waiting, or only a thread that
// nothing can pass over would ever make so many.
constexpr std::uint32_t stubborn_unlock_rounds = idle_unlock_rounds_before_warning + 2;

}  // namespace

void World::idle_read() {
  Thread& self = *running;
  if (!progress_.stands_still(self.progress_seen)) {
    self.idle = 0;
    return;
  }
  if (++self.idle < idle_before_giving_way) return;
  self.idle = 0;
  note_idle_round(idle_rounds_before_warning);
  if (!features.stubborn_spins || self.idle_rounds > stubborn_rounds) give_way();
}

void World::yield() {
  Thread& self = *running;
  if (progress_.stands_still(self.progress_seen)) note_idle_round(idle_rounds_before_warning);
  if (features.stubborn_spins && self.idle_rounds <= stubborn_rounds) {
    point();
  } else if (++points_ >= limits.points) {
    run_too_long();
  } else {
    give_way();
  }
}

void World::idle_unlock() {
  Thread& self = *running;
  if (!progress_.stands_still(self.progress_seen)) {
    self.idle = self.idle_rounds = 0;
    return;
  }
  if (++self.idle < idle_before_giving_way) return;
  self.idle = 0;
  note_idle_round(idle_unlock_rounds_before_warning);
  if (!features.stubborn_spins || self.idle_rounds > stubborn_unlock_rounds) give_way();
}

void World::note_idle_round(std::uint32_t rounds_before_warning) {
  Thread& self = *running;
  if (++self.idle_rounds < rounds_before_warning) return;
  if (outcome_.noticed(warnings::busy_wait) != nullptr || is_librarys_spin()) return;
  outcome_.notice(warnings::busy_wait, self.id,
                  trace.on() ? trace::capture_stack() : trace::Stack());
}

Nanoseconds World::read_clock() {
  // A program may divide by the time that it took.
  if (program_main != nullptr) clock_.compute(points_);
  clock_.look(points_);
  if (running != nullptr && observed != nullptr) idle_read();
  return clock_.now();
}

}  // namespace kata::model
