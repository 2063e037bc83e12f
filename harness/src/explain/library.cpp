// SPDX-License-Identifier: MIT
// Failures that show inside the standard library: where the reader's own lines are that led there.
#include <algorithm>
#include <string_view>

#include "explain/parts.hpp"
#include "trace/symbols.hpp"

namespace kata::explain {

namespace {

struct Owner {
  std::string_view part;  // of a function's name
  const char* name;       // whose the memory was
};
constexpr Owner owners[] = {
    {"std::vector<", "a std::vector"},
    {"std::_Vector_base<", "a std::vector"},
    {"std::deque<", "a std::deque"},
    {"std::_Deque_base<", "a std::deque"},
    {"basic_string<", "a std::string"},
    {"std::__cxx11::list<", "a std::list"},
    {"std::__cxx11::_List_base<", "a std::list"},
    {"std::_Rb_tree<", "a std::map or std::set"},
    {"std::_Hashtable<", "a std::unordered_map or std::unordered_set"},
    {"std::unique_ptr<", "a std::unique_ptr"},
    {"std::_Sp_counted_", "a std::shared_ptr"},
    {"std::_Function_", "a std::function"},
};
// Functions of a vector or a string that need more room than there is.
constexpr std::string_view growing[] = {"::_M_realloc_insert",
                                        "::_M_realloc_append",
                                        "::_M_default_append",
                                        "::_M_fill_insert",
                                        "::_M_mutate",
                                        "::_M_append",
                                        "::reserve"};

}  // namespace

std::string owner_text(const trace::Event& freed, const Source& source) {
  const Owner* owner = nullptr;
  for (const trace::Frame& frame : trace::frames_of(freed.stack)) {
    if (source.is_readers(frame.file)) break;  // what is around it owned nothing of it
    const auto one = std::find_if(std::begin(owners), std::end(owners), [&](const Owner& other) {
      return frame.function.find(other.part) != std::string::npos;
    });
    if (one == std::end(owners)) continue;
    // The innermost: what else is destroyed or moved there had it as an element.
    if (owner == nullptr) owner = one;
    if (std::string_view(one->name) != owner->name) break;
    const bool grew = std::any_of(std::begin(growing), std::end(growing), [&](auto function) {
      return frame.function.find(function) != std::string::npos;
    });
    if (grew) return std::string(", where ") + owner->name + " grew and moved to another place";
  }
  return owner != nullptr ? std::string(", where ") + owner->name + " gave it back" : "";
}

const trace::Event* last_event(const FailedSchedule& failed, trace::Operation operation,
                               std::uintptr_t address) {
  const auto found =
      std::find_if(failed.events.rbegin(), failed.events.rend(), [&](const trace::Event& event) {
        return event.object.address == address && is(event, operation);
      });
  return found == failed.events.rend() ? nullptr : &*found;
}

std::string explain_barrier(const FailedSchedule& failed, const Source& source) {
  const detect::Race& race = *failed.failure.race;
  const trace::Event* before = first_access(failed);
  const std::string first = thread_name(failed, detect::thread_of(race.first), source);
  const std::string second = thread_name(failed, failed.failure.thread, source);
  const std::string first_at =
      at(before != nullptr ? source.place(before->stack)
                           : source.place(trace::frames_of(race.first_pc)));
  const std::string second_at = at(source.place(failed.failure.stack));
  // Who comes last writes, where the phase ends.
  const bool first_ends = race.first_access == detect::Access::write;
  return sentence(first_ends ? first : second) + " is the last to arrive" +
         (first_ends ? first_at : second_at) +
         " for a phase of the barrier. Nothing makes the arrival of " +
         (first_ends ? second : first) + (first_ends ? second_at : first_at) +
         " come after the end of that phase: it may come while the phase is still on, as one too "
         "many. " +
         failed.failure.rule;
}

std::string explain_freed(const FailedSchedule& failed, const Source& source) {
  const model::Failure& failure = failed.failure;
  const trace::Event* freed =
      last_event(failed, trace::Operation::free, failure.freed & ~std::uintptr_t{7});
  std::string text = sentence(thread_name(failed, failure.thread, source)) + " uses it" +
                     at(source.place(failure.stack)) + ".";
  if (freed != nullptr && !source.place(freed->stack).file.empty()) {
    text +=
        " " +
        (freed->thread == failure.thread ? std::string("The same thread")
                                         : sentence(thread_name(failed, freed->thread, source))) +
        " freed it" + at(source.place(freed->stack)) + owner_text(*freed, source) + ".";
  }
  return text + " " + failure.rule;
}

std::string explain_exception(const FailedSchedule& failed, const Source& source) {
  const model::Failure& failure = failed.failure;
  const std::string who = thread_name(failed, failure.thread, source);
  const trace::Event* thrown =
      failure.exception != 0
          ? last_event(failed, trace::Operation::throw_exception, failure.exception)
          : nullptr;
  const Place place = thrown != nullptr ? source.place(thrown->stack) : Place();
  if (place.file.empty()) return "It left " + who + " without being caught. " + failure.rule;
  if (thrown->thread == failure.thread) {
    return sentence(who) + " threw it" + at(place) + " and did not catch it. " + failure.rule;
  }
  return sentence(thread_name(failed, thrown->thread, source)) + " threw it" + at(place) +
         ", and it came out in " + who + ", which did not catch it. " + failure.rule;
}

}  // namespace kata::explain
