// SPDX-License-Identifier: MIT
#include "base/result_json.hpp"

#include <fmt/format.h>

#include <concepts>
#include <string_view>
#include <type_traits>
#include <utility>

#include "base/errors.hpp"
#include "base/text.hpp"

namespace grader {

namespace {

// `T` is `Of` or const Of: the same list of fields serves reading and writing.
template <class T, class Of>
concept Is = std::same_as<std::remove_const_t<T>, Of>;

// ---- which fields each type has, in the order in which they are written ----
//
// io(name, value): required. io.nullable: required, null if there is none. io.optional: absent if
// there is none. io.list: absent if empty.

template <class Io>
void fields(Io& io, Is<Warning> auto& one) {
  io("kind", one.kind);
  io("message", one.message);
  io.place(one.place);
}

template <class Io>
void fields(Io& io, Is<Schedules> auto& one) {
  io("requested", one.requested);
  io("run", one.run);
  io.optional("distinct", one.distinct);
}

template <class Io>
void fields(Io& io, Is<Statistics> auto& one) {
  io("points", one.points);
  io("switches", one.switches);
  io("wakeups", one.wakeups);
  io("lock_operations", one.lock_operations);
  io("virtual_makespan_ms", one.virtual_makespan_ms);
  io("max_threads", one.max_threads);
}

template <class Io>
void fields(Io& io, Is<Novelty> auto& one) {
  io("schedules", one.schedules);
  io("new", one.fresh);
}

template <class Io>
void fields(Io& io, Is<Drawn> auto& one) {
  io("name", one.name);
  io("least", one.least);
  io("most", one.most);
}

template <class Io>
void fields(Io& io, Is<Confidence> auto& one) {
  io("schedules", one.schedules);
  io("distinct", one.distinct);
  io("strategies", one.strategies);
  io("last_half", one.last_half);
  io("last_tenth", one.last_tenth);
  io.nullable("one_in", one.one_in);
  io("drawn", one.drawn);
  io("run_twice", one.run_twice);
  io("not_covered", one.not_covered);
  io("text", one.text);
}

template <class Io>
void fields(Io& io, Is<Parameter> auto& one) {
  io("name", one.name);
  io("value", one.value);
}

template <class Io>
void fields(Io& io, Is<Thread> auto& one) {
  io("id", one.id);
  io("name", one.name);
  io("state", one.state);
}

template <class Io>
void fields(Io& io, Is<Step> auto& one) {
  io("step", one.number);
  io("thread", one.thread);
  io("operation", one.operation);
  io("object", one.object);
  io("detail", one.detail);
  io("file", one.place.file);
  io("line", one.place.line);
  io("function", one.function);
  io("blocked", one.blocked);
  io.optional("source", one.place.source);
}

template <class Io>
void fields(Io& io, Is<Waiting> auto& one) {
  io("thread", one.thread);
  io("kind", one.kind);
  io("object", one.object);
  io.nullable("held_by", one.held_by);
  io("file", one.place.file);
  io("line", one.place.line);
  io.optional("source", one.place.source);
}

template <class Io>
void fields(Io& io, Is<Frame> auto& one) {
  io("function", one.function);
  io("file", one.place.file);
  io("line", one.place.line);
  io.optional("source", one.place.source);
}

template <class Io>
void fields(Io& io, Is<Access> auto& one) {
  io("thread", one.thread);
  io("operation", one.operation);
  io("file", one.place.file);
  io("line", one.place.line);
  io("function", one.function);
  io("stack", one.stack);
  io.optional("source", one.place.source);
}

template <class Io>
void fields(Io& io, Is<Race> auto& one) {
  io("first", one.first);
  io("second", one.second);
  io("object", one.object);
}

template <class Io>
void fields(Io& io, Is<CompilerNote> auto& one) {
  io("file", one.file);
  io("line", one.line);
  io("message", one.message);
}

template <class Io>
void fields(Io& io, Is<CompilerError> auto& one) {
  io("file", one.file);
  io("line", one.line);
  io("column", one.column);
  io("message", one.message);
  io("source", one.source);
  io.list("notes", one.notes);
}

template <class Io>
void fields(Io& io, Is<Failure> auto& one) {
  io("verdict", one.verdict);
  io("message", one.message);
  io("explanation", one.explanation);
  io.nullable("expected", one.expected);
  io.nullable("got", one.got);
  io.nullable("scenario", one.scenario);
  io("instance", one.instance);
  io.nullable("schedule", one.schedule);
  io.optional("preemptions", one.preemptions);
  io.nullable("replay", one.replay);
  io("threads", one.threads);
  io("events", one.events);
  io("waiting_for", one.waiting_for);
  io("events_omitted", one.events_omitted);
  io("output", one.output);
  io.optional("race", one.race);
  io.optional("compiler_errors", one.compiler_errors);
  io.optional("compiler_errors_omitted", one.compiler_errors_omitted);
  io.list("hints", one.hints);
}

template <class Io>
void fields(Io& io, Is<ExploredProgram> auto& one) {
  io("files", one.files);
  io("flags", one.flags);
  io("arguments", one.arguments);
  io("races", one.races);
}

template <class Io>
void fields(Io& io, Is<Result> auto& one) {
  io("problem", one.problem);
  io("submission", one.submission);
  io("verdict", one.verdict);
  io.computed("passed", one.passed());
  io("warnings", one.warnings);
  io("seed", one.seed);
  io("strategy", one.strategy);
  io("schedules", one.schedules);
  io("duration_ms", one.duration_ms);
  io.optional("fingerprint", one.fingerprint);
  io.nullable("stats", one.stats);
  io.nullable("failure", one.failure);
  io.optional("confidence", one.confidence);
  io.optional("peak_memory_mb", one.peak_memory_mb);
  io.optional("engine", one.engine);
  io.optional("sanitizer", one.sanitizer);
  io.optional("compile_ms", one.compile_ms);
  io.optional("elapsed_ms", one.elapsed_ms);
  io.optional("program", one.program);
}

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
      value = word(json, where, "verdict", verdict_named);
    } else if constexpr (std::same_as<T, WarningKind>) {
      value = word(json, where, "warning", warning_named);
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

  template <class Named>
  static auto word(const Json& json, const std::string& where, const char* what, Named named) {
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
