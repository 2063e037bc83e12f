// SPDX-License-Identifier: MIT
#include "compile/leetcode.hpp"

#include <algorithm>
#include <cctype>
#include <string_view>

#include "base/text.hpp"

namespace grader::compile {

namespace {

struct Header {
  std::string_view name;
  std::string_view declares;  // names, with blanks between them
};

// What kata/prelude.hpp leaves out.
constexpr Header headers[] = {
    {"any", " any any_cast make_any bad_any_cast "},
    {"bit", " bit_cast popcount countl_zero countr_zero has_single_bit bit_ceil bit_floor endian "},
    {"bitset", " bitset "},
    {"cctype", " isalpha isdigit isspace isalnum isupper islower tolower toupper "},
    {"cerrno", " errno ETIMEDOUT EBUSY EINTR EAGAIN EINVAL "},
    {"charconv", " from_chars to_chars "},
    {"cinttypes", " PRIu64 PRId64 PRIx64 "},
    {"cmath",
     " sqrt pow floor ceil fabs fmod round trunc log log2 log10 exp sin cos tan hypot isnan isinf "
     "lround "},
    {"complex", " complex "},
    {"csignal", " sig_atomic_t SIGINT SIGTERM "},
    {"ctime", " time_t clock_t strftime localtime gmtime mktime difftime CLOCKS_PER_SEC "},
    {"cstdarg", " va_list va_start va_end va_arg "},
    {"filesystem", " filesystem "},
    {"forward_list", " forward_list "},
    {"fstream", " ifstream ofstream fstream basic_ifstream basic_ofstream basic_fstream "},
    {"future",
     " future promise async packaged_task shared_future launch future_status future_error "
     "future_errc "},
    {"iomanip",
     " setw setfill setprecision setbase put_time get_time quoted setiosflags resetiosflags "},
    {"limits", " numeric_limits "},
    {"memory_resource", " pmr memory_resource polymorphic_allocator monotonic_buffer_resource "},
    {"random",
     " random_device mt19937 mt19937_64 minstd_rand minstd_rand0 default_random_engine "
     "uniform_int_distribution uniform_real_distribution bernoulli_distribution "
     "normal_distribution poisson_distribution exponential_distribution discrete_distribution "
     "seed_seq knuth_b ranlux24 "},
    {"ranges", " ranges views "},
    {"ratio", " ratio milli micro nano "},
    {"regex", " regex smatch cmatch regex_match regex_search regex_replace sregex_iterator "},
    {"scoped_allocator", " scoped_allocator_adaptor "},
    {"source_location", " source_location "},
    {"span", " span "},
    {"strings.h", " bzero strcasecmp "},
    {"sys/time.h", " gettimeofday "},
    {"syncstream", " osyncstream basic_osyncstream syncbuf "},
    {"typeindex", " type_index "},
    {"typeinfo", " type_info bad_cast "},
    {"valarray", " valarray "},
};

std::string_view header_of(std::string_view name) {
  if (name.empty()) return {};
  for (const Header& header : headers) {
    if (find_word(header.declares, name) != std::string_view::npos) return header.name;
  }
  return {};
}

bool holds(const std::vector<std::string>& list, const std::string& item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

bool in_identifier(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

// Whether names are unknown that std:: in front of them might make known.
bool lacks_std(const std::vector<Diagnostic>& errors) {
  constexpr std::string_view phrases[] = {
      "does not name a type", "was not declared in this scope", "has not been declared",
      "unknown type name",    "use of undeclared identifier",   "no template named",
      "is not a template"};
  return std::any_of(errors.begin(), errors.end(), [&](const Diagnostic& one) {
    return std::any_of(std::begin(phrases), std::end(phrases), [&](std::string_view phrase) {
      return one.message.find(phrase) != std::string::npos;
    });
  });
}

// Whether the error says that a name is unknown, or that a type is only declared.
bool is_of_unknown(const std::string& message) {
  constexpr std::string_view phrases[] = {"is not a member of",      "was not declared",
                                          "has not been declared",   "does not name a",
                                          "incomplete type",         "is not a template",
                                          "is not a class",          "no member named",
                                          "no template named",       "no type named",
                                          "unknown type name",       "use of undeclared identifier",
                                          "undefined template",      "is not a namespace",
                                          "expected namespace name", "expected a class or names",
                                          "no type or template",     "incomplete result type"};
  return std::any_of(std::begin(phrases), std::end(phrases), [&](std::string_view phrase) {
    return message.find(phrase) != std::string::npos;
  });
}

}  // namespace

std::vector<std::string> headers_missing(const std::vector<Diagnostic>& errors) {
  std::vector<std::string> missing;
  for (const Diagnostic& error : errors) {
    const std::string& text = error.message;
    if (!is_of_unknown(text)) continue;
    bool quoted = false;
    for (std::size_t at = 0; at < text.size();) {
      if (text[at] == '\'') quoted = !quoted;
      std::size_t end = at;
      while (end < text.size() && in_identifier(text[end])) ++end;
      const std::string header(quoted ? header_of(std::string_view(text).substr(at, end - at))
                                      : std::string_view());
      if (!header.empty() && !holds(missing, header)) missing.push_back(header);
      at = std::max(end, at + 1);
    }
  }
  return missing;
}

bool LeetCode::can_help(const std::vector<Diagnostic>& errors) {
  added_.clear();
  for (const std::string& header : headers_missing(errors)) {
    if (holds(tried_, header)) continue;
    tried_.push_back(header);
    added_.push_back(header);
    headers_.push_back(header);
  }
  added_open_ = !tried_open_ && lacks_std(errors);
  tried_open_ = tried_open_ || added_open_;
  open_ = open_ || added_open_;
  return added_open_ || !added_.empty();
}

bool LeetCode::helped(const std::vector<Diagnostic>& before, const std::vector<Diagnostic>& after) {
  if (after.size() < before.size()) return true;
  // A header may uncover errors that the missing name hid.
  const std::vector<std::string> missing = headers_missing(after);
  const bool known = std::none_of(added_.begin(), added_.end(),
                                  [&](const std::string& one) { return holds(missing, one); });
  if (known && !added_.empty() && !added_open_) return true;
  headers_.resize(headers_.size() - added_.size());
  if (added_open_) {
    // Its headers may help without the namespace.
    open_ = false;
    for (const std::string& one : added_) std::erase(tried_, one);
  }
  return false;
}

std::string LeetCode::text() const {
  std::string lines;
  for (const std::string& header : headers_) lines += "#include <" + header + ">\n";
  if (open_) lines += "using namespace std;\n";
  return lines + "#line 1\n";
}

}  // namespace grader::compile
