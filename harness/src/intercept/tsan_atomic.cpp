// SPDX-License-Identifier: MIT
// What -fsanitize=thread makes the compiler call for atomic operations, and libatomic's functions
// for objects that have no instruction of their own.
#include <cstring>
#include <string>

#include "intercept/caller.hpp"
#include "intercept/common.hpp"
#include "intercept/old_values.hpp"
#include "model/atomic.hpp"
#include "world/forbidden.hpp"

namespace kata::intercept {

namespace {

// A semaphore acquires by a successful exchange and releases by an addition.
void note_semaphore(detect::Pc pc) {
  if (model::is_forbidden(model::Primitive::semaphore)) [[unlikely]] {
    if (is_from_semaphore(pc)) model::stop_for_use(model::Primitive::semaphore);
  }
}

detect::Epoch now() { return model::world->running->clock.epoch; }

template <class T>
T load(const volatile T* object, int order, detect::Pc pc) {
  if (!in_schedule()) return *object;
  detect::AtomicHistory& history = model::begin_atomic(address_of(object), sizeof(T), false, pc);
  const T value = *object;
  if (keeps_old<T>()) [[unlikely]] {
    return load_maybe_old(history, value, order_of(order), pc);
  }
  model::atomic_loaded(history, order_of(order));
  model::note_atomic(history, trace::Operation::load, shown(value), false);
  model::world->idle_read();
  return value;
}

template <class T>
void store(volatile T* object, T value, int order, detect::Pc pc) {
  if (!in_schedule()) {
    *object = value;
    return;
  }
  detect::AtomicHistory& history = model::begin_atomic(address_of(object), sizeof(T), true, pc);
  const T before = *object;
  if (keeps_old<T>() && store_early(history, before, value, order_of(order), pc)) [[unlikely]]
    return;
  const detect::Epoch when = now();
  *object = value;
  model::atomic_stored(history, order_of(order), false, before != value);
  keep_old(history, before, value, when, order, false);
  model::note_atomic(history, trace::Operation::store, shown(value));
}

template <trace::Operation operation, class T, class Update>
T modify(volatile T* object, int order, detect::Pc pc, Update update) {
  if (!in_schedule()) {
    const T before = *object;
    *object = update(before);
    return before;
  }
  note_semaphore(pc);
  detect::AtomicHistory& history = model::begin_atomic(address_of(object), sizeof(T), true, pc);
  const T before = *object;
  if (keeps_old<T>()) [[unlikely]] {
    const auto loaded =
        model::old_values::load_to_modify(history, shown(before), order_of(order), pc);
    if (loaded.released != nullptr) {
      const T old = static_cast<T>(loaded.value);
      modify_early(history, loaded, update(old), order_of(order));
      if (update(old) == old) model::world->idle_read();
      return old;
    }
  }
  const T after = update(before);
  const detect::Epoch when = now();
  *object = after;
  model::atomic_loaded(history, order_of(order));
  model::atomic_stored(history, order_of(order), true, before != after);
  keep_old(history, before, after, when, order, true);
  model::note_atomic(history, operation, shown(before));
  if (before == after) model::world->idle_read();
  return before;
}

template <class T>
bool compare_exchange(volatile T* object, T* expected, T desired, int success, int failure,
                      detect::Pc pc, bool weak = false) {
  if (!in_schedule()) {
    const T before = *object;
    if (before != *expected) {
      *expected = before;
      return false;
    }
    *object = desired;
    return true;
  }
  note_semaphore(pc);
  // A failed exchange only reads; whether it fails is known after the scheduling point.
  model::world->point(address_of(object));
  const T before = *object;
  const bool spurious = weak && model::world->features.weak_failures &&
                        model::world->chooser.once_in(choice::Kind::wakeup, 8);
  if (keeps_old<T>()) [[unlikely]] {
    if (const auto done = compare_early(object, expected, desired, before, order_of(success),
                                        order_of(failure), pc, spurious)) {
      return *done;
    }
  }
  const bool equal = before == *expected && !spurious;
  detect::AtomicHistory& history =
      model::shadow->atomic(model::world->running->clock, address_of(object), sizeof(T),
                            equal ? detect::Access::atomic_write : detect::Access::atomic_read, pc);
  if (equal) {
    const detect::Epoch when = now();
    *object = desired;
    model::atomic_loaded(history, order_of(success));
    model::atomic_stored(history, order_of(success), true, before != desired);
    keep_old(history, before, desired, when, success, true);
    model::note_atomic(history, trace::Operation::compare_exchange, shown(before));
    return true;
  }
  if (keeps_old<T>()) [[unlikely]]
    model::old_values::loaded_latest(history, shown(before), order_of(failure));
  model::atomic_loaded(history, order_of(failure));
  model::note_atomic(history,
                     spurious ? trace::Operation::compare_exchange_spurious
                              : trace::Operation::compare_exchange_fails,
                     shown(before), false);
  model::world->idle_read();
  *expected = before;
  return false;
}

// A number became less than nothing, which all but a latch's may.
[[gnu::cold, gnu::noinline]] void fell_below_zero(detect::Pc pc) {
  if (!in_schedule() || !is_latch_counting_down(pc)) return;
  model::world->stop(
      model::Verdict::undefined_behavior, "a std::latch is counted down below zero",
      "A latch is for one time: it is counted down from the number that it was made with to zero, "
      "never further, and it does not begin again. What is to be repeated needs a new latch each "
      "time, or a std::barrier.");
}

// A counter grew from `before` by `update`, in the way that a semaphore's does.
[[gnu::cold, gnu::noinline]] void released(std::int64_t before, std::int64_t update,
                                           detect::Pc pc) {
  if (!in_schedule()) return;
  const auto maximum = maximum_of_released(pc);
  if (!maximum || before + update <= *maximum) return;
  const bool binary = *maximum == 1;
  model::world->stop(
      model::Verdict::undefined_behavior,
      (binary ? "a std::binary_semaphore"
              : "a std::counting_semaphore<" + std::to_string(*maximum) + ">") +
          std::string(" is released beyond its maximum"),
      binary ? "A std::binary_semaphore holds one permit at most: release() is undefined behaviour "
               "while it holds one already. Where several threads may release, use a "
               "std::counting_semaphore with room for all of them, or see that only one does."
             : "release() must not raise the counter beyond the maximum that the type names.");
}

}  // namespace

using Atomic8 = unsigned char;
using Atomic16 = unsigned short;
using Atomic32 = unsigned int;
using Atomic64 = unsigned long;
__extension__ using Atomic128 = unsigned __int128;

#define KATA_PC pc_of(__builtin_return_address(0))

#define KATA_MODIFY(bits, name, expression)                                                       \
  KATA_EXPORT Atomic##bits __tsan_atomic##bits##_##name(volatile Atomic##bits* object,            \
                                                        Atomic##bits operand, int order) {        \
    using T = Atomic##bits;                                                                       \
    return modify<trace::Operation::name>(                                                        \
        object, order, KATA_PC, [operand](T before) -> T { return static_cast<T>(expression); }); \
  }

