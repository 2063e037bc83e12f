// SPDX-License-Identifier: MIT
#include "oracle/oracle.hpp"

#include <exception>
#include <memory>

#include "model/atomic.hpp"
#include "model/join.hpp"
#include "model/old_values.hpp"
#include "model/sleep.hpp"
#include "world/forbidden.hpp"
#include "world/per_schedule.hpp"
#include "world/static_objects.hpp"
#include "world/world.hpp"

namespace kata {

using model::observed;
using model::world;

namespace oracle {
namespace {

std::size_t drawn = 0;
const char* touched_name = nullptr;
int unseen_depth = 0;
std::vector<std::uint16_t> harness_threads;  // ids
std::vector<Mark> made;

void mark(Mark::Means means, const Remark& remark) {
  for (const Mark& one : made) {
    if (one.means == means && one.remark == &remark) return;
  }
  made.push_back({means, &remark, world->running->id});
}

const model::PerSchedule reset("oracle", [](void*) {
  harness_threads.clear();
  made.clear();
  touched_name = nullptr;
  unseen_depth = 0;
});

}  // namespace

bool registering = false;
void (*on_body_over)() = nullptr;

std::vector<Registered>& scenarios() {
  static std::vector<Registered> all;
  return all;
}

const Registered& current() { return scenarios()[drawn]; }

const char* touching() { return touched_name; }

const std::vector<Mark>& marks() { return made; }

void schedule_body() {
  std::uint32_t total = 0;
  for (const Registered& one : scenarios()) {
    total += static_cast<std::uint32_t>(one.options.weight);
  }
  std::uint32_t draw = world->chooser.choose(choice::Kind::instance, total);
  drawn = 0;
  while (draw >= static_cast<std::uint32_t>(scenarios()[drawn].options.weight)) {
    draw -= static_cast<std::uint32_t>(scenarios()[drawn].options.weight);
    ++drawn;
  }
  model::inherit_specific();
  const Options& options = current().options;
  world->draw_features(options.time == Time::ideal, options.fair);
  Schedule schedule;
  current().run(schedule);
  if (on_body_over != nullptr) on_body_over();
  model::run_static_destructors();
}

}  // namespace oracle

using namespace oracle;

void scenario(const char* name, Scenario run, Options options) {
  // A submission can reach this by its mangled name, from a constructor or in a schedule.
  if (!oracle::registering) return;
  scenarios().push_back({name, run, options});
}

void forbid(Primitive primitive, const char* instead) {
  static_assert(static_cast<int>(Primitive::semaphore) + 1 == model::primitive_count);
  if (oracle::registering) model::instead_of[static_cast<std::size_t>(primitive)] = instead;
}

int Schedule::draw(const char* name, int low, int high) {
  const auto count = static_cast<std::uint32_t>(high - low + 1);
  // The smaller of two draws: the smallest of k values comes up (2k - 1) / k² of the time.
  const std::uint32_t first = world->chooser.choose(choice::Kind::instance, count);
  const std::uint32_t second = world->chooser.choose(choice::Kind::instance, count);
  const int value = low + static_cast<int>(std::min(first, second));
  world->instance.push_back({name, value});
  return value;
}

bool Schedule::flip(const char* name) {
  const bool value = world->chooser.choose(choice::Kind::instance, 2) == 1;
  world->instance.push_back({name, value ? 1 : 0});
  return value;
}

std::vector<int> Schedule::permutation(int count) {
  std::vector<int> order(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) order[static_cast<std::size_t>(i)] = i;
  for (std::size_t i = order.size(); i > 1; --i) {
    std::swap(order[i - 1],
              order[world->chooser.choose(choice::Kind::instance, static_cast<std::uint32_t>(i))]);
  }
  return order;
}

namespace {

void* run_body(void* argument) {
  const std::unique_ptr<std::function<void()>> body(static_cast<std::function<void()>*>(argument));
  (*body)();
  return nullptr;
}

}  // namespace

void Schedule::thread(const std::string& role, std::function<void()> body) {
  model::Thread* fresh = model::start(run_body, new std::function<void()>(std::move(body)));
  if (fresh == nullptr) fail("the harness could not start another thread");
  fresh->name = role;
  fresh->of_harness = true;
  harness_threads.push_back(fresh->id);
}

void Schedule::join() {
  // By index: the threads that are joined may start more.
  for (std::size_t i = 0; i < harness_threads.size(); ++i) {
    model::join(world->thread(harness_threads[i]), nullptr);
  }
  harness_threads.clear();
}

void Schedule::elapse(std::chrono::nanoseconds duration) {
  world->acted();
  model::sleep_for(duration.count());
  world->acted();
}

std::chrono::nanoseconds Schedule::now() const { return std::chrono::nanoseconds(world->now()); }

void Schedule::dawdle() {
  if (observed != nullptr && world->features.slow_callbacks) world->point();
}

int Schedule::self() const { return world->running->id; }
std::string_view Schedule::role() const { return world->running->name; }

void oracle::note_touch(std::uintptr_t address, const char* name) {
  world->acted();
  touched_name = name;
  model::shadow->access(observed->clock, address, 1, 0, true);
  touched_name = nullptr;
}

void Schedule::touch(const void* what, const char* name) {
  if (observed == nullptr) return;
  const auto address = reinterpret_cast<std::uintptr_t>(what);
  // Where two callbacks that nothing orders are the failure, both are steps of the trace.
  if (world->tracing() && address - world->watched < world->watched_size) {
    world->trace.add({.step = world->points(),
                      .thread = world->running->id,
                      .operation = trace::Operation::call_back,
                      .object = {trace::ObjectKind::none, 0, address},
                      .detail = "",
                      .stack = {}});
  }
  oracle::note_touch(address, name);
}

void Schedule::fail(const std::string& message) {
  world->stop(model::Verdict::wrong_answer, message);
}

void Schedule::fail(const std::string& message, const std::string& expected,
                    const std::string& got) {
  model::Failure failure;
  failure.verdict = model::Verdict::wrong_answer;
  failure.message = message;
  failure.expected = expected;
  failure.got = got;
  world->stop(std::move(failure));
}

void Schedule::chance(const Remark& goal) { mark(Mark::Means::chance, goal); }
void Schedule::reached(const Remark& goal) { mark(Mark::Means::reached, goal); }
void Schedule::remark(const Remark& flaw) { mark(Mark::Means::flaw, flaw); }

void Schedule::expect_no_threads_left(const char* what) { world->expect_no_threads_left(what); }

Schedule::Unseen::Unseen() {
  if (unseen_depth++ == 0) look_at_books();
  world->acted();  // whoever calls back does not merely look
  if (world->features.old_values && observed != nullptr) model::old_values::catch_up();
  observed = nullptr;
}

Schedule::Unseen::~Unseen() {
  if (--unseen_depth > 0) return;
  seal_books();
  observed = world->running;
}

}  // namespace kata
