// SPDX-License-Identifier: MIT
// Vector clocks and epochs: what happens before what. Terms and the two-case test after Flanagan
// and Freund, "FastTrack: efficient and precise dynamic race detection", PLDI 2009.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <memory>

namespace kata::detect {

/// A moment of one thread: its id in the upper 12 bits, its clock in the lower 20. 0 = never.
using Epoch = std::uint32_t;
constexpr int epoch_clock_bits = 20;
constexpr std::uint32_t epoch_clock_mask = (1U << epoch_clock_bits) - 1;
constexpr std::uint32_t most_threads = 1U << (32 - epoch_clock_bits);

inline std::uint32_t thread_of(Epoch epoch) { return epoch >> epoch_clock_bits; }
inline std::uint32_t clock_of(Epoch epoch) { return epoch & epoch_clock_mask; }

/// Entry t is the latest moment of thread t that is known to have happened before. Up to eight
/// threads need no memory of its own, and cost a few instructions for all of them at once; what
/// more need is kept when it is cleared.
class VectorClock {
 public:
  VectorClock() = default;
  VectorClock(const VectorClock&) = delete;
  VectorClock& operator=(const VectorClock& other) {
    if (spilled_ == nullptr && other.spilled_ == nullptr) {
      std::memcpy(inline_, other.inline_, sizeof inline_);
      size_ = other.size_;
      return *this;
    }
    if (this == &other) return *this;
    clear();
    extend(other.size_);
    std::memcpy(data_, other.data_, other.size_ * sizeof(std::uint32_t));
    return *this;
  }

  void clear() {
    std::memset(inline_, 0, sizeof inline_);
    size_ = 0;
  }
  bool empty() const { return size_ == 0; }
  std::uint32_t size() const { return size_; }

  std::uint32_t get(std::uint32_t thread) const { return thread < size_ ? data_[thread] : 0; }

  void set(std::uint32_t thread, std::uint32_t clock) {
    if (thread >= size_) extend(thread + 1);
    data_[thread] = clock;
  }

  /// Entry by entry the later of the two.
  void join(const VectorClock& other) {
    if (spilled_ == nullptr && other.spilled_ == nullptr) {
      // All eight, the unused ones being 0. Signed, because the least x86-64 compares only such
      // numbers eight at a time; no clock has the sign bit.
      for (std::uint32_t i = 0; i < inline_capacity; ++i) {
        const auto mine = static_cast<std::int32_t>(inline_[i]);
        const auto its = static_cast<std::int32_t>(other.inline_[i]);
        inline_[i] = static_cast<std::uint32_t>(mine > its ? mine : its);
      }
      size_ = std::max(size_, other.size_);
      return;
    }
    if (other.size_ > size_) extend(other.size_);
    for (std::uint32_t i = 0; i < other.size_; ++i) data_[i] = std::max(data_[i], other.data_[i]);
  }

 private:
  static constexpr std::uint32_t inline_capacity = 8;

  void extend(std::uint32_t size) {
    if (spilled_ == nullptr && size <= inline_capacity) {
      size_ = size;  // zero already
      return;
    }
    reserve(size);
    std::memset(data_ + size_, 0, (size - size_) * sizeof(std::uint32_t));
    size_ = size;
  }
  void reserve(std::uint32_t size) {
    if (size <= capacity_) return;
    const std::uint32_t capacity = std::max(size, 2 * capacity_);
    auto larger = std::make_unique<std::uint32_t[]>(capacity);
    std::memcpy(larger.get(), data_, size_ * sizeof(std::uint32_t));
    spilled_ = std::move(larger);
    data_ = spilled_.get();
    capacity_ = capacity;
  }

  std::uint32_t size_ = 0;
  std::uint32_t capacity_ = inline_capacity;
  alignas(16) std::uint32_t inline_[inline_capacity] = {};  // 0 beyond size_, unless spilled
  std::uint32_t* data_ = inline_;
  std::unique_ptr<std::uint32_t[]> spilled_;
};

/// A thread's own view of time.
struct ThreadClock {
  VectorClock known;
  Epoch epoch = 0;  ///< now: (id, known[id])
  std::uint16_t id = 0;
  bool wrote = false;     ///< what others may see, since somebody last set this to false
  bool detached = false;  ///< nobody waits for its end, so what it uses of others may be gone

  /// `after`: where the clock of the thread stood that had the id before, 0 if none had.
  void start(std::uint16_t thread, std::uint32_t after = 0) {
    id = thread;
    wrote = detached = false;
    known.clear();
    known.set(thread, after + 1);
    epoch = static_cast<Epoch>(thread) << epoch_clock_bits | (after + 1);
  }
  /// Whether `past` is a moment of this thread.
  bool is_own(Epoch past) const { return (past ^ epoch) <= epoch_clock_mask; }
  /// Whether the moment `past` happened before now. One's own have, and are the usual question.
  bool after(Epoch past) const {
    return is_own(past) || clock_of(past) <= known.get(thread_of(past));
  }
  /// The same without asking first whether it is one's own.
  bool knows(Epoch past) const { return clock_of(past) <= known.get(thread_of(past)); }
  void acquire(const VectorClock& released) { known.join(released); }
  /// Adds all that this thread knows to `object`, whose acquirers will know it too.
  void release(VectorClock& object) {
    object.join(known);
    tick();
  }
  /// As release, but `object` forgets what it held.
  void release_only(VectorClock& object) {
    object = known;
    tick();
  }
  /// False if the clock is used up: the schedule is longer than an epoch can count.
  bool may_tick() const { return clock_of(epoch) < epoch_clock_mask - 1; }

 private:
  void tick() {
    ++epoch;
    known.set(id, clock_of(epoch));
  }
};

}  // namespace kata::detect
