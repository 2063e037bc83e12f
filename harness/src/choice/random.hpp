// SPDX-License-Identifier: MIT
// The pseudo-random numbers of the strategies: splitmix64 (Steele, Lea and Flood, "Fast splittable
// pseudorandom number generators", OOPSLA 2014), one multiplication a number and any seed is good.
#pragma once

#include <cstdint>

namespace kata::choice {

class Random {
 public:
  void seed(std::uint64_t seed) { state_ = seed; }

  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9e3779b97f4a7c15ULL);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
  }

  /// A number in [0, count), count > 0. The bias of the multiplication is below count / 2^32.
  std::uint32_t below(std::uint32_t count) {
    return static_cast<std::uint32_t>(((next() >> 32) * count) >> 32);
  }

 private:
  std::uint64_t state_ = 0;
};

/// A seed for schedule `index` of a run seeded with `seed`, unrelated to its neighbours'.
inline std::uint64_t schedule_seed(std::uint64_t seed, std::uint64_t index) {
  Random random;
  random.seed(seed * 0xd1342543de82ef95ULL + index);
  return random.next();
}

}  // namespace kata::choice
