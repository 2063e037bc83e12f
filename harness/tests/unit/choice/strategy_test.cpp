// SPDX-License-Identifier: MIT
#include "choice/strategy.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <numeric>

#include "choice/chooser.hpp"
#include "choice/random.hpp"
#include "choice/registry.hpp"
#include "choice/strategies/pct.hpp"
#include "choice/strategies/pos.hpp"
#include "choice/strategies/surw.hpp"

namespace kata::choice {
namespace {

constexpr std::uint16_t ids[] = {0, 1, 2, 3, 4, 5, 6, 7};

// One schedule of made-up questions; every answer is checked to be one.
std::vector<std::uint32_t> answers(Strategy& strategy, std::uint64_t seed) {
  strategy.begin(seed, 100);
  Random questions;  // the same for everybody
  questions.seed(99);
  std::vector<std::uint32_t> given;
  for (int i = 0; i < 300; ++i) {
    const std::uint32_t count = 2 + questions.below(7);
    const std::uint32_t kind = questions.below(4);
    const Candidates candidates{ids, count, questions.below(count + 1)};
    std::uint32_t answer = 0;
    if (kind == 0) answer = strategy.pick(count);
    if (kind == 1) answer = strategy.pick_thread(candidates);
    if (kind == 2) answer = strategy.pick_waiter(candidates);
    if (kind == 3) strategy.give_way(ids[questions.below(8)]);
    EXPECT_LT(answer, count);
    given.push_back(answer);
  }
  return given;
}

TEST(Registered, NamesAreThoseOfTheFiles) {
  EXPECT_EQ(strategy_names(), (std::vector<std::string>{KATA_STRATEGIES}));
}

TEST(Registered, PortfolioDrawsMembersByTheirShares) {
  std::map<std::string, std::uint32_t> drawn;
  const auto portfolio = make_strategy("portfolio");
  for (std::uint64_t seed = 0; seed < 8'000; ++seed) {
    portfolio->begin(seed, 100);
    ++drawn[portfolio->name()];
  }
  std::uint32_t parts = 0;
  for (const Registered* one : Registered::all()) parts += one->share();
  for (const Registered* one : Registered::all()) {
    EXPECT_NEAR(drawn[one->name()], 8'000.0 * one->share() / parts, 200) << one->name();
  }
}

// Replay tokens of whole schedules are unaffected, but the same seed must go on to find the same.
TEST(Registered, ASeedDrawsTheMemberItAlwaysDrew) {
  const auto portfolio = make_strategy("portfolio");
  std::string drawn;
  for (std::uint64_t seed = 0; seed < 12; ++seed) {
    portfolio->begin(seed, 100);
    drawn += portfolio->name() + std::string(" ");
  }
  EXPECT_EQ(drawn, "sticky pos surw surw pct surw pct pct surw surw pos surw ");
}

class EveryStrategy : public testing::TestWithParam<std::string> {};

TEST_P(EveryStrategy, GivesValidAnswersWhichTheSeedDecides) {
  const auto one = make_strategy(GetParam());
  const auto other = make_strategy(GetParam());
  std::map<std::vector<std::uint32_t>, int> different;
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    const auto given = answers(*one, seed);
    EXPECT_EQ(given, answers(*other, seed)) << "seed " << seed;
    if (!one->remembers()) {
      EXPECT_EQ(given, answers(*make_strategy(GetParam()), seed)) << "it keeps nothing, it says";
    }
    ++different[given];
  }
  EXPECT_GT(different.size(), 40U);
}

TEST_P(EveryStrategy, HasItsNameOrAMembers) {
  const auto strategy = make_strategy(GetParam());
  const std::vector<std::string> names = strategy_names();
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    strategy->begin(seed, 100);
    const std::string name = strategy->name();
    EXPECT_NE(std::find(names.begin() + 1, names.end(), name), names.end()) << name;
    if (GetParam() != "portfolio") {
      EXPECT_EQ(name, GetParam());
    }
  }
}

TEST_P(EveryStrategy, CanChooseEveryThreadAndEveryNumber) {
  const auto strategy = make_strategy(GetParam());
  std::map<std::uint32_t, int> threads, numbers, waiters;
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    strategy->begin(seed, 10);
    ++numbers[strategy->pick(4)];
    ++waiters[strategy->pick_waiter({ids, 4, 4})];
    ++threads[strategy->pick_thread({ids, 4, 4})];
  }
  EXPECT_EQ(threads.size(), 4U);
  EXPECT_EQ(numbers.size(), 4U);
  EXPECT_EQ(waiters.size(), 4U);
}

INSTANTIATE_TEST_SUITE_P(All, EveryStrategy, testing::ValuesIn(strategy_names()),
                         [](const auto& parameter) { return parameter.param; });

TEST(Strategy, AnUnknownNameIsRefusedWithTheKnownOnes) {
  try {
    make_strategy("luck");
    FAIL();
  } catch (const std::invalid_argument& error) {
    const std::string text = error.what();
    for (const std::string& name : strategy_names()) {
      EXPECT_NE(text.find(name), std::string::npos) << text;
    }
  }
}

