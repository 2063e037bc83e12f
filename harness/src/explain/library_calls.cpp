// SPDX-License-Identifier: MIT
#include "explain/library_calls.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>

#include "explain/output.hpp"
#include "explain/parts.hpp"
#include "trace/symbols.hpp"

namespace kata::explain {

namespace {

using trace::ObjectKind;
using trace::Operation;
using Frames = std::vector<trace::Frame>;

enum class Kind { semaphore, latch, barrier, atomic, future, stop };

struct Class {
  std::string_view prefix;  // of its members' names
  Kind kind;
  std::initializer_list<std::string_view> calls;
};
const Class classes[] = {
    {"std::counting_semaphore<",
     Kind::semaphore,
     {"acquire", "try_acquire", "try_acquire_for", "try_acquire_until", "release"}},
    {"std::latch::", Kind::latch, {"count_down", "wait", "try_wait", "arrive_and_wait"}},
    {"std::barrier<", Kind::barrier, {"arrive", "wait", "arrive_and_wait", "arrive_and_drop"}},
    {"std::atomic", Kind::atomic, {"wait", "notify_one", "notify_all"}},
    {"std::__atomic_base<", Kind::atomic, {"wait", "notify_one", "notify_all"}},
    {"std::__atomic_ref<", Kind::atomic, {"wait", "notify_one", "notify_all"}},
    {"std::future<", Kind::future, {"get", "wait"}},
    {"std::shared_future<", Kind::future, {"get", "wait"}},
    {"std::__basic_future<", Kind::future, {"wait"}},
    {"std::promise<", Kind::future, {"get_future", "set_value", "set_exception"}},
    {"std::jthread::", Kind::stop, {"~jthread", "request_stop"}},
};

// A call into the library that an event is a part of.
struct Call {
  Kind kind = Kind::atomic;
  std::string name;  // "acquire"
  // The caller's frames: of two events of one thread with the same, without any other between them,
  // the calls cannot be told apart.
  Frames from;
};

std::string_view last_part(std::string_view function) {
  const std::size_t at = function.rfind("::");
  return at == std::string_view::npos ? function : function.substr(at + 2);
}

bool same_place(const trace::Frame& a, const trace::Frame& b) {
  return a.line == b.line && a.function == b.function && a.file == b.file;
}

bool same_call(const Call& a, const Call& b) {
  return a.kind == b.kind && a.name == b.name &&
         std::equal(a.from.begin(), a.from.end(), b.from.begin(), b.from.end(), same_place);
}

std::optional<Call> call_of(const Frames& frames, const Source& source) {
  const auto reader = std::find_if(frames.begin(), frames.end(), [&](const auto& frame) {
    return source.is_readers(frame.file);
  });
  if (reader == frames.begin() || reader == frames.end()) return std::nullopt;
  // The outermost that is known: a container's destructor may be around it.
  for (auto frame = reader; frame != frames.begin();) {
    const std::string& entry = (--frame)->function;
    for (const Class& one : classes) {
      if (!entry.starts_with(one.prefix)) continue;
      const std::string_view name = last_part(entry);
      if (std::find(one.calls.begin(), one.calls.end(), name) == one.calls.end()) continue;
      return Call{one.kind, std::string(name), Frames(reader, frames.end())};
    }
  }
  return std::nullopt;
}

bool within(const Frames& frames, std::string_view function) {
  return std::any_of(frames.begin(), frames.end(), [&](const trace::Frame& frame) {
    return frame.function.find(function) != std::string::npos;
  });
}

class Teller {
 public:
  Teller(const FailedSchedule& failed, const Source& source) : failed_(failed), source_(source) {}

  std::vector<Step> all() {
    told_.resize(failed_.events.size());
    for (at_ = 0; at_ < failed_.events.size(); ++at_) take(failed_.events[at_]);
    for (auto& [thread, open] : open_) end(open, !has_ended(thread));
    std::vector<Step> steps;
    for (std::optional<Step>& one : told_) {
      if (one) steps.push_back(std::move(*one));
    }
    return steps;
  }

