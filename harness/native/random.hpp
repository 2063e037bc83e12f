// SPDX-License-Identifier: MIT
// A small random number generator for instances and noise.
#pragma once

#include <cstdint>

namespace kata::native {

/// SplitMix64 (Steele, Lea and Flood, 2014).
class Random {
 public:
  Random() = default;
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    std::uint64_t mixed = state_ += 0x9e3779b97f4a7c15;
    mixed = (mixed ^ mixed >> 30) * 0xbf58476d1ce4e5b9;
    mixed = (mixed ^ mixed >> 27) * 0x94d049bb133111eb;
    return mixed ^ mixed >> 31;
  }

  /// Any of 0 … count-1.
  std::uint32_t below(std::uint32_t count) {
    return static_cast<std::uint32_t>((next() >> 32) * count >> 32);
  }

 private:
  std::uint64_t state_ = 0;
};

}  // namespace kata::native
