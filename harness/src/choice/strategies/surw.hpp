// SPDX-License-Identifier: MIT
// SURW, after Zhao, Wolff, Mathur and Roychoudhury, "Selectively uniform concurrency testing",
// ASPLOS 2025: one object that several threads use is drawn for each schedule, and the orders of
// the operations on it are sampled evenly, by giving each thread a chance in proportion to how many
// of them it still has to do. What is known of that comes from a schedule before. All other
// operations go ahead of those, so a hundred threads can be about to touch one object, and any of
// them be first.
#pragma once

#include <unordered_map>
#include <vector>

#include "choice/random.hpp"
#include "choice/strategy.hpp"

namespace kata::choice {

class Surw final : public Strategy {
 public:
  void begin(std::uint64_t seed, std::uint32_t) override;
  const char* name() const override { return "surw"; }
  std::uint32_t pick(std::uint32_t count) override { return random_.below(count); }
  std::uint32_t pick_thread(const Candidates& candidates) override;
  void give_way(std::uint16_t id) override { gave_way_ = id; }
  bool remembers() const override { return true; }

 private:
  using Counts = std::vector<std::uint32_t>;  // operations, by thread id
  static constexpr std::uint32_t nobody = 0xffffffff;

  // Operations on one object in the schedule that was counted last.
  struct Counted {
    std::uint32_t schedule = 0;  ///< of which `counts` speaks
    Counts counts;
  };

  void learn();
  void count(std::uintptr_t object, std::uint16_t id);
  /// Any that is not about to do what is interesting, the running one half of the time;
  /// candidates.count if there is none.
  std::uint32_t ahead_of_interesting(const Candidates& candidates);
  std::uint32_t among_interesting(const Candidates& candidates);

  Random random_;
  std::uint32_t schedules_ = 0;
  bool counting_ = false;
  // By object. Kept from schedule to schedule, because most objects come again at their addresses;
  // `touched_` are those of the schedule that runs.
  std::unordered_map<std::uintptr_t, Counted> counted_;
  std::vector<std::uintptr_t> touched_;
  // What the last counted schedule taught: the objects that more than one thread used.
  struct Shared {
    std::uintptr_t object;
    Counts counts;
  };
  std::vector<Shared> shared_;
  std::uintptr_t interesting_ = 0;  // 0: every operation is
  Counts remaining_;
  std::vector<std::uint32_t> scratch_;  // of one pick
  std::uint32_t gave_way_ = nobody;
};

}  // namespace kata::choice