#define KATA_ATOMIC(bits)                                                                         \
  KATA_EXPORT Atomic##bits __tsan_atomic##bits##_load(const volatile Atomic##bits* object,        \
                                                      int order) {                                \
    return load(object, order, KATA_PC);                                                          \
  }                                                                                               \
  KATA_EXPORT void __tsan_atomic##bits##_store(volatile Atomic##bits* object, Atomic##bits value, \
                                               int order) {                                       \
    store(object, value, order, KATA_PC);                                                         \
  }                                                                                               \
  KATA_MODIFY(bits, exchange, ((void)before, operand))                                            \
  KATA_EXPORT Atomic##bits __tsan_atomic##bits##_fetch_add(volatile Atomic##bits* object,         \
                                                           Atomic##bits operand, int order) {     \
    using T = Atomic##bits;                                                                       \
    const T before = modify<trace::Operation::fetch_add>(                                         \
        object, order, KATA_PC,                                                                   \
        [operand](T value) -> T { return static_cast<T>(value + operand); });                     \
    if (order_of(order) == Order::release && (before != 0 || operand != 1)) [[unlikely]]          \
      released(static_cast<std::int64_t>(before), static_cast<std::int64_t>(operand), KATA_PC);   \
    return before;                                                                                \
  }                                                                                               \
  KATA_EXPORT Atomic##bits __tsan_atomic##bits##_fetch_sub(volatile Atomic##bits* object,         \
                                                           Atomic##bits operand, int order) {     \
    using T = Atomic##bits;                                                                       \
    const T before = modify<trace::Operation::fetch_sub>(                                         \
        object, order, KATA_PC,                                                                   \
        [operand](T value) -> T { return static_cast<T>(value - operand); });                     \
    if (before < operand) [[unlikely]]                                                            \
      fell_below_zero(KATA_PC);                                                                   \
    return before;                                                                                \
  }                                                                                               \
  KATA_MODIFY(bits, fetch_and, before& operand)                                                   \
  KATA_MODIFY(bits, fetch_or, before | operand)                                                   \
  KATA_MODIFY(bits, fetch_xor, before ^ operand)                                                  \
  KATA_MODIFY(bits, fetch_nand, ~(before & operand))                                              \
  KATA_EXPORT int __tsan_atomic##bits##_compare_exchange_strong(                                  \
      volatile Atomic##bits* object, Atomic##bits* expected, Atomic##bits desired, int success,   \
      int failure) {                                                                              \
    return compare_exchange(object, expected, desired, success, failure, KATA_PC) ? 1 : 0;        \
  }                                                                                               \
  KATA_EXPORT int __tsan_atomic##bits##_compare_exchange_weak(                                    \
      volatile Atomic##bits* object, Atomic##bits* expected, Atomic##bits desired, int success,   \
      int failure) {                                                                              \
    return compare_exchange(object, expected, desired, success, failure, KATA_PC, true) ? 1 : 0;  \
  }                                                                                               \
  KATA_EXPORT Atomic##bits __tsan_atomic##bits##_compare_exchange_val(                            \
      volatile Atomic##bits* object, Atomic##bits expected, Atomic##bits desired, int success,    \
      int failure) {                                                                              \
    compare_exchange(object, &expected, desired, success, failure, KATA_PC);                      \
    return expected;                                                                              \
  }

