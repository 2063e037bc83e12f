// SPDX-License-Identifier: MIT
#include "world/forbidden.hpp"

#include <string>

#include "world/world.hpp"

namespace kata::model {

namespace {

constexpr std::array<const char*, primitive_count> nouns = {
    "a recursive mutex", "a mutex's lock with a time limit", "a condition variable", "a semaphore"};

}  // namespace

std::array<const char*, primitive_count> instead_of = {};

void stop_for_use(Primitive primitive) {
  const auto index = static_cast<std::size_t>(primitive);
  world->stop(Verdict::wrong_answer,
              std::string("the answer uses ") + nouns[index] +
                  " of the library, which this kata is about to build",
              instead_of[index]);
}

}  // namespace kata::model
