// SPDX-License-Identifier: MIT
#include "trace/operation.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace kata::trace {
namespace {

// The words are in reports and the numbers in the counts of distinct orders.
TEST(Operation, WordsAndNumbersAreThoseOfTheReportFormat) {
  EXPECT_STREQ(word(Operation::mutex_lock), "lock");
  EXPECT_STREQ(word(Operation::compare_exchange_spurious),
               "compare_exchange_weak fails spuriously");
  EXPECT_STREQ(word(Operation::call_back), "call back");
  EXPECT_EQ(code(Operation::mutex_lock), 1U);
  EXPECT_EQ(code(Operation::rwlock_unlock), code(Operation::rwlock_unlock_shared));
  EXPECT_EQ(code(Operation::futex_notify), 62U);
  EXPECT_EQ(code(Operation::call_back), 201U);
}

TEST(Operation, AnActIsOneWhateverTheObject) {
  EXPECT_EQ(act(Operation::mutex_lock), act(Operation::rwlock_lock));
  EXPECT_EQ(act(Operation::condition_wait), act(Operation::futex_wait));
  EXPECT_NE(act(Operation::mutex_lock), act(Operation::mutex_try_lock)) << "it may fail";
  EXPECT_EQ(act(Operation::read), act(Operation::racy_read));
}

TEST(Operation, OneWordHasOneAct) {
  for (std::size_t i = 0; i < operation_count; ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (std::string(operation_traits[i].word) != operation_traits[j].word) continue;
      EXPECT_EQ(operation_traits[i].act, operation_traits[j].act) << operation_traits[i].word;
    }
  }
}

// Neither touches an object that may be gone.
TEST(Operation, OnlyWakingAndPrintingMayAlwaysBeTheLastThatAThreadDoes) {
  for (std::size_t i = 0; i < operation_count; ++i) {
    const OperationTraits& one = operation_traits[i];
    const std::string word = one.word;
    EXPECT_EQ(one.parting == Parting::always, word == "notify" || word == "print") << word;
    EXPECT_EQ(one.parting == Parting::atomic, one.code > 100 && one.code < 112) << one.word;
  }
}

}  // namespace
}  // namespace kata::trace
