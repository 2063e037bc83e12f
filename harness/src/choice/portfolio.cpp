// SPDX-License-Identifier: MIT
// The strategies by name, and the default: a mixture, because each misses bugs that another finds.
#include <array>
#include <stdexcept>

#include "choice/pct.hpp"
#include "choice/pos.hpp"
#include "choice/random_walk.hpp"
#include "choice/surw.hpp"

namespace kata::choice {

namespace {

/// Draws a member for every schedule.
class Portfolio final : public Strategy {
 public:
  void begin(std::uint64_t seed, std::uint32_t length) override {
    Random random;
    random.seed(seed ^ 0x5851f42d4c957f2dULL);
    // By what `kata bench detection` shows: SURW finds what needs one thread of many in one place,
    // the uniform walk is best where few threads meet often, and the rest have bugs of their own.
    const std::uint32_t draw = random.below(8);
    member_ = draw < 3    ? static_cast<Strategy*>(&surw_)
              : draw < 5  ? static_cast<Strategy*>(&uniform_)
              : draw == 5 ? static_cast<Strategy*>(&sticky_)
              : draw == 6 ? static_cast<Strategy*>(&pos_)
                          : static_cast<Strategy*>(&pct_);
    member_->begin(seed, length);
  }
  Strategy& chosen() override { return *member_; }
  const char* name() const override { return member_->name(); }
  bool remembers() const override { return member_->remembers(); }
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
  Pos pos_;
  Surw surw_;
  Pct pct_{0};
  Strategy* member_ = &uniform_;
};

}  // namespace

std::vector<std::string> strategy_names() {
  return {"portfolio", "random", "sticky", "pct", "pos", "surw"};
}

std::unique_ptr<Strategy> make_strategy(std::string_view name) {
  if (name == "portfolio") return std::make_unique<Portfolio>();
  if (name == "random") return std::make_unique<RandomWalk>();
  if (name == "sticky") return std::make_unique<StickyWalk>();
  if (name == "pct") return std::make_unique<Pct>(0);
  if (name == "pos") return std::make_unique<Pos>();
  if (name == "surw") return std::make_unique<Surw>();
  std::string message = "unknown strategy '" + std::string(name) + "'; known are";
  for (const std::string& known : strategy_names()) message += " " + known;
  throw std::invalid_argument(message);
}

}  // namespace kata::choice
