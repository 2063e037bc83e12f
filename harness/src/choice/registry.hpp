// SPDX-License-Identifier: MIT
// The table of strategies. Each file choice/strategies/NAME.cpp adds its own row; CMake reads the
// names from the names of the files, for the command lines and the tests.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "choice/strategy.hpp"

namespace kata::choice {

/// A row: an object with static storage duration in the strategy's file. Not thread safe.
class Registered {
 public:
  using Factory = std::unique_ptr<Strategy> (*)();

  /// `name`: a literal, the strategy's name() and the stem of its file. `share`: of the portfolio's
  /// schedules, this many parts are the strategy's; 0 for one that is no member.
  Registered(const char* name, Factory make, std::uint32_t share);
  Registered(const Registered&) = delete;
  Registered& operator=(const Registered&) = delete;
  ~Registered();

  const char* name() const { return name_; }
  std::uint32_t share() const { return share_; }
  std::unique_ptr<Strategy> make() const { return make_(); }

  /// Returns all rows by name, whatever the linker's order is.
  static std::vector<const Registered*> all();

 private:
  const char* name_;
  Factory make_;
  std::uint32_t share_;
  Registered* next_;
};

/// Makes a default-constructed `Kind`: the factory of most strategies.
template <class Kind>
std::unique_ptr<Strategy> make_default() {
  return std::make_unique<Kind>();
}

}  // namespace kata::choice
