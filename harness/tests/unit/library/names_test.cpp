// SPDX-License-Identifier: MIT
#include "library/names.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>

namespace kata::library {
namespace {

class EveryName : public testing::TestWithParam<Name> {};

TEST_P(EveryName, IsDeclaredByTheInstalledLibrary) {
  std::string header = KATA_LIBSTDCXX_DIR "/";
  header += GetParam().header;
  std::stringstream text;
  text << std::ifstream(header).rdbuf();
  EXPECT_NE(text.str().find(GetParam().declared), std::string::npos)
      << header << " has no '" << GetParam().declared << "'";
}

INSTANTIATE_TEST_SUITE_P(All, EveryName, testing::ValuesIn(names));

TEST(LibraryNames, APartHasItsOwnFunctionsOnly) {
  EXPECT_TRUE(belongs("std::__atomic_semaphore::_M_acquire", Part::semaphore_wait));
  EXPECT_TRUE(belongs("std::__atomic_semaphore::_M_acquire", Part::waiting));
  EXPECT_FALSE(belongs("std::__atomic_semaphore::_M_acquire", Part::parting));
  EXPECT_TRUE(belongs("__gthread_mutex_lock", Part::pthread_call));
  EXPECT_FALSE(belongs("my__gthread_mutex_lock", Part::pthread_call)) << "it only ends so";
  EXPECT_FALSE(belongs("main", Part::waiting));
}

}  // namespace
}  // namespace kata::library
