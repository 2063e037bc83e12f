// SPDX-License-Identifier: MIT
// The JSON type of every report, and the two ways in and out that hostile bytes cannot break.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace grader {

/// Keeps the order of the fields, so that reports read as they were written.
using Json = nlohmann::ordered_json;

/// Text of `value`; bytes that are not UTF-8 become U+FFFD. indent -1: one line.
std::string dump(const Json& value, int indent = -1);

/// The value in `text`, or a discarded value (is_discarded()) if it is no JSON. Bytes that are not
/// UTF-8 become U+FFFD first.
Json parse_json(std::string_view text);

/// A string or number of `object`, or the fallback when it is absent or of another type: what a
/// harness sent is never taken on trust.
std::string string_or(const Json& object, const char* key, const std::string& fallback = "");
double number_or(const Json& object, const char* key, double fallback = 0);
/// Whether the member is there and true.
bool flag_at(const Json& object, const char* key);
/// The member, or a shared null.
const Json& member_at(const Json& object, const char* key);

/// A member that is an array (or object), else a shared empty one.
const Json& array_at(const Json& object, const char* key);
const Json& object_at(const Json& object, const char* key);

}  // namespace grader
