// SPDX-License-Identifier: MIT
#include "model/old_values.hpp"

#include <algorithm>
#include <deque>
#include <string>
#include <unordered_map>
#include <vector>

#include "trace/symbols.hpp"
#include "world/per_schedule.hpp"

namespace kata::model::old_values {

namespace {

// A load that may see several values sees the latest one half of the time, so that nobody who
// looks again and again waits for long.
constexpr std::uint32_t odds_of_old = 2;

struct Stored {
  std::uint64_t value = 0;
  detect::VectorClock released;
};

// From this moment of a thread on, whoever comes after it sees no store before `index`.
struct Seen {
  std::uint32_t clock;
  std::uint32_t index;
};

bool is_load(const std::string& function) {
  const bool of_atomic =
      function.starts_with("std::atomic<") || function.starts_with("std::atomic_") ||
      function.starts_with("std::__atomic_base<") || function.starts_with("std::__atomic_ref<") ||
      function.starts_with("std::__atomic_impl::");
  return of_atomic && (function.find("load") != std::string::npos ||
                       function.find("operator") != std::string::npos ||
                       function.find("::test") != std::string::npos);
}

enum class Author : std::uint8_t { unknown, library, submission };

// Who wrote the load at `site`, as far as the functions that are inlined there tell.
Author author_at(std::uint32_t site) {
  for (const trace::Frame& frame : trace::frames_of(site)) {
    if (is_load(frame.function)) continue;
    const bool librarys =
        frame.function.starts_with("std::") || frame.function.starts_with("__gnu_cxx::");
    return librarys ? Author::library : Author::submission;
  }
  return Author::unknown;
}

// Whether the load at `site` that is going on was written by the submission. How the library waits,
// counts and wakes is its own affair: what it promises holds, whatever it takes.
bool is_submissions_load(detect::Pc site) {
  static std::unordered_map<std::uint32_t, Author> known;  // a look at the stack takes microseconds
  const auto [entry, is_new] = known.try_emplace(site);
  if (is_new) entry->second = author_at(site);
  if (entry->second != Author::unknown) return entry->second == Author::submission;
  for (const std::uint32_t address : trace::capture_stack()) {
    const Author author = author_at(address);
    if (author != Author::unknown) return author == Author::submission;
  }
  return false;
}

// The stores to one object in their order, the first being what it held before.
class History {
 public:
  bool empty() const { return count_ == 0; }
  std::uint64_t latest() const { return stores_[count_ - 1].value; }
  std::uint32_t last() const { return count_ - 1; }
  const Stored& operator[](std::uint32_t index) const { return stores_[index]; }
  std::uint32_t overwritten() const { return overwritten_; }

  void clear(std::uint32_t overwritten) {
    count_ = 0;
    overwritten_ = overwritten;
    for (std::vector<Seen>& one : seen_) one.clear();
  }

  void add(std::uint64_t value, const detect::VectorClock* released) {
    if (count_ == stores_.size()) stores_.emplace_back();
    Stored& fresh = stores_[count_++];
    fresh.value = value;
    fresh.released.clear();
    if (released != nullptr) fresh.released = *released;
  }

  void note_seen(std::uint16_t thread, std::uint32_t clock, std::uint32_t index) {
    if (thread >= seen_.size()) seen_.resize(thread + 1U);
    std::vector<Seen>& own = seen_[thread];
    if (!own.empty() && own.back().index >= index) return;
    own.push_back({clock, index});
  }

  // The oldest store that may be seen by whom `known` has happened before.
  std::uint32_t oldest_for(const detect::VectorClock& known) const {
    std::uint32_t oldest = 0;
    for (std::uint32_t thread = 0; thread < seen_.size(); ++thread) {
      const std::vector<Seen>& all = seen_[thread];
      const auto later =
          std::upper_bound(all.begin(), all.end(), known.get(thread),
                           [](std::uint32_t clock, const Seen& one) { return clock < one.clock; });
      if (later != all.begin()) oldest = std::max(oldest, std::prev(later)->index);
    }
    return oldest;
  }

 private:
  std::deque<Stored> stores_;
  std::uint32_t count_ = 0;
  std::uint32_t overwritten_ = 0;
  std::vector<std::vector<Seen>> seen_;  // by thread, ascending
};

std::deque<History> histories;  // by the object's number, from 1
bool any_seen = false;
detect::VectorClock fenced;  // what seq_cst fences and stores have made visible to fences

History& history_of(const detect::AtomicHistory& object) {
  while (histories.size() < object.number) histories.emplace_back();
  History& history = histories[object.number - 1];
  if (history.overwritten() != object.overwritten) history.clear(object.overwritten);
  return history;
}

const PerSchedule reset("old_values", [](void*) {
  for (History& history : histories) history.clear(0);
  fenced.clear();
  any_seen = false;
});

}  // namespace

bool seen() { return any_seen; }

void stored(const detect::AtomicHistory& object, std::uint64_t before, std::uint64_t after,
            detect::Epoch when, Order order) {
  History& history = history_of(object);
  // Stored to by code that is not seen, such as the library's: that is what counts.
  if (!history.empty() && history.latest() != before) history.clear(object.overwritten);
  if (history.empty()) history.add(before, nullptr);
  history.add(after, &object.released);
  const Thread& self = *world->running;
  history.note_seen(self.id, detect::clock_of(when), history.last());
  if (order == Order::seq_cst) fenced.join(self.clock.known);
}

Loaded load(const detect::AtomicHistory& object, std::uint64_t latest, Order order,
            detect::Pc site) {
  History& history = history_of(object);
  if (!history.empty() && history.latest() != latest) history.clear(object.overwritten);
  if (history.empty()) return {latest};
  const Thread& self = *world->running;
  std::uint32_t index = history.last();
  if (order != Order::seq_cst) {
    const std::uint32_t choices = index - history.oldest_for(self.clock.known) + 1;
    if (choices > 1 && is_submissions_load(site) &&
        world->chooser.once_in(choice::Kind::value, odds_of_old)) {
      any_seen = true;
      index -= 1 + world->chooser.choose(choice::Kind::value, choices - 1);
    }
  }
  history.note_seen(self.id, detect::clock_of(self.clock.epoch), index);
  const Stored& seen = history[index];
  return {seen.value, index == history.last() ? nullptr : &seen.released};
}

void catch_up() {
  const Thread& self = *world->running;
  const std::uint32_t now = detect::clock_of(self.clock.epoch);
  for (History& history : histories) {
    if (!history.empty()) history.note_seen(self.id, now, history.last());
  }
}

void fence() {
  const Thread& self = *world->running;
  for (History& history : histories) {
    if (history.empty()) continue;
    const std::uint32_t oldest = history.oldest_for(fenced);
    if (oldest > 0) history.note_seen(self.id, detect::clock_of(self.clock.epoch), oldest);
  }
  fenced.join(self.clock.known);
}

}  // namespace kata::model::old_values