KATA_ATOMIC(8)
KATA_ATOMIC(16)
KATA_ATOMIC(32)
KATA_ATOMIC(64)
KATA_ATOMIC(128)

KATA_EXPORT void __tsan_atomic_thread_fence(int order) {
  if (in_schedule()) model::fence(order_of(order));
}
KATA_EXPORT void __tsan_atomic_signal_fence(int) {}

// ---- libatomic: any size
// -------------------------------------------------------------------------

namespace {

detect::AtomicHistory* begin(const volatile void* object, std::size_t size, bool writes,
                             detect::Pc pc) {
  if (!in_schedule()) return nullptr;
  return &model::begin_atomic(reinterpret_cast<std::uintptr_t>(object), size, writes, pc);
}

}  // namespace

// The compilers know these names as builtins of other types; the labels are what the linker sees.

KATA_EXPORT void kata_atomic_load(std::size_t size, const void* object, void* into,
                                  int order) __asm__("__atomic_load");
KATA_EXPORT void kata_atomic_load(std::size_t size, const void* object, void* into, int order) {
  detect::AtomicHistory* history = begin(object, size, false, KATA_PC);
  std::memcpy(into, object, size);
  if (history == nullptr) return;
  model::atomic_loaded(*history, order_of(order));
  model::note_atomic(*history, trace::Operation::load, 0, false);
  model::world->idle_read();
}

KATA_EXPORT void kata_atomic_store(std::size_t size, void* object, const void* value,
                                   int order) __asm__("__atomic_store");
