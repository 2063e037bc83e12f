// SPDX-License-Identifier: MIT
#include "choice/registry.hpp"

#include <cstring>
#include <stdexcept>

namespace kata::choice {

namespace {

// A list through the rows themselves: they register before main, in any order.
constinit Registered* first = nullptr;

}  // namespace

Registered::Registered(const char* name, Factory make, std::uint32_t share)
    : name_(name), make_(make), share_(share) {
  Registered** at = &first;
  while (*at != nullptr && std::strcmp((*at)->name_, name) < 0) at = &(*at)->next_;
  next_ = *at;
  *at = this;
}

Registered::~Registered() {
  Registered** at = &first;
  while (*at != this) at = &(*at)->next_;
  *at = next_;
}

std::vector<const Registered*> Registered::all() {
  std::vector<const Registered*> rows;
  for (const Registered* one = first; one != nullptr; one = one->next_) rows.push_back(one);
  return rows;
}

std::vector<std::string> strategy_names() {
  std::vector<std::string> names;
  for (const Registered* one : Registered::all()) {
    names.insert(one->share() == 0 ? names.begin() : names.end(), one->name());
  }
  return names;
}

std::unique_ptr<Strategy> make_strategy(std::string_view name) {
  for (const Registered* one : Registered::all()) {
    if (name == one->name()) return one->make();
  }
  std::string message = "unknown strategy '" + std::string(name) + "'; known are";
  for (const std::string& known : strategy_names()) message += " " + known;
  throw std::invalid_argument(message);
}

}  // namespace kata::choice
