// SPDX-License-Identifier: MIT
// The shadow memory against a model of it that is too simple to be wrong: for every byte and thread
// the moments of its last read and write, plain and atomic. Random accesses of four threads to two
// words, some of them ordered; the first race must be heard at the same access in both.
#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>

#include "detect/shadow.hpp"

namespace kata::detect {
namespace {

constexpr int threads = 4;
constexpr std::uintptr_t base = 0x20000000;
constexpr std::size_t bytes = 16;

struct Step {
  int thread;
  std::size_t offset, size;
  Access as;
};

// What happened to one byte: by kind of access and thread, the clock of the last.
using Byte = std::array<std::array<std::uint32_t, threads>, 4>;

class Model {
 public:
  /// Whether the access races with one before it; notes it.
  bool races(const Step& step, const ThreadClock& clock) {
    bool found = false;
    for (std::size_t i = step.offset; i < step.offset + step.size; ++i) {
      for (int other = 0; other < threads; ++other) {
        for (const Access before :
             {Access::read, Access::write, Access::atomic_read, Access::atomic_write}) {
          const std::uint32_t when = bytes_[i][static_cast<std::size_t>(before)][at(other)];
          found |= conflict(before, step.as) && other != step.thread &&
                   when > clock.known.get(static_cast<std::uint32_t>(other));
        }
      }
      bytes_[i][static_cast<std::size_t>(step.as)][at(step.thread)] = clock_of(clock.epoch);
    }
    return found;
  }

 private:
  static std::size_t at(int thread) { return static_cast<std::size_t>(thread); }
  static bool is_atomic(Access as) {
    return as == Access::atomic_read || as == Access::atomic_write;
  }
  static bool writes(Access as) { return as == Access::write || as == Access::atomic_write; }
  static bool conflict(Access a, Access b) {
    return (writes(a) || writes(b)) && !(is_atomic(a) && is_atomic(b));
  }
  std::array<Byte, bytes> bytes_{};
};

bool heard = false;

// The atomic objects that a run has, as offsets and sizes: of one word's halves and bytes, and of a
// whole word.
struct Object {
  std::size_t offset, size;
};
const std::vector<std::vector<Object>> layouts = {
    {}, {{0, 4}}, {{4, 4}}, {{0, 4}, {4, 4}}, {{3, 1}}, {{8, 8}}, {{0, 1}, {1, 1}, {4, 4}, {8, 8}}};

// An access as the instrumentation makes it.
template <bool write>
void access(Shadow& shadow, ThreadClock& thread, std::uintptr_t address, std::size_t size) {
  constexpr Pc pc = write ? 2 : 1;
  if (size == 1 && shadow.usual<write>(thread, address, 1, pc)) return;
  if (size == 2 && shadow.usual<write>(thread, address, 2, pc)) return;
  if (size == 4 && shadow.usual<write>(thread, address, 4, pc)) return;
  if (size == 8 && shadow.usual<write>(thread, address, 8, pc)) return;
  shadow.access(thread, address, size, pc, write);
}

class RandomRun {
 public:
  explicit RandomRun(std::uint64_t seed) : random_(seed) {
    for (int i = 0; i < threads; ++i) clocks_[i].start(static_cast<std::uint16_t>(i));
    objects_ = layouts[below(layouts.size())];
    halves_only_ = below(2) == 0;
  }

  // Empty if the two agree to the end or to the first race.
  std::string disagreement(Shadow& shadow) {
    shadow.reset();
    std::string story;
    for (int i = 0; i < 40; ++i) {
      if (below(3) == 0) {
        order(story);
        continue;
      }
      const Step step = draw();
      ThreadClock& clock = clocks_[step.thread];
      heard = false;
      if (step.as == Access::read) access<false>(shadow, clock, base + step.offset, step.size);
      if (step.as == Access::write) access<true>(shadow, clock, base + step.offset, step.size);
      if (step.as == Access::atomic_read || step.as == Access::atomic_write) {
        shadow.atomic(clock, base + step.offset, step.size, step.as, 3);
      }
      const bool expected = model_.races(step, clock);
      story += "thread " + std::to_string(step.thread) + " access " +
               std::to_string(static_cast<int>(step.as)) + " at " + std::to_string(step.offset) +
               " of " + std::to_string(step.size) + "\n";
      if (heard != expected)
        return story + (expected ? "is a race, not heard" : "is no race, heard");
      if (heard) return "";
    }
    return "";
  }

 private:
  std::size_t below(std::size_t count) { return random_() % count; }

  // One thread lets go of one of two locks, or takes it.
  void order(std::string& story) {
    const auto thread = below(threads), lock = below(2);
    const bool release = below(2) == 0;
    if (release) {
      clocks_[thread].release(locks_[lock]);
    } else {
      clocks_[thread].acquire(locks_[lock]);
    }
    story += "thread " + std::to_string(thread) + (release ? " releases " : " acquires ") +
             std::to_string(lock) + "\n";
  }

  Step draw() {
    const int thread = static_cast<int>(below(threads));
    // Reads mostly, or each run would be over after a step or two.
    const bool write = below(4) == 0;
    if (!objects_.empty() && below(2) == 0) {
      const Object& object = objects_[below(objects_.size())];
      return {thread, object.offset, object.size,
              write ? Access::atomic_write : Access::atomic_read};
    }
    const Access as = write ? Access::write : Access::read;
    if (halves_only_) return {thread, below(4) * 4, 4, as};
    const std::size_t size = std::size_t{1} << below(4);
    return {thread, below(bytes - size + 1), size, as};
  }

  std::mt19937_64 random_;
  ThreadClock clocks_[threads];
  VectorClock locks_[2];
  std::vector<Object> objects_;
  bool halves_only_ = false;
  Model model_;
};

TEST(ShadowAgainstModel, HearsTheFirstRaceAtTheSameAccess) {
  Shadow shadow([](const Race&) { heard = true; }, [](std::uintptr_t, Pc, Epoch) {},
                [](std::uintptr_t) {});
  for (std::uint64_t seed = 0; seed < 20'000; ++seed) {
    ASSERT_EQ(RandomRun(seed).disagreement(shadow), "") << "seed " << seed;
  }
}

}  // namespace
}  // namespace kata::detect
