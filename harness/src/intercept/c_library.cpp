// SPDX-License-Identifier: MIT
// What the C library does for a program out of its own state, which would outlive the schedule.
#include <cstdlib>
#include <cstring>

#include "intercept/plain_access.hpp"
#include "model/static_objects.hpp"

namespace kata::intercept {

#define KATA_CALLER __builtin_return_address(0)

namespace {

char* duplicate(const char* text, std::size_t size, const void* caller) {
  if (in_schedule() && from_executable(caller)) plain_read(text, size, caller);
  auto* copy = static_cast<char*>(from_executable(caller) && model::world != nullptr
                                      ? model::heap.allocate(size + 1, 16, false)
                                      : std::malloc(size + 1));
  if (copy == nullptr) return nullptr;
  for (std::size_t i = 0; i < size; ++i) copy[i] = text[i];
  copy[size] = '\0';
  return copy;
}

std::size_t length(const char* text, std::size_t most) {
  std::size_t size = 0;
  while (size < most && text[size] != '\0') ++size;
  return size;
}

std::uint64_t next_random() {
  model::random_state = model::random_state * 6364136223846793005ULL + 1442695040888963407ULL;
  return model::random_state >> 11;
}

}  // namespace

KATA_EXPORT char* strdup(const char* text) noexcept {
  return duplicate(text, length(text, ~std::size_t{0}), KATA_CALLER);
}
KATA_EXPORT char* strndup(const char* text, std::size_t most) noexcept {
  return duplicate(text, length(text, most), KATA_CALLER);
}

// Pseudo-random numbers with a state of the library's: from the schedule's, as rand() is.
KATA_EXPORT double drand48() noexcept { return static_cast<double>(next_random()) * 0x1p-53; }
KATA_EXPORT long lrand48() noexcept { return static_cast<long>(next_random() >> 22); }
KATA_EXPORT long mrand48() noexcept { return static_cast<int>(next_random() >> 21); }
KATA_EXPORT void srand48(long seed) noexcept {
  model::random_state = static_cast<std::uint64_t>(seed);
}

}  // namespace kata::intercept
