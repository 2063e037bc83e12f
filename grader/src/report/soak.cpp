// SPDX-License-Identifier: MIT
#include "report/soak.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"

namespace grader::report {

namespace {

constexpr std::size_t most_rows = 10;

double mean_to_failure(const Tally& tally) {
  return tally.seeds == 0
             ? 0
             : static_cast<double>(tally.to_failure) / static_cast<double>(tally.seeds);
}

bool was_rejected(const Tally& tally) { return tally.good && tally.expected != "accepted"; }

std::string what_ran(const Tally& tally) {
  std::string text = fmt::format("{} seed{}", tally.seeds, tally.seeds == 1 ? "" : "s");
  if (!was_rejected(tally)) {
    text += fmt::format(", {} schedules", tally.schedules);
    // An acceptance is worth what was looked at.
    if (tally.cut_short > 0) {
      text += fmt::format(" (the time limit cut {} seed{} short)", tally.cut_short,
                          tally.cut_short == 1 ? "" : "s");
    }
  } else if (tally.seeds > 1) {
    text += fmt::format(", {:.1f} schedules to failure, at most {}", mean_to_failure(tally),
                        tally.most_to_failure);
  }
  return text;
}

}  // namespace

std::string render_tally(const Tally& tally, const Style& style) {
  if (tally.good) {
    return fmt::format("{} {}  {}, {}, {:.2f} s\n", style.paint(Color::green, "✓"), tally.name,
                       tally.verdict, what_ran(tally), tally.seconds + tally.compile_seconds);
  }
  std::string text =
      fmt::format("{} {}  is {}, must be {} (seed {})\n", style.paint(Color::red, "✗"), tally.name,
                  tally.verdict, tally.expected, tally.seed);
  if (!tally.message.empty()) {
    text += "      " + cut(printable(tally.message), style.width - 6) + "\n";
  }
  return text + "      " + tally.command + "\n";
}

std::string render_hardest(std::vector<Tally> tallies, const Style& style) {
  tallies.erase(std::remove_if(tallies.begin(), tallies.end(),
                               [](const Tally& tally) { return !was_rejected(tally); }),
                tallies.end());
  if (tallies.empty()) return "";
  std::stable_sort(tallies.begin(), tallies.end(), [](const Tally& a, const Tally& b) {
    return mean_to_failure(a) > mean_to_failure(b);
  });
  if (tallies.size() > most_rows) tallies.resize(most_rows);
  std::string text =
      "\n" + style.paint(Color::bold, "Hardest to reject, in schedules to failure") + "\n" +
      fmt::format("  {:>9}  {:>9}  {:>9}  {:>9}  answer\n", "mean", "most", "its seed", "budget");
  for (const Tally& tally : tallies) {
    text += fmt::format("  {:>9.1f}  {:>9}  {:>9}  {:>9}  {}\n", mean_to_failure(tally),
                        tally.most_to_failure, tally.most_seed, tally.budget, tally.name);
  }
  return text + "\n";
}

}  // namespace grader::report