 private:
  struct Open {
    std::optional<Call> call;
    trace::ObjectName object;         // what it is a call of, as soon as that is seen
    std::string value;                // of it, where the library read it last
    std::optional<std::size_t> last;  // the last event that nothing has been told of yet
    bool arrived = false;             // of a barrier: it has been told
    bool nobody_waits = false;        // of a notification
  };

  bool has_ended(std::uint16_t thread) const {
    const auto& threads = failed_.outcome.threads;
    return std::any_of(threads.begin(), threads.end(), [&](const model::ThreadSummary& one) {
      return one.id == thread && one.state == model::ThreadState::finished;
    });
  }

  void take(const trace::Event& event) {
    const Frames frames = trace::frames_of(event.stack);
    std::optional<Call> call = call_of(frames, source_);
    // Somebody's plain access to what the report is about, wherever it was made.
    const bool plain = event.object.kind == ObjectKind::shared_data;
    if (plain && (!call || call->kind != Kind::barrier)) call.reset();
    if (!plain && !is_internal(event)) call.reset();
    Open& open = open_[event.thread];
    if (open.call && (!call || !same_call(*open.call, *call))) end(open, false);
    if (!call) {
      told_[at_] = Step{&event, trace::word(event.operation), event.object, event.detail};
      return;
    }
    if (!open.call) {
      open = Open{};
      open.call = std::move(call);
    }
    if (plain) return;
    step(open, event, frames);
  }

  // What the library does for itself. What else happens inside of its functions, such as that a
  // thread is joined or an exception thrown, is the reader's business.
  static bool is_internal(const trace::Event& event) {
    if (is(event, Operation::yield) || is(event, Operation::fence)) return true;
    return event.object.kind == ObjectKind::atomic || event.object.kind == ObjectKind::once ||
           event.object.kind == ObjectKind::waited_on_atomic;
  }

  void step(Open& open, const trace::Event& event, const Frames& frames) {
    // The library's own books, such as how many wait.
    const bool own =
        within(frames, "__waiter_pool_base::_M_") || within(frames, "__waiter_pool_base::_S_for");
    const bool reads = is(event, Operation::load) || is(event, Operation::compare_exchange_fails) ||
                       is(event, Operation::load_old_value) ||
                       is(event, Operation::compare_exchange_fails_old);
    if (!own && is_object(open, event, frames)) {
      open.object = event.object;
      if (reads) open.value = event.detail;
    }
    if (is(event, Operation::load) && within(frames, "_M_waiting") && event.detail == "0") {
      open.nobody_waits = true;
    }
    open.last = at_;
    const std::string& name = open.call->name;
    if (event.blocked) {
      const bool arriving = name == "arrive_and_wait" || name == "arrive_and_drop";
      return tell(open, arriving ? "wait" : name, value_of(open));
    }
    if (is(event, trace::Act::time_out)) return tell(open, "time out", "");
    switch (open.call->kind) {
      case Kind::semaphore:
        if (is(event, Operation::compare_exchange) && within(frames, "_S_do_try_acquire")) {
          tell(open, name, from(event));
          open.call.reset();
        } else if (is(event, Operation::fetch_add) && !own) {
          tell(open, name, from(event));
        } else if (name == "release") {
          open.last.reset();
        }
        break;
      case Kind::latch:
        if (is(event, Operation::fetch_sub) && !own) {
          tell(open, name == "arrive_and_wait" ? "arrive at" : name, from(event));
          if (name == "count_down") open.arrived = true;
        } else if (open.arrived) {
          open.last.reset();
        }
        break;
      case Kind::barrier:
        barrier_step(open, event, frames);
        break;
      case Kind::stop:
        // The destructor asks the thread to stop, joins it, which is told, and is done with its
        // own.
        if (!within(frames, "request_stop")) open.last.reset();
        break;
      case Kind::atomic:
      case Kind::future:
        break;
    }
  }

