// SPDX-License-Identifier: MIT
#include "native/oracle.hpp"

#include <memory>
#include <stdexcept>

#include "native/clock.hpp"
#include "native/noise.hpp"
#include "native/run.hpp"
#include "native/sanitizer.hpp"
#include "native/statics.hpp"
#include "native/threads.hpp"

namespace kata {

using native::me;

struct Transcript::Impl {
  std::string text;
  std::string expected;
};

namespace native {

bool registering = false;

namespace {

// The oracle's books, and the draws. Held while judge() runs, so it is taken once only.
Lock books_lock;
__attribute__((tls_model("initial-exec"))) thread_local int held = 0;

class Books {
 public:
  Books() {
    if (held++ == 0) books_lock.lock();
  }
  ~Books() {
    if (--held == 0) books_lock.unlock();
  }
  Books(const Books&) = delete;
  Books& operator=(const Books&) = delete;
};

// What a sanitizer's own memory functions do meanwhile is no access of the submission's: the books'
// lock orders nothing that it could see.
class Unwatched {
 public:
  Unwatched() {
    if (me != nullptr && me->unseen++ == 0) ignore_begin();
  }
  ~Unwatched() {
    if (me != nullptr && --me->unseen == 0) ignore_end();
  }
  Unwatched(const Unwatched&) = delete;
  Unwatched& operator=(const Unwatched&) = delete;
};

std::vector<pthread_t> harness_threads;

struct Book {
  void* memory;
  void (*destroy)(void*);
};
std::vector<Book> transcripts;

// The judge's functions that the answer may call, by number.
struct Kept {
  void* function;
  void (*call)(void* function, void* frame);
  void (*destroy)(void* function);
};
std::vector<Kept> callbacks;

bool unseen() { return me != nullptr && me->unseen > 0; }

std::uint32_t choose(std::uint32_t count) {
  const Books books;
  return run.draws.below(count);
}

void note(const char* name, int value) {
  const Books books;
  if (run.parameters < static_cast<int>(std::size(run.instance))) {
    run.instance[run.parameters++] = {name, value};
  }
}

void* run_body(void* argument) noexcept {
  const std::unique_ptr<std::function<void()>> body(static_cast<std::function<void()>*>(argument));
  (*body)();
  return nullptr;
}

// What leaves a scenario is an exception that nobody catches.
void run_registered() noexcept {
  Schedule schedule;
  run.scenario->run(schedule);
}

}  // namespace

void draw_scenario() {
  std::uint64_t total = 0;
  for (std::size_t i = 0; i < run.scenario_count; ++i) {
    total += static_cast<std::uint64_t>(run.scenarios[i].options.weight);
  }
  std::uint64_t drawn = run.draws.next() % total;
  run.scenario = run.scenarios;
  while (drawn >= static_cast<std::uint64_t>(run.scenario->options.weight)) {
    drawn -= static_cast<std::uint64_t>(run.scenario->options.weight);
    ++run.scenario;
  }
  draw_features();
}

void* run_scenario(void*) {
  run_registered();
  run_exit_functions();
  wait_for_threads("the last call", true);
  run.over = true;
  ring();
  return nullptr;
}

void forget_books() {
  for (const Book& book : transcripts) book.destroy(book.memory);
  transcripts.clear();
  for (const Kept& kept : callbacks) kept.destroy(kept.function);
  callbacks.clear();
  harness_threads.clear();
}

}  // namespace native

using native::Books;

void scenario(const char* name, Scenario body, Options options) {
  if (!native::registering) return;
  // Real threads take time to compute: what is exact to the nanosecond cannot be asked of them.
  native::Run& run = native::run;
  if (options.time == Time::ideal) {
    if (run.left_out_count < std::size(run.left_out)) run.left_out[run.left_out_count++] = name;
    return;
  }
  if (run.scenario_count == std::size(run.scenarios)) {
    throw std::length_error("the native engine has room for 64 scenarios");
  }
  run.scenarios[run.scenario_count++] = {name, body, options};
}

namespace detail {

// Nothing is sealed: this engine looks for races, and judges no stranger's answer.
void keep_books(const void*, std::size_t, void (*)(const void*, Seal&)) {}
void drop_books(const void*) {}
void seal_stack(const void*) {}
void open_stack() {}

std::uint32_t keep_callback(void* function, void (*call)(void*, void*), void (*destroy)(void*)) {
  const native::Unwatched unwatched;
  const Books books;
  native::callbacks.push_back({function, call, destroy});
  return static_cast<std::uint32_t>(native::callbacks.size() - 1);
}

void call_back(std::uint32_t number, void* frame) {
  native::Kept kept{};
  {
    const Books books;
    if (number < native::callbacks.size()) kept = native::callbacks[number];
  }
  if (kept.call == nullptr) {
    native::fail("undefined_behavior", "a callback was called whose memory had been overwritten");
  }
  kept.call(kept.function, frame);
}

// What the judge reads and writes is not instrumented, so no sanitizer sees it.
void judge_code(const void*, const void*) {}

}  // namespace detail

int Schedule::draw(const char* name, int low, int high) {
  const auto count = static_cast<std::uint32_t>(high - low + 1);
  const std::uint32_t first = native::choose(count), second = native::choose(count);
  const int value = low + static_cast<int>(std::min(first, second));
  native::note(name, value);
  return value;
}

bool Schedule::flip(const char* name) {
  const bool value = native::choose(2) == 1;
  native::note(name, value ? 1 : 0);
  return value;
}

std::vector<int> Schedule::permutation(int count) {
  std::vector<int> order(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) order[static_cast<std::size_t>(i)] = i;
  for (std::size_t i = order.size(); i > 1; --i) {
    std::swap(order[i - 1], order[native::choose(static_cast<std::uint32_t>(i))]);
  }
  return order;
}

void Schedule::thread(const std::string& role, std::function<void()> body) {
  pthread_t handle{};
  auto* owned = new std::function<void()>(std::move(body));
  if (native::start_thread(&handle, nullptr, native::run_body, owned, role, true) != 0) {
    native::fail("internal_error", "the harness could not start another thread");
  }
  const Books books;
  native::harness_threads.push_back(handle);
}

void Schedule::join() {
  // By index: the threads that are joined may start more.
  for (std::size_t i = 0;; ++i) {
    pthread_t handle{};
    {
      const Books books;
      if (i >= native::harness_threads.size()) {
        native::harness_threads.clear();
        return;
      }
      handle = native::harness_threads[i];
    }
    native::join_thread(handle);
  }
}

void Schedule::elapse(std::chrono::nanoseconds duration) {
  native::progress();
  native::elapse(duration.count());
  native::progress();
}

std::chrono::nanoseconds Schedule::now() const {
  return std::chrono::nanoseconds(native::shown(CLOCK_MONOTONIC) - native::run.begun);
}

void Schedule::dawdle() {
  native::progress();
  native::noise(4);
}

int Schedule::self() const { return me != nullptr ? me->id : 0; }

std::string_view Schedule::role() const {
  if (me == nullptr) return "";
  return me->id == 0 ? "main" : me->role.data;
}

void Schedule::touch(const void* what, const char* name) {
  if (native::unseen()) return;
  native::progress();
  const native::Frame frame(__builtin_return_address(0));
  native::plain_write(what, name);
}

void Schedule::fail(const std::string& message) { native::fail("wrong_answer", message); }

void Schedule::fail(const std::string& message, const std::string& expected,
                    const std::string& got) {
  if (native::claim_failure()) {
    native::Failure& failure = native::run.failure;
    failure.verdict = "wrong_answer";
    failure.message = message;
    failure.has_expected = true;
    failure.expected = expected;
    failure.got = got;
    native::post_failure();
  }
  native::kernel::sleep_for_ever();
}

// How good an answer is, that is judged from many controlled schedules; real threads prove nothing.
void Schedule::chance(const Remark&) {}
void Schedule::reached(const Remark&) {}
void Schedule::remark(const Remark&) {}

void Schedule::expect_no_threads_left(const char* what) { native::wait_for_threads(what, false); }

Schedule::Unseen::Unseen() {
  native::progress();
  if (me != nullptr && me->unseen++ == 0) native::ignore_begin();
  if (native::held++ == 0) native::books_lock.lock();
}

Schedule::Unseen::~Unseen() {
  if (--native::held == 0) native::books_lock.unlock();
  if (me != nullptr && --me->unseen == 0) native::ignore_end();
}

Transcript::Transcript(Schedule&, std::string expected) : impl_(new Impl{{}, std::move(expected)}) {
  const Books books;
  native::transcripts.push_back({impl_, [](void* memory) { delete static_cast<Impl*>(memory); }});
}

// The book lives as long as the schedule: a thread that should be over may still write in it.
Transcript::~Transcript() = default;

void Transcript::say(std::string_view word) {
  if (native::unseen()) return;
  Schedule schedule;
  schedule.dawdle();
  schedule.touch(impl_, "callbacks");
  const Books books;
  impl_->text += word;
  if (impl_->expected.compare(0, impl_->text.size(), impl_->text) != 0) {
    schedule.fail("the output is wrong from here on", impl_->expected, impl_->text);
  }
}

void Transcript::say(int number) { say(std::string_view(std::to_string(number))); }

void Transcript::expect_complete() {
  if (impl_->text == impl_->expected) return;
  Schedule().fail("every call has returned, but the output is not complete", impl_->expected,
                  impl_->text);
}

std::string Transcript::text() const { return impl_->text; }

// Real operations are not looked at, so nothing shows that one is of what was forbidden.
void forbid(Primitive, const char*) {}

}  // namespace kata
