// SPDX-License-Identifier: MIT
// memcpy and its like: g++ does not instrument their calls, and parts of libstdc++'s list and tree
// live in the library, where nothing is instrumented. Their accesses are reported from here.
#include <cstddef>

#include "intercept/plain_access.hpp"

namespace kata::intercept {

namespace {

using Copy = void* (*)(void*, const void*, std::size_t);
using Fill = void* (*)(void*, int, std::size_t);
using Compare = int (*)(const void*, const void*, std::size_t);

Copy real_memcpy = nullptr;
Copy real_memmove = nullptr;
Fill real_memset = nullptr;
Compare real_memcmp = nullptr;

__attribute__((constructor(101))) void find_real() {
  real_memcpy = real<void*(void*, const void*, std::size_t)>("memcpy");
  real_memmove = real<void*(void*, const void*, std::size_t)>("memmove");
  real_memset = real<void*(void*, int, std::size_t)>("memset");
  real_memcmp = real<int(const void*, const void*, std::size_t)>("memcmp");
}

// Before the constructor has run: libraries that are initialised first may copy already.

void* slow_move(void* to, const void* from, std::size_t size) {
  auto* target = static_cast<volatile unsigned char*>(to);
  const auto* source = static_cast<const volatile unsigned char*>(from);
  if (to < from) {
    for (std::size_t i = 0; i < size; ++i) target[i] = source[i];
  } else {
    for (std::size_t i = size; i-- > 0;) target[i] = source[i];
  }
  return to;
}

bool observed_call(const void* caller) { return in_schedule() && from_watched_code(caller); }

}  // namespace

KATA_EXPORT void* memcpy(void* __restrict to, const void* __restrict from, std::size_t size) {
  const void* caller = __builtin_return_address(0);
  if (size > 0 && observed_call(caller)) {
    plain_read(from, size, caller);
    plain_write(to, size, caller);
  }
  return real_memcpy != nullptr ? real_memcpy(to, from, size) : slow_move(to, from, size);
}

KATA_EXPORT void* memmove(void* to, const void* from, std::size_t size) {
  const void* caller = __builtin_return_address(0);
  if (size > 0 && observed_call(caller)) {
    plain_read(from, size, caller);
    plain_write(to, size, caller);
  }
  return real_memmove != nullptr ? real_memmove(to, from, size) : slow_move(to, from, size);
}

KATA_EXPORT void* memset(void* to, int value, std::size_t size) {
  const void* caller = __builtin_return_address(0);
  if (size > 0 && observed_call(caller)) plain_write(to, size, caller);
  if (real_memset != nullptr) return real_memset(to, value, size);
  auto* target = static_cast<volatile unsigned char*>(to);
  for (std::size_t i = 0; i < size; ++i) target[i] = static_cast<unsigned char>(value);
  return to;
}

KATA_EXPORT int memcmp(const void* left, const void* right, std::size_t size) noexcept {
  const void* caller = __builtin_return_address(0);
  if (size > 0 && observed_call(caller)) {
    plain_read(left, size, caller);
    plain_read(right, size, caller);
  }
  if (real_memcmp != nullptr) return real_memcmp(left, right, size);
  const auto* a = static_cast<const volatile unsigned char*>(left);
  const auto* b = static_cast<const volatile unsigned char*>(right);
  for (std::size_t i = 0; i < size; ++i) {
    if (a[i] != b[i]) return a[i] < b[i] ? -1 : 1;
  }
  return 0;
}

// ---- C strings: read up to their end, written including it
// ----------------------------------------

namespace {

std::size_t length_of(const char* text) {
  const volatile char* end = text;
  while (*end != 0) ++end;
  return static_cast<std::size_t>(end - text);
}

std::size_t length_up_to(const char* text, std::size_t most) {
  std::size_t length = 0;
  while (length < most && static_cast<const volatile char*>(text)[length] != 0) ++length;
  return length;
}

void saw(const void* memory, std::size_t size, const void* caller) {
  if (size > 0 && observed_call(caller)) plain_read(memory, size, caller);
}

void wrote(const void* memory, std::size_t size, const void* caller) {
  if (size > 0 && observed_call(caller)) plain_write(memory, size, caller);
}

}  // namespace

#define KATA_CALLER __builtin_return_address(0)

KATA_EXPORT std::size_t strlen(const char* text) noexcept {
  const std::size_t length = length_of(text);
  saw(text, length + 1, KATA_CALLER);
  return length;
}

KATA_EXPORT char* strcpy(char* __restrict to, const char* __restrict from) noexcept {
  const std::size_t size = length_of(from) + 1;
  saw(from, size, KATA_CALLER);
  wrote(to, size, KATA_CALLER);
  slow_move(to, from, size);
  return to;
}

KATA_EXPORT char* strncpy(char* __restrict to, const char* __restrict from,
                          std::size_t most) noexcept {
  const std::size_t length = length_up_to(from, most);
  saw(from, length < most ? length + 1 : most, KATA_CALLER);
  wrote(to, most, KATA_CALLER);
  slow_move(to, from, length);
  for (std::size_t i = length; i < most; ++i) static_cast<volatile char*>(to)[i] = 0;
  return to;
}

KATA_EXPORT char* strcat(char* __restrict to, const char* __restrict from) noexcept {
  const std::size_t before = length_of(to);
  const std::size_t size = length_of(from) + 1;
  saw(to, before + 1, KATA_CALLER);
  saw(from, size, KATA_CALLER);
  wrote(to + before, size, KATA_CALLER);
  slow_move(to + before, from, size);
  return to;
}

namespace {

int compare(const char* left, const char* right, std::size_t most, const void* caller) {
  std::size_t i = 0;
  while (i < most && left[i] != 0 && left[i] == right[i]) ++i;
  saw(left, i < most ? i + 1 : most, caller);
  saw(right, i < most ? i + 1 : most, caller);
  if (i == most) return 0;
  return static_cast<unsigned char>(left[i]) - static_cast<unsigned char>(right[i]);
}

}  // namespace

KATA_EXPORT int strcmp(const char* left, const char* right) noexcept {
  return compare(left, right, ~std::size_t{0}, KATA_CALLER);
}
KATA_EXPORT int strncmp(const char* left, const char* right, std::size_t most) noexcept {
  return compare(left, right, most, KATA_CALLER);
}

KATA_EXPORT void* kata_memchr(const void* memory, int value, std::size_t size) __asm__("memchr");
KATA_EXPORT void* kata_memchr(const void* memory, int value, std::size_t size) {
  const auto* bytes = static_cast<const volatile unsigned char*>(memory);
  std::size_t i = 0;
  while (i < size && bytes[i] != static_cast<unsigned char>(value)) ++i;
  saw(memory, i < size ? i + 1 : size, KATA_CALLER);
  return i < size ? const_cast<unsigned char*>(bytes + i) : nullptr;
}

KATA_EXPORT char* kata_strchr(const char* text, int value) __asm__("strchr");
KATA_EXPORT char* kata_strchr(const char* text, int value) {
  std::size_t i = 0;
  while (text[i] != 0 && text[i] != static_cast<char>(value)) ++i;
  saw(text, i + 1, KATA_CALLER);
  return text[i] == static_cast<char>(value) ? const_cast<char*>(text + i) : nullptr;
}

}  // namespace kata::intercept
