// SPDX-License-Identifier: MIT
// The uniform random walk: at every scheduling point each candidate has the same chance.
#include "choice/random.hpp"
#include "choice/registry.hpp"

namespace kata::choice {

namespace {

class RandomWalk final : public Strategy {
 public:
  void begin(std::uint64_t seed, std::uint32_t) override { random_.seed(seed); }
  const char* name() const override { return "random"; }
  std::uint32_t pick(std::uint32_t count) override { return random_.below(count); }
  std::uint32_t pick_thread(const Candidates& candidates) override {
    return random_.below(candidates.count);
  }

 private:
  Random random_;
};

const Registered row("random", make_default<RandomWalk>, 2);

}  // namespace

}  // namespace kata::choice
