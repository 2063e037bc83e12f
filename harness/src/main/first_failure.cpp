// SPDX-License-Identifier: MIT
#include "main/first_failure.hpp"

#include <chrono>
#include <nlohmann/json.hpp>

#include "choice/random.hpp"
#include "choice/strategy.hpp"
#include "explore/session.hpp"
#include "world/racy.hpp"
#include "world/world.hpp"

namespace kata::main {

namespace {

using Clock = std::chrono::steady_clock;
using model::world;

}  // namespace

std::string first_failures(const explore::Settings& settings, std::uint64_t seeds) {
  const Clock::time_point end =
      Clock::now() + std::chrono::duration_cast<Clock::duration>(
                         std::chrono::duration<double>(settings.time_limit));
  const std::uint32_t first_length = world->typical_length();
  if (settings.races_allowed) {
    model::racy.allow();
    model::watching = true;
  }
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (std::uint64_t k = 0; k < seeds; ++k) {
    const std::uint64_t seed = settings.seed + k;
    const auto strategy = choice::make_strategy(settings.strategy);
    // What explore() learns on its way, a new process would have to learn again.
    world->set_typical_length(first_length);
    model::racy.forget();
    std::uint64_t run = 0;
    model::Verdict verdict = model::Verdict::accepted;
    while (run < settings.schedules && verdict == model::Verdict::accepted) {
      model::racy.heed_places();
      const model::Outcome& outcome =
          explore::run_schedule(*strategy, choice::schedule_seed(seed, run));
      if (model::racy.grew()) continue;
      ++run;
      if (const model::Failure* failure = explore::failure_of(outcome)) verdict = failure->verdict;
      if ((run & 63) == 0 && Clock::now() > end) break;
    }
    if (verdict == model::Verdict::accepted && run < settings.schedules) break;
    list.push_back({{"seed", seed}, {"schedules", run}, {"verdict", model::to_string(verdict)}});
  }
  return nlohmann::ordered_json{{"seeds", list}}.dump();
}

}  // namespace kata::main
