// SPDX-License-Identifier: MIT
#include "model/old_values.hpp"

#include <algorithm>
#include <deque>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/modification_order.hpp"
#include "trace/symbols.hpp"
#include "world/per_schedule.hpp"

namespace kata::model::old_values {

namespace {

// A load that may see several values sees the latest one half of the time, so that nobody who
// looks again and again waits for long.
constexpr std::uint32_t odds_of_old = 2;
// The same for read-modify-writes and stores. Most programs have none that may take an earlier
// place.
constexpr std::uint32_t odds_of_early = 3;

bool is_access(const std::string& function) {
  const bool of_atomic =
      function.starts_with("std::atomic<") || function.starts_with("std::atomic_") ||
      function.starts_with("std::__atomic_base<") || function.starts_with("std::__atomic_ref<") ||
      function.starts_with("std::__atomic_impl::");
  if (!of_atomic) return false;
  constexpr std::string_view words[] = {"load",     "operator", "::test", "store",
                                        "exchange", "fetch_",   "::clear"};
  return std::any_of(std::begin(words), std::end(words), [&](std::string_view word) {
    return function.find(word) != std::string::npos;
  });
}

enum class Author : std::uint8_t { unknown, library, submission };

// Who wrote the operation at `site`, as far as the functions that are inlined there tell.
Author author_at(std::uint32_t site) {
  for (const trace::Frame& frame : trace::frames_of(site)) {
    if (is_access(frame.function)) continue;
    const bool librarys =
        frame.function.starts_with("std::") || frame.function.starts_with("__gnu_cxx::");
    return librarys ? Author::library : Author::submission;
  }
  return Author::unknown;
}

// Whether the operation at `site` that is going on was written by the submission. How the library
// waits, counts and wakes is its own affair: what it promises holds, whatever it takes.
bool is_submissions(detect::Pc site) {
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

detect::VectorClock fenced;  // what happened before a seq_cst fence

std::deque<ModificationOrder> histories;  // by the object's number, from 1
bool any_seen = false;
// `latest`: what memory holds. If the object was stored to by code that is not seen, such as the
// library's, that is what counts.
ModificationOrder& history_of(const detect::AtomicHistory& object, std::uint64_t latest) {
  while (histories.size() < object.number) histories.emplace_back();
  ModificationOrder& history = histories[object.number - 1];
  if (history.overwritten() != object.overwritten ||
      (!history.empty() && history.latest() != latest)) {
    history.clear(object.overwritten);
  }
  return history;
}

// Returns the oldest store that may be read after a seq_cst fence that comes now, or by a seq_cst
// operation.
std::uint32_t oldest_for_fence(const ModificationOrder& history) {
  return std::max(history.sequential(), history.oldest_for(fenced));
}

// Returns the oldest store that the running thread may read with `order`. What it stores comes
// after that.
std::uint32_t oldest_of(const ModificationOrder& history, Order order) {
  const std::uint32_t oldest = history.oldest_for(world->running->clock.known);
  return order == Order::seq_cst ? std::max(oldest, oldest_for_fence(history)) : oldest;
}

void note(ModificationOrder& history, std::uint32_t index, detect::Epoch when, Order order) {
  history.note_seen(world->running->id, detect::clock_of(when), index);
  if (order == Order::seq_cst) history.note_sequential(index);
}

// The running thread stores `value` as the one at `index`, before the last.
void insert(const detect::AtomicHistory& object, ModificationOrder& history, std::uint32_t index,
            std::uint64_t value, Order order, bool read_modify_write) {
  any_seen = true;
  const Stored& before = history[index - 1];
  const bool follows = read_modify_write || goes_on(before.head, order);
  const detect::Epoch when = world->running->clock.epoch;
  detect::AtomicHistory place;  // as the object would be if the ones behind did not exist
  place.address = object.address;
  place.released = before.released;
  place.head = before.head;
  atomic_released(place, order, read_modify_write);
  Stored& fresh = history.insert(index, value, follows);
  fresh.head = place.head;
  fresh.released = place.released;
  note(history, index, when, order);
}

// Draws a place before the last store for what the running thread stores at `site` with `order`;
// nullopt if it comes last.
std::optional<std::uint32_t> early_place(const ModificationOrder& history, Order order,
                                         detect::Pc site) {
  if (history.last_place() == 0) return std::nullopt;
  const std::uint32_t first = oldest_of(history, order) + 1;
  std::uint32_t places = 0;
  for (std::uint32_t i = first; i <= history.last_place(); ++i) places += !history[i].follows;
  if (places == 0 || !is_submissions(site) ||
      !world->chooser.once_in(choice::Kind::value, odds_of_early)) {
    return std::nullopt;
  }
  std::uint32_t left = world->chooser.choose(choice::Kind::value, places);
  std::uint32_t index = first;
  while (history[index].follows || left-- > 0) ++index;
  return index;
}

const PerSchedule reset("old_values", [](void*) {
  for (ModificationOrder& history : histories) history.clear(0);
  fenced.clear();
  any_seen = false;
});

}  // namespace

bool seen() { return any_seen; }

void stored(const detect::AtomicHistory& object, std::uint64_t before, std::uint64_t after,
            detect::Epoch when, Order order, bool read_modify_write) {
  ModificationOrder& history = history_of(object, before);
  const bool is_known = !history.empty();
  if (!is_known) history.insert(0, before, false);
  const bool follows =
      read_modify_write || goes_on(is_known ? history[history.last()].head : any_head, order);
  Stored& fresh = history.insert(history.last() + 1, after, follows);
  fresh.head = object.head;
  fresh.released = object.released;
  note(history, history.last(), when, order);
}

bool stored_early(const detect::AtomicHistory& object, std::uint64_t latest, std::uint64_t value,
                  Order order, detect::Pc site) {
  ModificationOrder& history = history_of(object, latest);
  const auto index = early_place(history, order, site);
  if (index) insert(object, history, *index, value, order, false);
  return index.has_value();
}

Loaded load(const detect::AtomicHistory& object, std::uint64_t latest, Order order,
            detect::Pc site) {
  ModificationOrder& history = history_of(object, latest);
  if (history.empty()) return {latest};
  std::uint32_t index = history.last();
  const std::uint32_t choices = index - oldest_of(history, order) + 1;
  if (choices > 1 && is_submissions(site) &&
      world->chooser.once_in(choice::Kind::value, odds_of_old)) {
    any_seen = true;
    index -= 1 + world->chooser.choose(choice::Kind::value, choices - 1);
  }
  note(history, index, world->running->clock.epoch, order);
  const Stored& seen = history[index];
  return {seen.value, index == history.last() ? nullptr : &seen.released, index};
}

void loaded_latest(const detect::AtomicHistory& object, std::uint64_t latest, Order order) {
  ModificationOrder& history = history_of(object, latest);
  if (!history.empty()) note(history, history.last(), world->running->clock.epoch, order);
}

Loaded load_to_modify(const detect::AtomicHistory& object, std::uint64_t latest, Order order,
                      detect::Pc site) {
  ModificationOrder& history = history_of(object, latest);
  const auto index = early_place(history, order, site);
  if (!index) return {latest};
  const Stored& before = history[*index - 1];
  return {before.value, &before.released, *index - 1};
}

Loaded load_to_compare(const detect::AtomicHistory& object, std::uint64_t latest,
                       std::uint64_t expected, bool fails, Order success, Order failure,
                       detect::Pc site) {
  ModificationOrder& history = history_of(object, latest);
  if (history.empty()) return {latest};
  const std::uint32_t oldest = std::min(oldest_of(history, success), oldest_of(history, failure));
  if (oldest == history.last() || !is_submissions(site) ||
      !world->chooser.once_in(choice::Kind::value, odds_of_early)) {
    return {latest};
  }
  const std::uint32_t index =
      oldest + world->chooser.choose(choice::Kind::value, history.last() - oldest);
  const Stored& seen = history[index];
  const bool succeeds = seen.value == expected && !fails;
  if (index < oldest_of(history, succeeds ? success : failure)) return {latest};
  if (succeeds && history[index + 1].follows) return {latest};
  if (!succeeds) {
    any_seen = true;
    note(history, index, world->running->clock.epoch, failure);
  }
  return {seen.value, &seen.released, index};
}

void modified_early(const detect::AtomicHistory& object, const Loaded& before, std::uint64_t after,
                    Order order) {
  insert(object, histories[object.number - 1], before.index + 1, after, order, true);
}

void catch_up() {
  const Thread& self = *world->running;
  const std::uint32_t now = detect::clock_of(self.clock.epoch);
  for (ModificationOrder& history : histories) {
    if (!history.empty()) history.note_seen(self.id, now, history.last());
  }
}

void fence() {
  const Thread& self = *world->running;
  for (ModificationOrder& history : histories) {
    if (history.empty()) continue;
    const std::uint32_t oldest = oldest_for_fence(history);
    if (oldest > 0) history.note_seen(self.id, detect::clock_of(self.clock.epoch), oldest);
  }
  fenced.join(self.clock.known);
}

}  // namespace kata::model::old_values
