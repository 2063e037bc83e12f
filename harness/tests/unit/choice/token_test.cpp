// SPDX-License-Identifier: MIT
#include "choice/token.hpp"

#include <gtest/gtest.h>

#include "choice/random.hpp"

namespace kata::choice {
namespace {

using Answers = std::vector<std::uint32_t>;

void expect_round_trip(const Answers& answers) {
  const std::string token = encode_token(answers);
  const auto decoded = decode_token(token);
  ASSERT_TRUE(decoded.has_value()) << token;
  EXPECT_EQ(*decoded, answers) << token;
}

TEST(Token, RoundTrips) {
  expect_round_trip({});
  expect_round_trip({0});
  expect_round_trip({0, 0, 0});
  expect_round_trip({1});
  expect_round_trip({5, 0, 0, 7, 0});
  expect_round_trip({0xffffffffU, 0, 0x80000000U});
  expect_round_trip(Answers(100'000, 0));
  expect_round_trip(Answers(1'000, 3));
}

TEST(Token, RoundTripsAtRandom) {
  Random random;
  random.seed(7);
  for (int round = 0; round < 500; ++round) {
    Answers answers(random.below(60));
    for (std::uint32_t& answer : answers) {
      answer = random.below(3) == 0 ? random.below(1U << random.below(31)) : 0;
    }
    expect_round_trip(answers);
  }
}

TEST(Token, IsAWordThatSurvivesAShell) {
  for (const char c : encode_token({1, 2, 3, 0, 0, 0, 70'000, 255})) {
    EXPECT_TRUE(std::isalnum(static_cast<unsigned char>(c)) || c == '-' || c == '_') << c;
  }
}

TEST(Token, CalmSchedulesAreShort) { EXPECT_LT(encode_token(Answers(10'000, 0)).size(), 20U); }

TEST(Token, EveryDamagedCharacterIsNoticed) {
  const std::string token = encode_token({1, 0, 0, 2, 9, 0, 0, 0, 4});
  for (std::size_t i = 0; i < token.size(); ++i) {
    for (const char c : {'A', 'z', '0', '_', '!'}) {
      std::string damaged = token;
      if (damaged[i] == c) continue;
      damaged[i] = c;
      const auto decoded = decode_token(damaged);
      // The last character may hold bits that no byte uses.
      EXPECT_TRUE(!decoded.has_value() || i + 1 == token.size()) << damaged;
    }
  }
}

TEST(Token, TruncatedEmptyAndForeignWordsAreNone) {
  const std::string token = encode_token({1, 0, 0, 2, 9, 0, 0, 0, 4});
  for (std::size_t length = 0; length < token.size(); ++length) {
    EXPECT_FALSE(decode_token(token.substr(0, length)).has_value()) << length;
  }
  EXPECT_FALSE(decode_token(token + token).has_value());
  EXPECT_FALSE(decode_token("hello, world").has_value());
  EXPECT_FALSE(decode_token(std::string(1'000'000, 'A')).has_value());
}

}  // namespace
}  // namespace kata::choice
