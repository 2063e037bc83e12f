// SPDX-License-Identifier: MIT
// Atomic operations in a schedule in which loads return old values and stores take earlier places:
// what tsan_atomic.cpp does there instead. See model/old_values.hpp.
#pragma once

#include <cstdint>
#include <optional>

#include "model/atomic.hpp"
#include "model/old_values.hpp"

namespace kata::intercept {

using model::Order;

// Compilers put hints into the upper bits.
inline Order order_of(int order) { return static_cast<Order>(order & 7); }

template <class T>
std::uint64_t shown(T value) {
  return static_cast<std::uint64_t>(value);
}

template <class T>
std::uintptr_t address_of(const volatile T* object) {
  return reinterpret_cast<std::uintptr_t>(object);
}

template <class T>
T load_maybe_old(detect::AtomicHistory& history, T latest, Order order, detect::Pc pc) {
  const auto loaded = model::old_values::load(history, shown(latest), order, pc);
  const T value = static_cast<T>(loaded.value);
  if (loaded.released == nullptr) {
    model::atomic_loaded(history, order);
    model::note_atomic(history, trace::Operation::load, shown(value), false);
  } else {
    model::atomic_acquired(*loaded.released, order);
    model::note_atomic(history, trace::Operation::load_old_value, shown(value), false);
  }
  model::world->idle_read();
  return value;
}

template <class T>
bool keeps_old() {
  return sizeof(T) <= 8 && model::world->features.old_values;
}

// Notes a store for loads that may see what was there before, where there are such. `when` is the
// storing thread's moment before it.
template <class T>
void keep_old(const detect::AtomicHistory& history, T before, T after, detect::Epoch when,
              int order, bool read_modify_write) {
  if (!keeps_old<T>()) return;
  model::old_values::stored(history, shown(before), shown(after), when, order_of(order),
                            read_modify_write);
}

// The store takes its place before the last value, so memory stays as it is.
template <class T>
bool store_early(detect::AtomicHistory& history, T latest, T value, Order order, detect::Pc pc) {
  if (!model::old_values::stored_early(history, shown(latest), shown(value), order, pc)) {
    return false;
  }
  model::world->progress();
  model::note_atomic(history, trace::Operation::store_old_value, shown(value));
  return true;
}

// The same for a read-modify-write, if `loaded` is an old value.
template <class T>
void modify_early(detect::AtomicHistory& history, const model::old_values::Loaded& loaded, T after,
                  Order order) {
  model::atomic_acquired(*loaded.released, order);
  model::old_values::modified_early(history, loaded, shown(after), order);
  if (shown(after) != loaded.value) model::world->progress();
  model::note_atomic(history, trace::Operation::modify_old_value, loaded.value);
}

// What a compare_exchange returns that reads an old value; nullopt if it reads `latest`.
template <class T>
std::optional<bool> compare_early(volatile T* object, T* expected, T desired, T latest,
                                  Order success, Order failure, detect::Pc pc, bool fails) {
  detect::ThreadClock& clock = model::world->running->clock;
  detect::AtomicHistory* history =
      &model::shadow->atomic(clock, address_of(object), sizeof(T), detect::Access::atomic_read, pc);
  const auto loaded = model::old_values::load_to_compare(*history, shown(latest), shown(*expected),
                                                         fails, success, failure, pc);
  if (loaded.released == nullptr) return std::nullopt;
  const T old = static_cast<T>(loaded.value);
  if (old == *expected && !fails) {
    history = &model::shadow->atomic(clock, address_of(object), sizeof(T),
                                     detect::Access::atomic_write, pc);
    modify_early(*history, loaded, desired, success);
    return true;
  }
  model::atomic_acquired(*loaded.released, failure);
  model::note_atomic(*history, trace::Operation::compare_exchange_fails_old, shown(old), false);
  model::world->idle_read();
  *expected = old;
  return false;
}

}  // namespace kata::intercept
