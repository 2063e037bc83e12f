// SPDX-License-Identifier: MIT
// The strategies by name, and the default: a mixture, because each misses bugs that another finds.
#include <array>
#include <stdexcept>

#include "choice/pct.hpp"
#include "choice/random_walk.hpp"

namespace kata::choice {

namespace {

/// Draws a member for every schedule.
class Portfolio final : public Strategy {
 public:
  void begin(std::uint64_t seed, std::uint32_t length) override {
    Random random;
    random.seed(seed ^ 0x5851f42d4c957f2dULL);
    // Half uniform: it is the best on most of the rejected answers. A quarter each for the two
    // that make long runs of one thread.
    const std::uint32_t draw = random.below(4);
    member_ = draw < 2    ? static_cast<Strategy*>(&uniform_)
              : draw == 2 ? static_cast<Strategy*>(&sticky_)
                          : static_cast<Strategy*>(&pct_);
    member_->begin(seed, length);
  }
  Strategy& chosen() override { return *member_; }
  std::uint32_t pick(std::uint32_t count) override { return member_->pick(count); }
  std::uint32_t pick_thread(const Candidates& candidates) override {
    return member_->pick_thread(candidates);
  }
  std::uint32_t pick_waiter(const Candidates& candidates) override {
    return member_->pick_waiter(candidates);
  }
  void give_way(std::uint16_t id) override { member_->give_way(id); }

 private:
  RandomWalk uniform_;
  StickyWalk sticky_;
  Pct pct_{0};
  Strategy* member_ = &uniform_;
};

}  // namespace

std::vector<std::string> strategy_names() { return {"portfolio", "random", "sticky", "pct"}; }

std::unique_ptr<Strategy> make_strategy(std::string_view name) {
  if (name == "portfolio") return std::make_unique<Portfolio>();
  if (name == "random") return std::make_unique<RandomWalk>();
  if (name == "sticky") return std::make_unique<StickyWalk>();
  if (name == "pct") return std::make_unique<Pct>(0);
  std::string message = "unknown strategy '" + std::string(name) + "'; known are";
  for (const std::string& known : strategy_names()) message += " " + known;
  throw std::invalid_argument(message);
}

}  // namespace kata::choice
