// SPDX-License-Identifier: MIT
// What the C library keeps for the whole process, put back before each schedule of a program: the
// environment, the locale, and getopt's place among the arguments.
#include <unistd.h>

#include <clocale>
#include <cstdlib>
#include <string>
#include <vector>

#include "intercept/common.hpp"
#include "world/per_schedule.hpp"
#include "world/program.hpp"

namespace kata::intercept {

namespace {

// The environment as it was before the first schedule that changed it.
std::vector<std::string> kept;
bool environment_changed = false;
bool locale_changed = false;

void will_change_environment() {
  if (!on_fiber() || environment_changed) return;
  environment_changed = true;
  if (!kept.empty()) return;
  for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
    kept.emplace_back(*entry);
  }
}

// The entries are put in, not copied: `kept` outlives them.
void restore_environment() {
  static const auto clear = real<decltype(clearenv)>("clearenv");
  static const auto put = real<decltype(putenv)>("putenv");
  clear();
  for (std::string& entry : kept) put(entry.data());
}

// glibc keeps where it is inside of a word such as "-ab". A scan of no arguments resets that.
void restore_getopt() {
  char name[] = "program";
  char* const none[] = {name, nullptr};
  optind = 0;
  getopt(1, none, "");
  optind = opterr = 1;
  optopt = '?';
  optarg = nullptr;
}

const model::PerSchedule reset("library_state", [](void*) {
  if (model::program_main == nullptr) return;
  if (environment_changed) restore_environment();
  if (locale_changed) real<decltype(std::setlocale)>("setlocale")(LC_ALL, "C");
  environment_changed = locale_changed = false;
  restore_getopt();
});

}  // namespace

KATA_EXPORT int setenv(const char* name, const char* value, int replace) noexcept {
  static const auto next = real<int(const char*, const char*, int)>("setenv");
  will_change_environment();
  return next(name, value, replace);
}
KATA_EXPORT int unsetenv(const char* name) noexcept {
  static const auto next = real<int(const char*)>("unsetenv");
  will_change_environment();
  return next(name);
}
KATA_EXPORT int putenv(char* entry) noexcept {
  static const auto next = real<int(char*)>("putenv");
  will_change_environment();
  return next(entry);
}
KATA_EXPORT int clearenv() noexcept {
  static const auto next = real<int()>("clearenv");
  will_change_environment();
  return next();
}
KATA_EXPORT char* setlocale(int category, const char* name) noexcept {
  static const auto next = real<char*(int, const char*)>("setlocale");
  if (on_fiber() && name != nullptr) locale_changed = true;
  return next(category, name);
}

}  // namespace kata::intercept