// Threads 0 to 6, each with one operation on an object of its own and then one on `shared`: which
// of them comes first at the shared one?
std::uint16_t first_at_shared(Strategy& strategy, std::uint64_t seed) {
  constexpr std::uintptr_t shared = 0x1000;
  strategy.begin(seed, 14);
  std::uintptr_t pending[7];
  std::vector<std::uint16_t> left;
  for (std::uint16_t id = 0; id < 7; ++id) {
    pending[id] = 0x2000U + id;
    left.push_back(id);
  }
  std::uint16_t first = 7;
  while (!left.empty()) {
    const auto count = static_cast<std::uint32_t>(left.size());
    const std::uint32_t at = strategy.pick_thread({left.data(), count, count, pending});
    const std::uint16_t id = left[at];
    if (pending[id] != shared) {
      pending[id] = shared;
      continue;
    }
    if (first == 7) first = id;
    left.erase(left.begin() + at);
  }
  return first;
}

TEST(Surw, AnyThreadMayBeFirstAtASharedObjectAndAllComeThereBefore) {
  Surw surw;
  std::map<std::uint16_t, int> firsts;
  for (std::uint64_t seed = 0; seed < 700; ++seed) ++firsts[first_at_shared(surw, seed)];
  ASSERT_EQ(firsts.size(), 7U);
  for (const auto& [id, times] : firsts) EXPECT_GT(times, 60) << id;
}

TEST(Surw, OperationsElsewhereGoAhead) {
  Surw surw;
  first_at_shared(surw, 1);  // from which it learns that one object is shared
  constexpr std::uintptr_t shared = 0x1000;
  const std::uintptr_t pending[] = {shared, shared, 0x2000, shared};
  int ahead = 0;
  for (std::uint64_t seed = 2; seed < 9; ++seed) {
    surw.begin(seed, 10);
    if (surw.pick_thread({ids, 4, 0, pending}) == 2) ++ahead;
  }
  EXPECT_GE(ahead, 4) << "but for the schedules in which every operation counts";
}

TEST(Pos, AnyThreadMayBeFirst) {
  Pos pos;
  std::map<std::uint16_t, int> firsts;
  for (std::uint64_t seed = 0; seed < 700; ++seed) ++firsts[first_at_shared(pos, seed)];
  EXPECT_EQ(firsts.size(), 7U);
}

TEST(Pos, WhoWinsAmongThreeWinsAmongTwo) {
  Pos pos;
  const std::uintptr_t pending[] = {0x1000, 0x2000, 0x3000};
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    // Priorities are drawn in order of asking, so the first two draw the same in both.
    pos.begin(seed, 10);
    const std::uint32_t first = pos.pick_thread({ids, 3, 3, pending});
    Pos again;
    again.begin(seed, 10);
    const std::uint16_t id = static_cast<std::uint16_t>(first);
    std::uint16_t two[] = {0, 1};
    if (first == 2) continue;
    EXPECT_EQ(two[again.pick_thread({two, 2, 2, pending})], id);
  }
}

TEST(Pos, WhoGaveWayIsPassedOverOnce) {
  Pos pos;
  const std::uintptr_t pending[] = {0x1000, 0x2000, 0x3000};
  int soon = 0;
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    pos.begin(seed, 10);
    pos.give_way(1);
    EXPECT_NE(pos.pick_thread({ids, 3, 3, pending}), 1U);
    // Whoever ran draws anew each time, so without a new draw of its own it would never be chosen.
    bool chosen = false;
    for (int i = 0; i < 3; ++i) chosen |= pos.pick_thread({ids, 3, 3, pending}) == 1;
    soon += chosen ? 1 : 0;
  }
  EXPECT_GT(soon, 150);
}

TEST(Pct, RunsTheSameThreadUntilAChangePoint) {
  Pct pct(1);  // depth 1: no change points
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    pct.begin(seed, 50);
    const std::uint32_t first = pct.pick_thread({ids, 4, 4});
    for (int i = 0; i < 100; ++i) EXPECT_EQ(pct.pick_thread({ids, 4, first}), first);
  }
}

TEST(Pct, ChangesAtMostDepthMinusOneTimes) {
  for (std::uint32_t depth = 1; depth <= 5; ++depth) {
    Pct pct(depth);
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
      pct.begin(seed, 100);
      std::uint32_t running = pct.pick_thread({ids, 6, 6});
      std::uint32_t changes = 0;
      for (int i = 0; i < 200; ++i) {
        const std::uint32_t next = pct.pick_thread({ids, 6, running});
        if (next != running) ++changes;
        running = next;
      }
      EXPECT_LT(changes, depth);
    }
  }
}

TEST(Pct, AThreadThatGivesWayComesLast) {
  Pct pct(1);
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    pct.begin(seed, 50);
    const std::uint32_t first = pct.pick_thread({ids, 3, 3});
    pct.give_way(ids[first]);
    const std::uint32_t second = pct.pick_thread({ids, 3, first});
    EXPECT_NE(second, first);
    pct.give_way(ids[second]);
    const std::uint32_t third = pct.pick_thread({ids, 3, second});
    EXPECT_NE(third, first);
    EXPECT_NE(third, second);
    pct.give_way(ids[third]);
    EXPECT_EQ(pct.pick_thread({ids, 3, third}), first) << "the one that gave way first";
  }
}

