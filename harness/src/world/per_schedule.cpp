// SPDX-License-Identifier: MIT
#include "world/per_schedule.hpp"

#include <cstring>

namespace kata::model {

namespace {

// A list through the objects themselves: they register before main, in any order.
constinit PerSchedule* first = nullptr;

}  // namespace

PerSchedule::PerSchedule(const char* name, void (*reset)(void*), void* state)
    : name_(name), reset_(reset), state_(state) {
  PerSchedule** at = &first;
  while (*at != nullptr && std::strcmp((*at)->name_, name) < 0) at = &(*at)->next_;
  next_ = *at;
  *at = this;
}

PerSchedule::~PerSchedule() {
  PerSchedule** at = &first;
  while (*at != this) at = &(*at)->next_;
  *at = next_;
}

void PerSchedule::reset_all() {
  for (const PerSchedule* one = first; one != nullptr; one = one->next_) one->reset_(one->state_);
}

}  // namespace kata::model