  void barrier_step(Open& open, const trace::Event& event, const Frames& frames) {
    const bool arriving = within(frames, "__tree_barrier") && !within(frames, "::wait");
    if (is(event, Operation::load) && arriving && !within(frames, "_M_arrive")) {
      open.arrived = false;  // a call begins
    } else if (is(event, Operation::compare_exchange) && within(frames, "_M_arrive") &&
               !open.arrived) {
      tell(open, "arrive at", "");
      open.arrived = true;
    } else if (is(event, Operation::store) && arriving && !within(frames, "_M_arrive") &&
               event.object.address == open.object.address) {
      tell(open, "end phase of", "");
    } else if (open.arrived && arriving) {
      open.last.reset();
    }
  }

  // Whether the event is about what the call is a call of, and not about a part of it.
  static bool is_object(const Open& open, const trace::Event& event, const Frames& frames) {
    if (event.object.kind != ObjectKind::atomic) return false;
    switch (open.call->kind) {
      case Kind::barrier:
        return is(event, Operation::load) && !within(frames, "_M_arrive") &&
               event.object.address != 0 && (open.object.address == 0 || within(frames, "::wait"));
      case Kind::future:
      case Kind::stop:
        return false;
      default:
        return !within(frames, "__waiter") || within(frames, "{lambda") ||
               within(frames, "::lambda");
    }
  }

  static std::string from(const trace::Event& event) { return "from " + event.detail; }

  static std::string value_of(const Open& open) {
    return open.call->kind == Kind::atomic ? open.value : "";
  }

  trace::ObjectName named(const Open& open) {
    static constexpr ObjectKind kinds[] = {ObjectKind::semaphore, ObjectKind::latch,
                                           ObjectKind::barrier,   ObjectKind::atomic,
                                           ObjectKind::atomic,    ObjectKind::atomic};
    trace::ObjectName object = open.object;
    if (object.address == 0 || open.call->kind == Kind::atomic) return object;
    object.kind = kinds[static_cast<std::size_t>(open.call->kind)];
    std::map<std::uintptr_t, std::uint32_t>& numbers = numbers_[open.call->kind];
    object.number =
        numbers.try_emplace(object.address, static_cast<std::uint32_t>(numbers.size() + 1))
            .first->second;
    return object;
  }

  // Tells the call at the event that it came to last.
  void tell(Open& open, const std::string& operation, const std::string& detail) {
    told_[*open.last] = Step{&failed_.events[*open.last], operation, named(open), detail};
    open.last.reset();
  }

  // The thread has gone on to something else, or it never will.
  void end(Open& open, bool for_ever) {
    if (open.call && open.last) {
      const std::string& name = open.call->name;
      if (for_ever) {
        // Who got no permit is still there; any other may have returned and done nothing since.
        tell(open, name == "acquire" ? "in acquire" : name, value_of(open));
      } else if (name.starts_with("try_acquire")) {
        tell(open, name, "failed");
      } else if (name == "try_wait") {
        tell(open, name, open.value + " left");
      } else if (name.starts_with("notify")) {
        tell(open, name, open.nobody_waits ? "nobody was waiting" : "");
      } else if (name == "~jthread") {
        tell(open, "request_stop", "");
      } else {
        tell(open, name == "arrive_and_wait" ? "go on from" : name, value_of(open));
      }
    }
    open.call.reset();
  }

  const FailedSchedule& failed_;
  const Source& source_;
  std::size_t at_ = 0;
  std::vector<std::optional<Step>> told_;
  std::map<std::uint16_t, Open> open_;
  std::map<Kind, std::map<std::uintptr_t, std::uint32_t>> numbers_;
};

}  // namespace

std::vector<Step> steps_of(const FailedSchedule& failed, const Source& source) {
  return with_prints_joined(Teller(failed, source).all(), source);
}

}  // namespace kata::explain
