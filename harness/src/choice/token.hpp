// SPDX-License-Identifier: MIT
// A schedule's choices as a word that survives a terminal, a mail and a shell: base64url without
// padding over run lengths.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kata::choice {

/// Beyond this a token is no longer something to paste (and no argument of a process at 128 KB).
constexpr std::size_t longest_token = 2'000;

/// Short for calm schedules: a run of zeros (no switch) costs one or two characters.
std::string encode_token(const std::vector<std::uint32_t>& answers);

/// The answers of a token; nothing if it is damaged (it carries a checksum).
std::optional<std::vector<std::uint32_t>> decode_token(std::string_view token);

}  // namespace kata::choice