KATA_EXPORT void kata_atomic_store(std::size_t size, void* object, const void* value, int order) {
  detect::AtomicHistory* history = begin(object, size, true, KATA_PC);
  const bool changed = std::memcmp(object, value, size) != 0;
  std::memcpy(object, value, size);
  if (history == nullptr) return;
  model::atomic_stored(*history, order_of(order), false, changed);
  model::note_atomic(*history, trace::Operation::store, 0);
}

KATA_EXPORT void kata_atomic_exchange(std::size_t size, void* object, const void* value, void* old,
                                      int order) __asm__("__atomic_exchange");
KATA_EXPORT void kata_atomic_exchange(std::size_t size, void* object, const void* value, void* old,
                                      int order) {
  detect::AtomicHistory* history = begin(object, size, true, KATA_PC);
  const bool changed = std::memcmp(object, value, size) != 0;
  std::memcpy(old, object, size);
  std::memcpy(object, value, size);
  if (history == nullptr) return;
  model::atomic_loaded(*history, order_of(order));
  model::atomic_stored(*history, order_of(order), true, changed);
  model::note_atomic(*history, trace::Operation::exchange, 0);
}

KATA_EXPORT bool kata_atomic_compare_exchange(std::size_t size, void* object, void* expected,
                                              const void* desired, int success,
                                              int failure) __asm__("__atomic_compare_exchange");
KATA_EXPORT bool kata_atomic_compare_exchange(std::size_t size, void* object, void* expected,
                                              const void* desired, int success, int failure) {
  if (in_schedule()) model::world->point();
  const bool equal = std::memcmp(object, expected, size) == 0;
  if (in_schedule()) {
    detect::AtomicHistory& history = model::shadow->atomic(
        model::world->running->clock, reinterpret_cast<std::uintptr_t>(object), size,
        equal ? detect::Access::atomic_write : detect::Access::atomic_read, KATA_PC);
    model::atomic_loaded(history, order_of(equal ? success : failure));
    if (equal) model::atomic_stored(history, order_of(success), true, true);
    model::note_atomic(
        history,
        equal ? trace::Operation::compare_exchange : trace::Operation::compare_exchange_fails, 0,
        equal);
    if (!equal) model::world->idle_read();
  }
  std::memcpy(equal ? object : expected, equal ? desired : object, size);
  return equal;
}

KATA_EXPORT bool kata_atomic_is_lock_free(std::size_t size,
                                          const volatile void*) __asm__("__atomic_is_lock_free");
KATA_EXPORT bool kata_atomic_is_lock_free(std::size_t size, const volatile void*) {
  return size == 1 || size == 2 || size == 4 || size == 8;
}

KATA_EXPORT Atomic128 kata_atomic_load_16(const volatile Atomic128* object,
                                          int order) __asm__("__atomic_load_16");
KATA_EXPORT Atomic128 kata_atomic_load_16(const volatile Atomic128* object, int order) {
  return load(object, order, KATA_PC);
}
KATA_EXPORT void kata_atomic_store_16(volatile Atomic128* object, Atomic128 value,
                                      int order) __asm__("__atomic_store_16");
KATA_EXPORT void kata_atomic_store_16(volatile Atomic128* object, Atomic128 value, int order) {
  store(object, value, order, KATA_PC);
}
KATA_EXPORT Atomic128 kata_atomic_exchange_16(volatile Atomic128* object, Atomic128 value,
                                              int order) __asm__("__atomic_exchange_16");
KATA_EXPORT Atomic128 kata_atomic_exchange_16(volatile Atomic128* object, Atomic128 value,
                                              int order) {
  return modify<trace::Operation::exchange>(object, order, KATA_PC,
                                            [value](Atomic128) { return value; });
}
KATA_EXPORT bool kata_atomic_compare_exchange_16(
    volatile Atomic128* object, Atomic128* expected, Atomic128 desired, int success,
    int failure) __asm__("__atomic_compare_exchange_16");
KATA_EXPORT bool kata_atomic_compare_exchange_16(volatile Atomic128* object, Atomic128* expected,
                                                 Atomic128 desired, int success, int failure) {
  return compare_exchange(object, expected, desired, success, failure, KATA_PC);
}

}  // namespace kata::intercept
