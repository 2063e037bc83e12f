// SPDX-License-Identifier: MIT
// Neighbouring bytes are different memory locations.
#include <kata/kata.hpp>

struct Fields {
  char a;
  bool b;
  short c;
  int d;
};

void members(kata::Schedule& schedule) {
  Fields fields{};
  std::thread a([&] { fields.a = 1; });
  std::thread b([&] { fields.b = true; });
  std::thread c([&] { fields.c = 3; });
  std::thread d([&] { fields.d = 4; });
  for (std::thread* thread : {&a, &b, &c, &d}) thread->join();
  schedule.expect(fields.a + fields.b + fields.c + fields.d == 9, "each its own");
}

void bytes(kata::Schedule& schedule) {
  std::vector<char> flags(8);
  std::string text = "........";
  std::vector<std::thread> threads;
  for (int i = 0; i < 3; ++i) {
    threads.emplace_back([&, i] {
      for (int k = i; k < 8; k += 3) {
        flags[k] = 1;
        text[k] = 'x';
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  schedule.expect(std::count(flags.begin(), flags.end(), 1) == 8 && text == "xxxxxxxx", "all");
}

struct Separated {
  unsigned a : 4;
  unsigned : 0;
  unsigned b : 4;
};

void separated_bit_fields(kata::Schedule& schedule) {
  Separated fields{};
  std::thread a([&] { fields.a = 3; });
  std::thread b([&] { fields.b = 4; });
  a.join();
  b.join();
  schedule.expect(fields.a + fields.b == 7, "a field of no width parts them");
}

void copied(kata::Schedule& schedule) {
  std::array<int, 8> source{1, 2, 3, 4, 5, 6, 7, 8};
  int target[8] = {};
  std::thread a([&] { std::memcpy(target, source.data(), 4 * sizeof(int)); });
  std::thread b([&] { std::copy(source.begin() + 4, source.end(), target + 4); });
  a.join();
  b.join();
  schedule.expect(std::equal(source.begin(), source.end(), target), "each its half");
}

void handed_over(kata::Schedule& schedule) {
  std::binary_semaphore full(0), empty(0);
  std::unique_ptr<std::vector<int>> box;
  int sum = 0;
  std::thread consumer([&] {
    for (int i = 0; i < 2; ++i) {
      full.acquire();
      for (const int value : *box) sum += value;
      box.reset();
      empty.release();
    }
  });
  for (int i = 0; i < 2; ++i) {
    box = std::make_unique<std::vector<int>>(3, i + 1);
    full.release();
    empty.acquire();
  }
  consumer.join();
  schedule.expect(sum == 9, "what one allocates another frees");
}

void big_locals(kata::Schedule& schedule) {
  std::atomic<int> sum{0};
  const auto work = [&] {
    char buffer[200'000];
    std::memset(buffer, 1, sizeof buffer);
    sum += buffer[sizeof buffer - 1];
  };
  std::thread a(work), b(work);
  a.join();
  b.join();
  schedule.expect(sum == 2, "200 KB on the stack is nothing unusual");
}

int deep(int n) { return n == 0 ? 0 : 1 + deep(n - 1); }

void deep_recursion(kata::Schedule& schedule) {
  int depth = 0;
  std::thread thread([&] { depth = deep(5'000); });
  thread.join();
  schedule.expect(depth == 5'000, "so deep");
}

void reallocated(kata::Schedule& schedule) {
  auto* values = static_cast<int*>(std::malloc(2 * sizeof(int)));
  values[0] = 1;
  values[1] = 2;
  std::thread other([&] {
    values = static_cast<int*>(std::realloc(values, 100 * sizeof(int)));
    values[99] = 3;
  });
  other.join();
  schedule.expect(values[0] + values[1] + values[99] == 6, "it moved");
  std::free(values);
  auto* zeros = static_cast<int*>(std::calloc(4, sizeof(int)));
  schedule.expect(zeros[3] == 0, "cleared");
  std::free(zeros);
  void* aligned = std::aligned_alloc(64, 128);
  schedule.expect(reinterpret_cast<std::uintptr_t>(aligned) % 64 == 0, "aligned");
  std::free(aligned);
  struct alignas(128) Wide {
    int value = 7;
  };
  const auto wide = std::make_unique<Wide>();
  schedule.expect(reinterpret_cast<std::uintptr_t>(wide.get()) % 128 == 0 && wide->value == 7, "");
}

KATA_SCENARIOS(kata::scenario("members", members); kata::scenario("bytes", bytes);
               kata::scenario("separated bit-fields", separated_bit_fields);
               kata::scenario("copied", copied); kata::scenario("handed over", handed_over);
               kata::scenario("big locals", big_locals);
               kata::scenario("deep recursion", deep_recursion);
               kata::scenario("reallocated", reallocated);)