TEST(Pct, PriorityBelongsToTheThreadNotToItsPosition) {
  Pct pct(1);
  pct.begin(3, 50);
  const std::uint16_t forwards[] = {4, 5, 6};
  const std::uint16_t backwards[] = {6, 5, 4};
  const std::uint16_t chosen = forwards[pct.pick_thread({forwards, 3, 3})];
  EXPECT_EQ(backwards[pct.pick_thread({backwards, 3, 3})], chosen);
}

TEST(Replay, FeedsTheAnswersBack) {
  Replay replay({3, 1, 2});
  replay.begin(0, 0);
  EXPECT_EQ(replay.pick(5), 3U);
  // Threads are recorded relative to the running one.
  EXPECT_EQ(replay.pick_thread({ids, 4, 2}), 3U);
  EXPECT_EQ(replay.pick_waiter({ids, 3, 3}), 2U);
  EXPECT_TRUE(replay.exhausted());
  EXPECT_FALSE(replay.strayed());
}

TEST(Replay, StraysPastTheEnd) {
  Replay replay({1});
  replay.begin(0, 0);
  EXPECT_EQ(replay.pick(2), 1U);
  EXPECT_FALSE(replay.strayed());
  EXPECT_EQ(replay.pick(9), 0U);
  EXPECT_EQ(replay.pick_thread({ids, 4, 2}), 2U) << "past the end the running thread goes on";
  EXPECT_TRUE(replay.strayed());
}

TEST(Replay, StraysWhereAnAnswerDoesNotFit) {
  Replay replay({7, 1});
  replay.begin(0, 0);
  EXPECT_EQ(replay.pick(3), 0U);
  EXPECT_TRUE(replay.strayed());
  EXPECT_FALSE(replay.exhausted());
  replay.begin(0, 0);
  EXPECT_FALSE(replay.strayed()) << "a new schedule starts from the beginning";
  EXPECT_EQ(replay.pick(8), 7U);
}

TEST(Chooser, RecordsWhatAReplayGivesBack) {
  const auto strategy = make_strategy("portfolio");
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    const auto ask = [](Chooser& chooser) {
      std::vector<std::uint32_t> given;
      for (std::uint32_t i = 0; i < 50; ++i) {
        given.push_back(chooser.choose_thread({ids, 2 + i % 5, i % 3}));
        given.push_back(chooser.choose(Kind::wakeup, 1 + i % 4));
        given.push_back(chooser.choose_waiter({ids, 1 + i % 6, 8}));
        given.push_back(chooser.once_in(Kind::feature, 8) ? 1 : 0);
      }
      return given;
    };
    Chooser chooser;
    strategy->begin(seed, 100);
    chooser.begin(*strategy);
    const auto first = ask(chooser);
    Replay replay(chooser.record());
    Chooser again;
    replay.begin(0, 0);
    again.begin(replay);
    EXPECT_EQ(ask(again), first);
    EXPECT_EQ(again.record(), chooser.record());
    EXPECT_EQ(again.fingerprint(), chooser.fingerprint());
    EXPECT_TRUE(replay.exhausted() && !replay.strayed());
  }
}

TEST(Chooser, AQuestionWithOneAnswerIsNotAsked) {
  Replay nothing({});
  nothing.begin(0, 0);
  Chooser chooser;
  chooser.begin(nothing);
  EXPECT_EQ(chooser.choose(Kind::instance, 1), 0U);
  EXPECT_EQ(chooser.choose_thread({ids, 1, 0}), 0U);
  EXPECT_EQ(chooser.choose_waiter({ids, 1, 1}), 0U);
  EXPECT_TRUE(chooser.record().empty());
  EXPECT_FALSE(nothing.strayed());
}

TEST(Chooser, OtherQuestionsOtherHash) {
  Replay zeros({});
  Chooser one, other;
  one.begin(zeros);
  one.choose(Kind::thread, 3);
  other.begin(zeros);
  other.choose(Kind::waiter, 3);
  EXPECT_NE(one.fingerprint(), other.fingerprint());
  other.begin(zeros);
  other.choose(Kind::thread, 4);
  EXPECT_NE(one.fingerprint(), other.fingerprint());
}

TEST(Random, SeedsOfNeighbouringSchedulesAreUnrelated) {
  std::map<std::uint64_t, int> seen;
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    for (std::uint64_t index = 0; index < 100; ++index) ++seen[schedule_seed(seed, index)];
  }
  EXPECT_EQ(seen.size(), 3'000U);
}

TEST(Random, BelowStaysBelowAndReachesAll) {
  Random random;
  random.seed(1);
  std::map<std::uint32_t, int> seen;
  for (int i = 0; i < 7'000; ++i) ++seen[random.below(7)];
  EXPECT_EQ(seen.size(), 7U);
  for (const auto& [value, times] : seen) EXPECT_NEAR(times, 1'000, 200) << value;
}

}  // namespace
}  // namespace kata::choice
