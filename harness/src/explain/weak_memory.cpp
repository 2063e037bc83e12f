// SPDX-License-Identifier: MIT
#include <algorithm>

#include "explain/parts.hpp"

namespace kata::explain {

using trace::Operation;

std::string weak_memory(const FailedSchedule& failed) {
  const auto happened = [&](Operation operation) {
    return std::any_of(failed.events.begin(), failed.events.end(),
                       [&](const trace::Event& event) { return is(event, operation); });
  };
  constexpr const char* remedy =
      " Release what must be seen and acquire it; if two threads each store and then look at what "
      "the other stored, all four operations need seq_cst.";
  std::string text;
  if (happened(Operation::load_old_value)) {
    text = std::string(
               " A load returns an old value here although a later one has been stored: the "
               "standard allows that where nothing orders the store before the load, for a "
               "seq_cst load as well if the store is not seq_cst.") +
           remedy;
  } else if (happened(Operation::compare_exchange_fails_old)) {
    text = std::string(
               " A compare_exchange fails here by an old value although a later one has been "
               "stored: one that fails is a load of its second order, and the standard "
               "allows that where nothing orders the store before the load.") +
           remedy;
  }
  if (happened(Operation::store_old_value) || happened(Operation::modify_old_value)) {
    text +=
        " A thread stores a value here that an earlier step has overwritten already: the standard "
        "orders two stores to one atomic only if one happens before the other, or if both are "
        "seq_cst.";
  }
  return text;
}

}  // namespace kata::explain
