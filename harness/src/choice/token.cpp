// SPDX-License-Identifier: MIT
#include "choice/token.hpp"

#include <array>

namespace kata::choice {

namespace {

constexpr std::string_view alphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::uint8_t version = 1;
// A token from a hostile source may not make us allocate without end.
constexpr std::size_t most_answers = std::size_t{1} << 24;

using Bytes = std::vector<std::uint8_t>;

void put_number(Bytes& bytes, std::uint64_t value) {
  while (value >= 0x80) {
    bytes.push_back(static_cast<std::uint8_t>(value) | 0x80);
    value >>= 7;
  }
  bytes.push_back(static_cast<std::uint8_t>(value));
}

bool get_number(const Bytes& bytes, std::size_t& at, std::uint64_t& value) {
  value = 0;
  for (int shift = 0; at < bytes.size() && shift < 63; shift += 7) {
    const std::uint8_t byte = bytes[at++];
    value |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
    if ((byte & 0x80) == 0) return true;
  }
  return false;
}

std::uint32_t checksum(const Bytes& bytes, std::size_t count) {  // FNV-1a, 32 bits
  std::uint32_t hash = 2166136261U;
  for (std::size_t i = 0; i < count; ++i) hash = (hash ^ bytes[i]) * 16777619U;
  return hash;
}

}  // namespace

std::string encode_token(const std::vector<std::uint32_t>& answers) {
  Bytes bytes{version};
  // Trailing zeros are what a replay answers by itself.
  std::size_t end = answers.size();
  while (end > 0 && answers[end - 1] == 0) --end;
  put_number(bytes, answers.size());
  // A non-zero answer v is the number 2v - 1; a run of r zeros is 2r.
  for (std::size_t i = 0; i < end;) {
    if (answers[i] != 0) {
      put_number(bytes, std::uint64_t{2} * answers[i] - 1);
      ++i;
      continue;
    }
    std::size_t run = i;
    while (answers[run] == 0) ++run;
    put_number(bytes, 2 * (run - i));
    i = run;
  }
  const std::uint32_t sum = checksum(bytes, bytes.size());
  for (int shift = 0; shift < 32; shift += 8)
    bytes.push_back(static_cast<std::uint8_t>(sum >> shift));

  std::string text;
  std::uint32_t bits = 0;
  int held = 0;
  for (const std::uint8_t byte : bytes) {
    bits = bits << 8 | byte;
    for (held += 8; held >= 6; held -= 6) text += alphabet[bits >> (held - 6) & 63];
  }
  if (held > 0) text += alphabet[bits << (6 - held) & 63];
  return text;
}

std::optional<std::vector<std::uint32_t>> decode_token(std::string_view token) {
  Bytes bytes;
  std::uint32_t bits = 0;
  int held = 0;
  for (const char c : token) {
    const std::size_t value = alphabet.find(c);
    if (value == std::string_view::npos) return std::nullopt;
    bits = bits << 6 | static_cast<std::uint32_t>(value);
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes.push_back(static_cast<std::uint8_t>(bits >> held));
    }
  }
  if (bytes.size() < 6 || bytes[0] != version) return std::nullopt;
  const std::size_t body = bytes.size() - 4;
  std::uint32_t sum = 0;
  for (std::size_t i = 0; i < 4; ++i) sum |= static_cast<std::uint32_t>(bytes[body + i]) << (8 * i);
  if (sum != checksum(bytes, body)) return std::nullopt;
  bytes.resize(body);

  std::size_t at = 1;
  std::uint64_t count = 0;
  if (!get_number(bytes, at, count) || count > most_answers) return std::nullopt;
  std::vector<std::uint32_t> answers;
  while (at < bytes.size()) {
    std::uint64_t value = 0;
    if (!get_number(bytes, at, value)) return std::nullopt;
    if (value % 2 == 1) {
      answers.push_back(static_cast<std::uint32_t>((value + 1) / 2));
    } else {
      if (value / 2 > count) return std::nullopt;
      answers.resize(answers.size() + value / 2, 0);
    }
    if (answers.size() > count) return std::nullopt;
  }
  answers.resize(count, 0);
  return answers;
}

}  // namespace kata::choice
