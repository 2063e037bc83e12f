// SPDX-License-Identifier: MIT
#include "base/result_json.hpp"

#include <fmt/format.h>

#include <concepts>
#include <string_view>
#include <type_traits>
#include <utility>

#include "base/errors.hpp"
#include "base/result_fields.hpp"
#include "base/text.hpp"

namespace grader {

namespace {

// ---- reading ----

class Reader {
 public:
  // `where`: what messages call the object, "" for the result itself.
  Reader(const Json& object, std::string where) : object_(object), where_(std::move(where)) {
    if (!object.is_object()) fail("", "is no object");
  }

  template <class T>
  void operator()(const char* name, T& value) {
    const Json* member = find(name);
    if (member == nullptr) fail(name, "is missing");
    read(*member, path_of(name), value);
  }

  template <class T>
  void nullable(const char* name, std::optional<T>& value) {
    const Json* member = find(name);
    if (member == nullptr) fail(name, "is missing");
    if (!member->is_null()) read(*member, path_of(name), value.emplace());
  }

  template <class T>
  void optional(const char* name, std::optional<T>& value) {
    if (const Json* member = find(name)) read(*member, path_of(name), value.emplace());
  }

  template <class T>
  void list(const char* name, std::vector<T>& value) {
    if (const Json* member = find(name)) read(*member, path_of(name), value);
  }

  void computed(const char* name, bool expected) {
    bool found = false;
    (*this)(name, found);
    if (found != expected) fail(name, "contradicts the verdict");
  }

  void place(std::optional<Place>& value) {
    if (!object_.contains("file")) return;
    Place& place = value.emplace();
    (*this)("file", place.file);
    (*this)("line", place.line);
    optional("source", place.source);
  }

  template <class T>
  static void read(const Json& json, const std::string& where, T& value) {
    if constexpr (std::same_as<T, std::string>) {
      value = checked(json, json.is_string(), where, "is no string").template get<T>();
    } else if constexpr (std::same_as<T, bool>) {
      value =
          checked(json, json.is_boolean(), where, "is neither true nor false").template get<T>();
    } else if constexpr (std::same_as<T, double>) {
      value = checked(json, json.is_number(), where, "is no number").template get<T>();
    } else if constexpr (std::integral<T>) {
      value = integer<T>(json, where);
    } else if constexpr (std::same_as<T, Verdict>) {
      value = word<T>(json, where, "verdict", verdict_named);
    } else if constexpr (std::same_as<T, WarningKind>) {
      value = word<T>(json, where, "warning", warning_named);
    } else if constexpr (requires { value.push_back({}); }) {
      checked(json, json.is_array(), where, "is no array");
      value.resize(json.size());
      for (std::size_t i = 0; i < json.size(); ++i) {
        read(json[i], fmt::format("{}[{}]", where, i), value[i]);
      }
    } else if constexpr (requires { typename T::mapped_type; }) {
      checked(json, json.is_object(), where, "is no object");
      for (const auto& [key, one] : json.items()) read(one, where + "." + key, value[key]);
    } else {
      Reader reader(json, where);
      fields(reader, value);
      reader.keep_unknown(value.unknown);
    }
  }

 private:
  [[noreturn]] static void refuse(const std::string& where, const std::string& what) {
    throw InternalError(fmt::format("the harness's report does not fit: {} {}",
                                    where.empty() ? "it" : printable(where), what));
  }

  static const Json& checked(const Json& json, bool good, const std::string& where,
                             const char* what) {
    if (!good) refuse(where, what);
    return json;
  }

  template <class T>
  static T integer(const Json& json, const std::string& where) {
    if (json.is_number_unsigned()) {
      const auto number = json.get<std::uint64_t>();
      if (std::in_range<T>(number)) return static_cast<T>(number);
    } else if (json.is_number_integer()) {
      const auto number = json.get<std::int64_t>();
      if (std::in_range<T>(number)) return static_cast<T>(number);
    }
    refuse(where, std::is_unsigned_v<T> ? "is no count" : "is no integer");
  }

  template <class T, class Named>
  static T word(const Json& json, const std::string& where, const char* what, Named named) {
    const auto text = checked(json, json.is_string(), where, "is no string").get<std::string>();
    const auto known = named(text);
    if (!known) refuse(where, fmt::format("is '{}', which is no {}", printable(text), what));
    return *known;
  }

  std::string path_of(const char* name) const {
    return where_.empty() ? name : *name == '\0' ? where_ : where_ + "." + name;
  }
  [[noreturn]] void fail(const char* name, const char* what) const { refuse(path_of(name), what); }

  const Json* find(const char* name) {
    known_.emplace_back(name);
    const auto member = object_.find(name);
    return member != object_.end() ? &*member : nullptr;
  }

  void keep_unknown(Json& unknown) const {
    for (const auto& [key, value] : object_.items()) {
      bool known = false;
      for (const std::string_view one : known_) known = known || one == key;
      if (!known) unknown[key] = value;
    }
  }

  const Json& object_;
  std::string where_;
  std::vector<std::string_view> known_;
};

// ---- writing ----

class Writer {
 public:
  template <class T>
  void operator()(const char* name, const T& value) {
    object_[name] = written(value);
  }
  template <class T>
  void nullable(const char* name, const std::optional<T>& value) {
    object_[name] = value ? written(*value) : Json(nullptr);
  }
  template <class T>
  void optional(const char* name, const std::optional<T>& value) {
    if (value) object_[name] = written(*value);
  }
  template <class T>
  void list(const char* name, const std::vector<T>& value) {
    if (!value.empty()) object_[name] = written(value);
  }
  void computed(const char* name, bool value) { object_[name] = value; }
  void place(const std::optional<Place>& value) {
    if (!value) return;
    object_["file"] = value->file;
    object_["line"] = value->line;
    optional("source", value->source);
  }

  template <class T>
  static Json written(const T& value) {
    if constexpr (std::same_as<T, Verdict> || std::same_as<T, WarningKind>) {
      return word_of(value);
    } else if constexpr (std::same_as<T, std::string> || std::is_arithmetic_v<T>) {
      return value;
    } else if constexpr (requires { value.capacity(); }) {
      Json list = Json::array();
      for (const auto& one : value) list.push_back(written(one));
      return list;
    } else if constexpr (requires { typename T::mapped_type; }) {
      Json object = Json::object();
      for (const auto& [key, one] : value) object[key] = written(one);
      return object;
    } else {
      Writer writer;
      fields(writer, value);
      if (value.unknown.is_object()) writer.object_.update(value.unknown);
      return std::move(writer.object_);
    }
  }

 private:
  Json object_ = Json::object();
};

}  // namespace

Result parse_result(const Json& json) {
  Result result;
  Reader::read(json, "", result);
  if (result.passed() == result.failure.has_value()) {
    throw InternalError("the harness's report does not fit: failure contradicts the verdict");
  }
  if (result.failure && result.failure->verdict != result.verdict) {
    throw InternalError("the harness's report does not fit: failure.verdict contradicts verdict");
  }
  return result;
}

Json to_json(const Result& result) { return Writer::written(result); }

}  // namespace grader
