// SPDX-License-Identifier: MIT
// The one message of a harness that is believed: the one behind the nonce that only the runtime
// was told, on a descriptor that only the runtime was given.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/json.hpp"

namespace grader::grading {

/// 32 random hexadecimal digits.
std::string make_nonce();

/// The result in `bytes` of descriptor 3; nothing if there is none, or more than one, or if it is
/// not a result in itself (verdict word, `passed`, `schedules`).
std::optional<Json> unseal(std::string_view bytes, std::string_view nonce);

}  // namespace grader::grading
