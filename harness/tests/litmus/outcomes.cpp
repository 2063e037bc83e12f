// SPDX-License-Identifier: MIT
// Litmus tests: small programs on atomics that start at 0, each with an outcome that the memory
// model allows or forbids. The variable KATA_LITMUS names the one that runs; litmus_test.cpp
// expects that the outcome comes up exactly if it is allowed. The tests are the field's (Alglave,
// Maranget and Tautschnig, TOPLAS 2014; Lahav et al., PLDI 2017), the verdicts those of C++20
// ([atomics.order]), with load buffering forbidden as in RC11.
#include <kata/kata.hpp>

#include "table.hpp"

namespace {

using std::atomic;

constexpr auto rlx = std::memory_order::relaxed;
constexpr auto acq = std::memory_order::acquire;
constexpr auto rel = std::memory_order::release;
constexpr auto both = std::memory_order::acq_rel;
constexpr auto sc = std::memory_order::seq_cst;

void set(atomic<int>& x, int value, std::memory_order order) { x.store(value, order); }
int get(const atomic<int>& x, std::memory_order order) { return x.load(order); }
int add(atomic<int>& x, int value, std::memory_order order) { return x.fetch_add(value, order); }
int swap(atomic<int>& x, int value, std::memory_order order) { return x.exchange(value, order); }
void fence(std::memory_order order) { std::atomic_thread_fence(order); }
// Returns what it saw instead of the expected -1.
int fail(atomic<int>& x, std::memory_order success, std::memory_order failure) {
  int expected = -1;
  x.compare_exchange_strong(expected, -2, success, failure);
  return expected;
}
bool replace(atomic<int>& x, int from, int to, std::memory_order order) {
  return x.compare_exchange_strong(from, to, order);
}

struct Shared {
  atomic<int> x{0}, y{0}, z{0};
  int a = -1, b = -1, c = -1, d = -1;  // what was read, each by one thread
};

struct Litmus {
  const char* name;
  std::vector<void (*)(Shared&)> threads;
  bool (*outcome)(const Shared& shared, int x, int y, int z);  // with the final values
};

// A thread's code, and the outcome, in terms of the members of Shared.
#define THREAD(...)                                        \
  [](Shared& shared) {                                     \
    [[maybe_unused]] auto& [x, y, z, a, b, c, d] = shared; \
    __VA_ARGS__;                                           \
  }
#define OUTCOME(...)                                                                               \
  [](const Shared& shared, [[maybe_unused]] int x, [[maybe_unused]] int y,                         \
     [[maybe_unused]] int z) -> bool {                                                             \
    [[maybe_unused]] const auto [a, b, c, d] = std::array{shared.a, shared.b, shared.c, shared.d}; \
    return __VA_ARGS__;                                                                            \
  }
#define LITMUS_TEST(name, outcome, ...) {name, {__VA_ARGS__}, outcome},

const Litmus table[] = {LITMUS_ALLOWED(LITMUS_TEST) LITMUS_FORBIDDEN(LITMUS_TEST)};

void run(kata::Schedule& schedule) {
  const std::string name = std::getenv("KATA_LITMUS");
  for (const Litmus& litmus : table) {
    if (name != litmus.name) continue;
    Shared shared;
    std::vector<std::thread> threads;
    for (const auto thread : litmus.threads) threads.emplace_back(thread, std::ref(shared));
    for (std::thread& thread : threads) thread.join();
    const int x = shared.x.load(rlx), y = shared.y.load(rlx), z = shared.z.load(rlx);
    schedule.expect(!litmus.outcome(shared, x, y, z), "the outcome came up");
    return;
  }
  schedule.fail("there is no such test");
}

}  // namespace

KATA_SCENARIOS(kata::scenario("litmus", run);)
