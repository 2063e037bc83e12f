// SPDX-License-Identifier: MIT
#include "base/json.hpp"

#include "base/text.hpp"

namespace grader {

std::string dump(const Json& value, int indent) {
  return value.dump(indent, ' ', false, Json::error_handler_t::replace);
}

Json parse_json(std::string_view text) {
  return Json::parse(valid_utf8(text), nullptr, /*allow_exceptions=*/false);
}

const Json& member_at(const Json& object, const char* key) {
  static const Json null;
  if (!object.is_object()) return null;
  const auto member = object.find(key);
  return member != object.end() ? *member : null;
}

bool flag_at(const Json& object, const char* key) { return member_at(object, key) == Json(true); }

std::string string_or(const Json& object, const char* key, const std::string& fallback) {
  const Json& member = member_at(object, key);
  return member.is_string() ? member.get<std::string>() : fallback;
}

double number_or(const Json& object, const char* key, double fallback) {
  const Json& member = member_at(object, key);
  return member.is_number() ? member.get<double>() : fallback;
}

const Json& array_at(const Json& object, const char* key) {
  static const Json empty = Json::array();
  const Json& member = member_at(object, key);
  return member.is_array() ? member : empty;
}

const Json& object_at(const Json& object, const char* key) {
  static const Json empty = Json::object();
  const Json& member = member_at(object, key);
  return member.is_object() ? member : empty;
}

}  // namespace grader
