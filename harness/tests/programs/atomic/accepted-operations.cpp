// SPDX-License-Identifier: MIT
// Every size of atomic and every operation.
#include <kata/kata.hpp>

template <class T>
void integers(kata::Schedule& schedule) {
  std::atomic<T> value{1};
  const auto work = [&] {
    value.fetch_add(2);
    value.fetch_sub(1, std::memory_order_relaxed);
    value += 3;
    --value;
  };
  std::thread a(work), b(work);
  a.join();
  b.join();
  schedule.expect(value.load() == T(7), "no addition is lost");
  schedule.expect(value.exchange(T(12)) == T(7) && (value.fetch_and(T(10)) == T(12)), "exchange");
  schedule.expect(value.fetch_or(T(1)) == T(8) && value.fetch_xor(T(3)) == T(9), "bits");
  T expected = 5;
  schedule.expect(!value.compare_exchange_strong(expected, T(6)) && expected == T(10), "fails");
  schedule.expect(value.compare_exchange_strong(expected, T(6)) && value == T(6), "succeeds");
  schedule.expect(std::atomic<T>::is_always_lock_free, "lock free");
}

struct Pair {
  std::uint64_t left, right;
};

void sixteen_bytes(kata::Schedule& schedule) {
  std::atomic<Pair> pair{Pair{0, 0}};
  const auto work = [&] {
    Pair now = pair.load();
    while (!pair.compare_exchange_weak(now, Pair{now.left + 1, now.right + 2})) {
    }
  };
  std::thread a(work), b(work);
  const Pair seen = pair.load(std::memory_order_acquire);
  schedule.expect(seen.right == 2 * seen.left, "never half");
  a.join();
  b.join();
  const Pair last = pair.exchange(Pair{7, 8});
  pair.store(Pair{9, 9});
  schedule.expect(last.left == 2 && last.right == 4 && pair.load().left == 9, "both counted");
}

struct Triple {
  std::uint64_t a, b, c;
};

void twenty_four_bytes(kata::Schedule& schedule) {
  std::atomic<Triple> triple{Triple{0, 0, 0}};
  int data = 0;
  std::thread writer([&] {
    data = 5;
    triple.store(Triple{1, 1, 1}, std::memory_order_release);
  });
  std::thread adder([&] {
    Triple now = triple.load();
    while (!triple.compare_exchange_strong(now, Triple{now.a + 1, now.b + 1, now.c + 1})) {
    }
  });
  const Triple seen = triple.load(std::memory_order_acquire);
  schedule.expect(seen.a == seen.b && seen.b == seen.c, "never half");
  writer.join();
  adder.join();
  schedule.expect(triple.exchange(Triple{}).a <= 2 && data == 5, "written");
}

template <class T>
void floating(kata::Schedule& schedule) {
  std::atomic<T> value{0};
  std::thread a([&] { value.fetch_add(T(0.5)); });
  std::thread b([&] { value += T(0.25); });
  a.join();
  b.join();
  schedule.expect(value == T(0.75), "no addition is lost");
}

void pointers(kata::Schedule& schedule) {
  int values[4] = {0, 1, 2, 3};
  std::atomic<int*> next{values};
  int taken[2] = {};
  std::thread a([&] { taken[0] = *next.fetch_add(1); });
  std::thread b([&] { taken[1] = *next++; });
  a.join();
  b.join();
  schedule.expect(taken[0] + taken[1] == 1 && next == values + 2, "each takes its own");
}

enum class Color : std::uint8_t { red, green };

void odd_types(kata::Schedule& schedule) {
  std::atomic<bool> flag{false};
  std::atomic<Color> color{Color::red};
  std::atomic_flag bit;
  std::atomic<char> letter{'a'};
  int first = 0, second = 0;
  const auto claim = [&](int& won) {
    if (!flag.exchange(true)) ++won;
    if (!bit.test_and_set(std::memory_order_acq_rel)) ++won;
    Color expected = Color::red;
    if (color.compare_exchange_strong(expected, Color::green)) ++won;
    letter.store('b');
  };
  std::thread a([&] { claim(first); }), b([&] { claim(second); });
  a.join();
  b.join();
  schedule.expect(first + second == 3 && bit.test() && letter == 'b', "each is won once");
  bit.clear();
  schedule.expect(!bit.test(), "cleared");
}

void references(kata::Schedule& schedule) {
  int count = 0;
  double sum = 0;
  {
    const auto work = [&] {
      std::atomic_ref<int>(count).fetch_add(1, std::memory_order_relaxed);
      std::atomic_ref<double>(sum).fetch_add(0.5);
    };
    std::thread a(work), b(work);
    a.join();
    b.join();
  }
  schedule.expect(count == 2 && sum == 1.0, "atomic_ref, then plain after the joins");
}

void free_functions(kata::Schedule& schedule) {
  std::atomic<int> value = 0;
  std::thread a([&] { std::atomic_fetch_add(&value, 1); });
  std::thread b([&] { std::atomic_fetch_add_explicit(&value, 1, std::memory_order_relaxed); });
  a.join();
  b.join();
  schedule.expect(std::atomic_load(&value) == 2 && std::atomic_exchange(&value, 0) == 2, "two");
  int builtin = 0;
  std::thread c([&] { __atomic_fetch_add(&builtin, 1, __ATOMIC_SEQ_CST); });
  std::thread d([&] { __sync_fetch_and_add(&builtin, 1); });
  c.join();
  d.join();
  schedule.expect(builtin == 2, "the compilers' builtins too");
}

KATA_SCENARIOS(kata::scenario("1 byte", integers<std::uint8_t>);
               kata::scenario("2 bytes", integers<std::uint16_t>);
               kata::scenario("4 bytes", integers<std::int32_t>);
               kata::scenario("8 bytes", integers<std::uint64_t>);
               kata::scenario("16 bytes", sixteen_bytes);
               kata::scenario("24 bytes", twenty_four_bytes);
               kata::scenario("float", floating<float>); kata::scenario("double", floating<double>);
               kata::scenario("pointers", pointers); kata::scenario("odd types", odd_types);
               kata::scenario("references", references);
               kata::scenario("free functions", free_functions);)
