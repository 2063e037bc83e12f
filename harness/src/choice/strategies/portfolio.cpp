// SPDX-License-Identifier: MIT
// The default strategy: a mixture of all others, because each misses bugs that another finds.
#include <algorithm>
#include <cstring>

#include "choice/random.hpp"
#include "choice/registry.hpp"

namespace kata::choice {

namespace {

/// Draws a member for every schedule, in proportion to the shares. The shares are by what
/// `kata bench detection` shows: SURW finds what needs one thread of many in one place, the uniform
/// walk is best where few threads meet often, and the rest have bugs of their own.
class Portfolio final : public Strategy {
 public:
  Portfolio() {
    for (const Registered* one : Registered::all()) {
      if (one->share() == 0) continue;
      members_.push_back({one, one->make()});
      shares_ += one->share();
    }
    // The order decides which seed draws which member: the largest share first.
    std::sort(members_.begin(), members_.end(), [](const Member& a, const Member& b) {
      if (a.row->share() != b.row->share()) return a.row->share() > b.row->share();
      return std::strcmp(a.row->name(), b.row->name()) > 0;
    });
    member_ = members_.front().strategy.get();
  }

  void begin(std::uint64_t seed, std::uint32_t length) override {
    Random random;
    random.seed(seed ^ 0x5851f42d4c957f2dULL);
    std::uint32_t draw = random.below(shares_);
    auto drawn = members_.begin();
    for (; draw >= drawn->row->share(); ++drawn) draw -= drawn->row->share();
    member_ = drawn->strategy.get();
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
  struct Member {
    const Registered* row;
    std::unique_ptr<Strategy> strategy;
  };
  std::vector<Member> members_;
  std::uint32_t shares_ = 0;
  Strategy* member_ = nullptr;
};

const Registered row("portfolio", make_default<Portfolio>, 0);

}  // namespace

}  // namespace kata::choice
