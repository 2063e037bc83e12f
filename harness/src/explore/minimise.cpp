// SPDX-License-Identifier: MIT
#include "explore/minimise.hpp"

#include <algorithm>
#include <utility>

namespace kata::explore {

namespace {

using Choices = std::vector<std::uint32_t>;

// Schedules and scheduling points to spend. A point is some 50 ns.
constexpr std::uint32_t most_runs = 4'000;
constexpr std::uint64_t most_points = 1'000'000;

class Search {
 public:
  Search(Choices choices, model::Verdict verdict, const Run& run) : verdict_(verdict), run_(run) {
    // As it is: how hard is it?
    if (!attempt(choices, true)) best_ = std::move(choices);
  }

  Choices search() {
    bool better = true;
    while (better && !spent()) {
      better = plainer_answers();
      for (std::size_t length = std::max<std::size_t>(1, best_.size() / 2);; length /= 2) {
        better |= without_chunks(length);
        if (length <= 1 || spent()) break;
      }
    }
    return std::move(best_);
  }

 private:
  bool spent() const { return runs_ >= most_runs || points_ >= most_points; }

  // Runs `choices`; if the failure is the same and the effort less, they are the best so far.
  bool attempt(const Choices& choices, bool first = false) {
    if (spent()) return false;
    ++runs_;
    Attempt made = run_(choices);
    points_ += made.points + 1;
    if (!made.verdict) return false;
    if (!made.may_run_again) runs_ = most_runs;
    if (*made.verdict != verdict_) return false;
    const Effort effort{
        made.preemptions,
        static_cast<std::uint32_t>(std::count_if(made.choices.begin(), made.choices.end(),
                                                 [](std::uint32_t choice) { return choice != 0; })),
        made.choices.size()};
    if (!first && !(effort < effort_)) return false;
    effort_ = effort;
    best_ = std::move(made.choices);
    return true;
  }

  // Single answers made 0, or else smaller: instances, features, odd choices.
  bool plainer_answers() {
    bool better = false;
    for (std::size_t i = 0; i < best_.size() && !spent(); ++i) {
      for (std::uint32_t bit = 1U << 31; bit != 0 && i < best_.size(); bit >>= 1) {
        if ((best_[i] & bit) == 0) continue;
        Choices candidate = best_;
        candidate[i] &= ~bit;
        better |= attempt(candidate);
      }
    }
    return better;
  }

  // Stretches of `length` choices made plain, or left out.
  bool without_chunks(std::size_t length) {
    bool better = false;
    for (std::size_t i = 0; i < best_.size() && !spent();) {
      const auto begin = static_cast<std::ptrdiff_t>(i);
      const auto end = static_cast<std::ptrdiff_t>(std::min(i + length, best_.size()));
      Choices candidate = best_;
      std::fill(candidate.begin() + begin, candidate.begin() + end, 0);
      if (candidate != best_ && attempt(candidate)) {
        better = true;
        i += length;
        continue;
      }
      candidate = best_;
      candidate.erase(candidate.begin() + begin, candidate.begin() + end);
      if (attempt(candidate)) {
        better = true;  // what followed is here now
      } else {
        i += length;
      }
    }
    return better;
  }

  model::Verdict verdict_;
  const Run& run_;
  Choices best_;
  Effort effort_;
  std::uint32_t runs_ = 0;
  std::uint64_t points_ = 0;
};

}  // namespace

bool may_run_again(const model::Failure& failure) {
  return !failure.from_signal && failure.verdict != model::Verdict::time_limit &&
         failure.verdict != model::Verdict::memory_limit;
}

std::vector<std::uint32_t> minimise(std::vector<std::uint32_t> choices, model::Verdict verdict,
                                    const Run& run) {
  return Search(std::move(choices), verdict, run).search();
}

}  // namespace kata::explore
