// SPDX-License-Identifier: MIT
#include "explore/confidence.hpp"

#include <algorithm>
#include <cmath>

namespace kata::explore {

namespace {

// "12,345"
std::string grouped(std::uint64_t number) {
  std::string text = std::to_string(number);
  for (std::size_t at = text.size(); at > 3; at -= 3) text.insert(at - 3, ",");
  return text;
}

std::uint64_t count_new(const std::vector<bool>& all, std::uint64_t last) {
  const auto from = all.end() - static_cast<std::ptrdiff_t>(last);
  return static_cast<std::uint64_t>(std::count(from, all.end(), true));
}

// (1 - 1/N)^schedules <= 5 %. Rounded down, so that the promise is kept.
std::uint64_t seen_for_sure(std::uint64_t schedules) {
  if (schedules < 5) return 0;  // not even one in two
  const double least = -std::expm1(std::log(0.05) / static_cast<double>(schedules));
  return static_cast<std::uint64_t>(1 / least);
}

}  // namespace

void Tally::add(const char* strategy, bool is_new) {
  ++strategies_[strategy];
  new_.push_back(is_new);
}

void Tally::add_drawn(const char* name, int value) {
  for (Drawn& known : drawn_) {
    if (known.name != name) continue;
    known.least = std::min(known.least, value);
    known.most = std::max(known.most, value);
    return;
  }
  drawn_.push_back({name, value, value});
}

Confidence Tally::sum(std::uint64_t distinct) const {
  Confidence all;
  all.schedules = new_.size();
  all.distinct = distinct;
  all.strategies = strategies_;
  all.last_half = all.schedules / 2;
  all.new_in_last_half = count_new(new_, all.last_half);
  all.last_tenth = all.schedules / 10;
  all.new_in_last_tenth = count_new(new_, all.last_tenth);
  all.one_in = seen_for_sure(all.schedules);
  all.drawn = drawn_;
  all.run_twice = run_twice_;
  return all;
}

std::vector<std::string> not_covered(const Confidence& confidence, bool program) {
  std::vector<std::string> all{"relaxed loads that see later stores"};
  // More names than this would be read by nobody.
  constexpr std::size_t few = 3;
  std::string most;
  for (const Drawn& one : confidence.drawn) {
    if (one.least >= 0 && one.most <= 1) continue;  // a flip: there is no more of it
    most += (most.empty() ? "" : ", ") + one.name + " = " + std::to_string(one.most);
  }
  if (program) {
    all.push_back("other arguments and input");
  } else if (most.empty() || confidence.drawn.size() > few) {
    all.push_back("instances that the harness does not make");
  } else {
    all.push_back("instances beyond " + most);
  }
  all.push_back("the limits in README.md");
  return all;
}

std::string in_words(const Confidence& confidence, bool program) {
  std::string text;
  if (confidence.one_in >= 2) {
    text += "A mistake that 1 of " + grouped(confidence.one_in) +
            " schedules shows would have been found with a chance of 95 %. ";
  }
  if (confidence.new_in_last_half == 0 && confidence.last_half > 0) {
    text += "The last " + grouped(confidence.last_half) +
            " schedules brought no new order of operations. ";
  } else if (confidence.last_tenth > 0) {
    text += "Of the last " + grouped(confidence.last_tenth) + " schedules " +
            grouped(confidence.new_in_last_tenth) + " had a new order of operations. ";
  }
  text += "Not covered: ";
  const std::vector<std::string> missing = not_covered(confidence, program);
  for (std::size_t i = 0; i < missing.size(); ++i) text += (i == 0 ? "" : "; ") + missing[i];
  return text + ".";
}

}  // namespace kata::explore
