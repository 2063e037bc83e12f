// SPDX-License-Identifier: MIT
// The one message of a harness that is believed: the one behind the nonce that only the runtime
// was told, on a descriptor that only the runtime was given.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "base/result.hpp"

namespace grader::grading {

/// 32 random hexadecimal digits.
std::string make_nonce();

/// What a harness seals in place of a result if the judge itself fails.
struct JudgeFailed {
  std::string why;
};
using Sealed = std::variant<Result, JudgeFailed>;

/// Returns what is sealed in `bytes` of descriptor 3; nullopt if there is nothing, more than one
/// thing, or if it is cut off. Throws InternalError if it is neither a result (see parse_result())
/// nor {"judge_failed": "why"}.
std::optional<Sealed> unseal(std::string_view bytes, std::string_view nonce);

}  // namespace grader::grading
