// SPDX-License-Identifier: MIT
#include "grading/sealed_report.hpp"

#include <sys/random.h>

#include <array>
#include <cstdint>

#include "base/errors.hpp"
#include "base/result_json.hpp"

namespace grader::grading {

std::string make_nonce() {
  std::array<std::uint8_t, 16> random{};
  if (getrandom(random.data(), random.size(), 0) != static_cast<ssize_t>(random.size())) {
    throw InternalError("the system has no random numbers");
  }
  std::string nonce;
  for (const std::uint8_t byte : random) {
    nonce += "0123456789abcdef"[byte >> 4];
    nonce += "0123456789abcdef"[byte & 15];
  }
  return nonce;
}

std::optional<Sealed> unseal(std::string_view bytes, std::string_view nonce) {
  const std::string seal = "\n" + std::string(nonce) + "\n";
  const std::size_t at = bytes.find(seal);
  // A second one cannot come from the runtime, which ends with the first.
  if (at == std::string_view::npos || bytes.find(seal, at + 1) != std::string_view::npos) {
    return std::nullopt;
  }
  std::string_view text = bytes.substr(at + seal.size());
  const std::size_t end = text.find('\n');
  if (end == std::string_view::npos) return std::nullopt;  // cut off
  const Json json = parse_json(text.substr(0, end));
  if (const Json& why = member_at(json, "judge_failed"); why.is_string()) {
    return JudgeFailed{why.get<std::string>()};
  }
  return parse_result(json);
}

}  // namespace grader::grading
