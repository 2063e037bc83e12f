// SPDX-License-Identifier: MIT
#include "choice/strategies/surw.hpp"

#include <algorithm>

#include "choice/registry.hpp"

namespace kata::choice {

namespace {
// Every so many schedules one is counted; the instances differ, so what is known must stay fresh.
constexpr std::uint32_t schedules_a_count = 8;
// One schedule in so many has no object of its own: all operations count.
constexpr std::uint32_t odds_of_all = 4;
// Objects remembered before all are forgotten: a program may use ever new addresses.
constexpr std::size_t most_remembered = 10'000;
const Registered row("surw", make_default<Surw>, 3);
}  // namespace

void Surw::begin(std::uint64_t seed, std::uint32_t) {
  if (counting_) learn();
  random_.seed(seed);
  counting_ = schedules_++ % schedules_a_count == 0 || shared_.empty();
  touched_.clear();
  gave_way_ = nobody;
  interesting_ = 0;
  remaining_.clear();
  if (shared_.empty()) return;
  const Shared& drawn = shared_[random_.below(static_cast<std::uint32_t>(shared_.size()))];
  if (random_.below(odds_of_all) != 0) {
    interesting_ = drawn.object;
    remaining_ = drawn.counts;
    return;
  }
  for (const Shared& one : shared_) {
    if (one.counts.size() > remaining_.size()) remaining_.resize(one.counts.size(), 0);
    for (std::size_t i = 0; i < one.counts.size(); ++i) remaining_[i] += one.counts[i];
  }
}

void Surw::learn() {
  shared_.clear();
  for (const std::uintptr_t object : touched_) {
    const Counts& counts = counted_[object].counts;
    if (std::count_if(counts.begin(), counts.end(), [](auto count) { return count > 0; }) > 1) {
      shared_.push_back({object, counts});
    }
  }
  if (counted_.size() > most_remembered) counted_.clear();
}

void Surw::count(std::uintptr_t object, std::uint16_t id) {
  Counted& counted = counted_[object];
  if (counted.schedule != schedules_) {
    counted.schedule = schedules_;
    counted.counts.clear();
    touched_.push_back(object);
  }
  if (id >= counted.counts.size()) counted.counts.resize(id + 1U, 0);
  ++counted.counts[id];
}

// The two that follow run at every point and go over all threads, so they have no branch that is
// hard to predict.

std::uint32_t Surw::among_interesting(const Candidates& candidates) {
  const std::uint32_t count = candidates.count;
  const std::uint16_t* ids = candidates.ids;
  const std::uint32_t known = static_cast<std::uint32_t>(remaining_.size());
  if (scratch_.size() < count) scratch_.resize(count);
  std::uint32_t* const sums = scratch_.data();
  std::uint32_t total = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::uint32_t left = ids[i] < known ? remaining_[ids[i]] : 0;
    total += left + (left == 0 ? 1 : 0);
    sums[i] = total;
  }
  const std::uint32_t draw = random_.below(total);
  std::uint32_t at = 0;
  for (std::uint32_t i = 0; i < count; ++i) at += sums[i] <= draw ? 1 : 0;
  const std::uint16_t id = ids[at];
  if (id < known && remaining_[id] > 0) --remaining_[id];
  return at;
}

std::uint32_t Surw::ahead_of_interesting(const Candidates& candidates) {
  const std::uint32_t count = candidates.count;
  const std::uint16_t* ids = candidates.ids;
  const std::uintptr_t* pending = candidates.pending;
  const std::uintptr_t interesting = interesting_;
  const std::uint32_t gave_way = gave_way_;
  if (pending == nullptr) return count;
  const auto goes_ahead = [=](std::uint32_t i) {
    return pending[ids[i]] != interesting && ids[i] != gave_way;
  };
  if (candidates.running < count && goes_ahead(candidates.running) && random_.below(2) == 0) {
    return candidates.running;
  }
  if (scratch_.size() < count) scratch_.resize(count);
  std::uint32_t* const able = scratch_.data();
  std::uint32_t ables = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    able[ables] = i;
    ables += goes_ahead(i) ? 1 : 0;
  }
  if (ables == 0) return count;
  return able[ables == 1 ? 0 : random_.below(ables)];
}

std::uint32_t Surw::pick_thread(const Candidates& candidates) {
  std::uint32_t at = interesting_ != 0 ? ahead_of_interesting(candidates) : candidates.count;
  if (at == candidates.count) at = among_interesting(candidates);
  gave_way_ = nobody;
  if (counting_) [[unlikely]]
    count(candidates.about(at), candidates.ids[at]);
  return at;
}

}  // namespace kata::choice
