// SPDX-License-Identifier: MIT
// What a schedule prints to the standard streams. The schedule that a report shows has it as steps;
// no other notices. std::cout and std::cerr come by here too, since libstdc++ prints by fwrite,
// fputc and the like. A print is no scheduling point: nothing reads what was printed.
#include <stdio.h>

#include <algorithm>
#include <cstdarg>
#include <cstring>
#include <string_view>

#include "intercept/common.hpp"

namespace kata::intercept {

namespace {

// More of one call is not shown.
constexpr std::size_t longest = 200;

bool is_shown(const FILE* stream) {
  return in_schedule() && model::world->trace.on() && (stream == stdout || stream == stderr);
}

void show(const FILE* stream, std::string_view text) {
  if (!is_shown(stream) || text.empty()) return;
  char copy[longest + 1] = {};
  std::memcpy(copy, text.data(), std::min(text.size(), longest));
  model::world->show(trace::Operation::print, {}, copy);
}

void show(const FILE* stream, int character) {
  const char one = static_cast<char>(character);
  show(stream, {&one, 1});
}

[[gnu::format(printf, 2, 0)]] void show(const FILE* stream, const char* format,
                                        std::va_list arguments) {
  if (!is_shown(stream)) return;
  char text[longest + 1] = {};
  std::va_list copy;
  va_copy(copy, arguments);
  std::vsnprintf(text, sizeof text, format, copy);
  va_end(copy);
  show(stream, std::string_view(text));
}

[[gnu::format(printf, 2, 0)]] int print(FILE* stream, const char* format, std::va_list arguments) {
  static const auto next = real<int(FILE*, const char*, std::va_list)>("vfprintf");
  show(stream, format, arguments);
  return next(stream, format, arguments);
}

}  // namespace

KATA_EXPORT int vfprintf(FILE* stream, const char* format, std::va_list arguments) {
  return print(stream, format, arguments);
}
// <stdio.h> defines the functions with labels itself, inline.
KATA_EXPORT int kata_vprintf(const char* format, std::va_list arguments) __asm__("vprintf");
KATA_EXPORT int kata_vprintf(const char* format, std::va_list arguments) {
  return print(stdout, format, arguments);
}
KATA_EXPORT int fprintf(FILE* stream, const char* format, ...) {
  std::va_list arguments;
  va_start(arguments, format);
  const int result = print(stream, format, arguments);
  va_end(arguments);
  return result;
}
KATA_EXPORT int printf(const char* format, ...) {
  std::va_list arguments;
  va_start(arguments, format);
  const int result = print(stdout, format, arguments);
  va_end(arguments);
  return result;
}

KATA_EXPORT int puts(const char* text) {
  static const auto next = real<int(const char*)>("puts");
  show(stdout, text);
  show(stdout, '\n');
  return next(text);
}
KATA_EXPORT int fputs(const char* text, FILE* stream) {
  static const auto next = real<int(const char*, FILE*)>("fputs");
  show(stream, text);
  return next(text, stream);
}
KATA_EXPORT std::size_t fwrite(const void* data, std::size_t size, std::size_t count,
                               FILE* stream) {
  static const auto next =
      real<std::size_t(const void*, std::size_t, std::size_t, FILE*)>("fwrite");
  show(stream, {static_cast<const char*>(data), size * count});
  return next(data, size, count, stream);
}

// putchar and putc may be macros.
KATA_EXPORT int fputc(int character, FILE* stream) {
  static const auto next = real<int(int, FILE*)>("fputc");
  show(stream, character);
  return next(character, stream);
}
KATA_EXPORT int(putc)(int character, FILE* stream) {
  static const auto next = real<int(int, FILE*)>("putc");
  show(stream, character);
  return next(character, stream);
}
KATA_EXPORT int kata_putchar(int character) __asm__("putchar");
KATA_EXPORT int kata_putchar(int character) {
  static const auto next = real<int(int)>("putchar");
  show(stdout, character);
  return next(character);
}

}  // namespace kata::intercept
