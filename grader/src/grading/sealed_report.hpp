// SPDX-License-Identifier: MIT
// The one message of a harness that is believed: the one behind the nonce that only the runtime
// was told, on a descriptor that only the runtime was given.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace grader::grading {

/// 32 random hexadecimal digits.
std::string make_nonce();

/// Returns the result in `bytes` of descriptor 3; nullopt if there is none, more than one, or if it
/// is cut off. Throws InternalError if what the runtime sealed is no result (see parse_result()).
std::optional<Result> unseal(std::string_view bytes, std::string_view nonce);

}  // namespace grader::grading
