// SPDX-License-Identifier: MIT
// atomic::wait and notify for every kind of value.
#include <kata/kata.hpp>

template <class T>
void hand_over(kata::Schedule& schedule) {
  std::atomic<T> value{T(0)};
  int data = 0;
  std::thread waiter([&] {
    value.wait(T(0));
    schedule.expect(data == 1, "the value was published");
    data = 2;
    value.store(T(0), std::memory_order_release);
    value.notify_all();
  });
  data = 1;
  value.store(T(1));
  value.notify_one();
  value.wait(T(1));
  schedule.expect(data == 2, "and given back");
  waiter.join();
}

void flags(kata::Schedule& schedule) {
  std::atomic_flag ready;
  int data = 0, sum = 0;
  std::atomic<int> seen{0};
  const auto wait = [&] {
    ready.wait(false);
    seen += data;
  };
  std::thread a(wait), b(wait);
  data = 3;
  ready.test_and_set();
  ready.notify_all();
  a.join();
  b.join();
  sum = seen;
  schedule.expect(sum == 6, "both are woken");
}

void pointers(kata::Schedule& schedule) {
  std::atomic<int*> slot{nullptr};
  int value = 0;
  std::thread waiter([&] {
    slot.wait(nullptr);
    schedule.expect(*slot.load() == 4, "published");
  });
  value = 4;
  slot = &value;
  slot.notify_one();
  waiter.join();
}

struct Small {
  short x, y;
};

void structs(kata::Schedule& schedule) {
  std::atomic<Small> value{Small{0, 0}};
  std::thread waiter([&] {
    value.wait(Small{0, 0});
    schedule.expect(value.load().y == 2, "changed");
  });
  value.store(Small{1, 2});
  value.notify_all();
  waiter.join();
}

void turns(kata::Schedule& schedule) {
  std::atomic<int> turn{0};
  std::string text;
  std::vector<std::thread> threads;
  for (const int who : schedule.permutation(3)) {
    threads.emplace_back([&, who] {
      for (int round = 0; round < 2; ++round) {
        for (int now = turn; now != who; now = turn) turn.wait(now);
        text += static_cast<char>('a' + who);
        turn = (who + 1) % 3;
        turn.notify_all();
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  schedule.expect(text == "abcabc", "in turn");
}

void references(kata::Schedule& schedule) {
  int value = 0;
  std::thread waiter([&] {
    std::atomic_ref<int>(value).wait(0);
    schedule.expect(std::atomic_ref<int>(value).load() == 1, "changed");
  });
  std::atomic_ref<int> reference(value);
  reference = 1;
  reference.notify_one();
  waiter.join();
}

KATA_SCENARIOS(kata::scenario("int", hand_over<int>); kata::scenario("bool", hand_over<bool>);
               kata::scenario("8 bit", hand_over<std::uint8_t>);
               kata::scenario("16 bit", hand_over<std::int16_t>);
               kata::scenario("64 bit", hand_over<std::uint64_t>); kata::scenario("flags", flags);
               kata::scenario("pointers", pointers); kata::scenario("structs", structs);
               kata::scenario("turns", turns); kata::scenario("references", references);)
