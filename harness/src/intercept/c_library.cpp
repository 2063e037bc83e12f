// SPDX-License-Identifier: MIT
// What the C library does for a program out of its own state, which would outlive the schedule.
#include <cstdlib>
#include <cstring>

#include "intercept/plain_access.hpp"

namespace kata::intercept {

#define KATA_CALLER __builtin_return_address(0)

namespace {

char* duplicate(const char* text, std::size_t size, const void* caller) {
  if (in_schedule() && from_watched_code(caller)) plain_read(text, size, caller);
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

}  // namespace

KATA_EXPORT char* strdup(const char* text) noexcept {
  return duplicate(text, length(text, ~std::size_t{0}), KATA_CALLER);
}
KATA_EXPORT char* strndup(const char* text, std::size_t most) noexcept {
  return duplicate(text, length(text, most), KATA_CALLER);
}

}  // namespace kata::intercept
