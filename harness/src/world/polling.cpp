// SPDX-License-Identifier: MIT
// Telling a thread that waits by sleeping and looking again from one that sleeps because that is
// its job. Between two sleeps the one only looks: it makes atomic reads, or takes a lock and lets
// it go having written nothing. The other does something that others can see, or nothing at all.
#include "world/world.hpp"

namespace kata::model {

namespace {

// Looks in a row, each with a sleep before and after it, before it is called polling. One or two
// are also what a wait with a time limit looks like that is tried once more.
constexpr std::uint32_t looks_before_warning = 3;

}  // namespace

void World::nap_begins(bool is_wait) {
  Thread& self = *running;
  // Whoever waits with a time limit has looked at what it waits for. Where a sleep follows a sleep
  // without any operation in between, nothing was looked at.
  const bool looked = self.woke != 0 && (is_wait || self.order != self.woke);
  self.looks = looked && !self.acted && !self.clock.wrote ? self.looks + 1 : 0;
  if (self.looks < looks_before_warning) return;
  if (!is_wait) {
    if (outcome_.noticed(warnings::sleep_as_synchronization) != nullptr) return;
    outcome_.notice(warnings::sleep_as_synchronization, self.id, trace::capture_stack());
  } else if (!outcome_.timeout_poll) {
    outcome_.timeout_poll = true;
    outcome_.timeout_poll_at = trace::capture_stack();
  }
}

void World::nap_ends(bool is_wait, bool timed_out) {
  Thread& self = *running;
  if (is_wait && !timed_out) outcome_.timed_wait_met = true;
  self.acted = !timed_out;
  self.wrote_before = self.wrote_before || self.clock.wrote;
  self.clock.wrote = false;
  self.woke = self.order;
  if (progress_.napped) return;
  progress_.napped = true;
  update_quiet();
}

void World::heed_progress() {
  running->acted = true;
  if (!threads_.passive().empty()) revive_passive();
}

}  // namespace kata::model
