// SPDX-License-Identifier: MIT
// std::thread: arguments, moves, swaps, threads that start threads, ids.
#include <kata/kata.hpp>

void arguments(kata::Schedule& schedule) {
  int sum = 0;
  std::string text;
  std::thread by_value([](int a, int b, int* out) { *out = a + b; }, 3, 4, &sum);
  std::thread by_reference(
      [](std::string& out, std::unique_ptr<int> owned) { out = std::to_string(*owned); },
      std::ref(text), std::make_unique<int>(42));
  by_value.join();
  by_reference.join();
  schedule.expect(sum == 7 && text == "42", "the arguments arrive");
}

struct Counter {
  int value = 0;
  void add(int n) { value += n; }
};

void members_and_moves(kata::Schedule& schedule) {
  Counter a, b;
  std::thread first(&Counter::add, &a, 1);
  std::thread second(&Counter::add, &b, 2);
  std::swap(first, second);
  std::thread moved = std::move(first);
  schedule.expect(!first.joinable() && moved.joinable(), "a moved-from thread is empty");
  moved.join();
  second.join();
  schedule.expect(a.value == 1 && b.value == 2, "both ran");
}

void vector_of_threads(kata::Schedule& schedule) {
  const int count = schedule.draw("count", 1, 6);
  std::vector<int> results(count);
  std::vector<std::thread> threads;
  for (int i = 0; i < count; ++i) threads.emplace_back([i, &results] { results[i] = i * i; });
  for (std::thread& thread : threads) thread.join();
  for (int i = 0; i < count; ++i) schedule.expect(results[i] == i * i, "every slot is written");
}

void threads_start_threads(kata::Schedule& schedule) {
  int deep = 0;
  std::thread outer([&] {
    std::thread inner([&] { deep = 1; });
    inner.join();
    ++deep;
  });
  outer.join();
  schedule.expect(deep == 2, "the inner thread ends before the outer");
}

void joining_twice_throws(kata::Schedule& schedule) {
  std::thread thread([] {});
  thread.join();
  bool thrown = false;
  try {
    thread.join();
  } catch (const std::system_error& error) {
    thrown = error.code() == std::errc::invalid_argument;
  }
  schedule.expect(thrown && !thread.joinable(), "join of a joined std::thread throws");
}

void ids(kata::Schedule& schedule) {
  const std::thread::id main = std::this_thread::get_id();
  std::thread::id seen[2];
  std::thread a([&] { seen[0] = std::this_thread::get_id(); });
  std::thread b([&] { seen[1] = std::this_thread::get_id(); });
  const std::thread::id of_a = a.get_id();
  a.join();
  b.join();
  schedule.expect(seen[0] == of_a && seen[0] != seen[1] && seen[1] != main, "ids are distinct");
  schedule.expect(a.get_id() == std::thread::id(), "a joined thread has no id");
  schedule.expect(std::thread::hardware_concurrency() >= 1, "there is a processor");
}

void maps_by_id(kata::Schedule& schedule) {
  std::mutex mutex;
  std::map<std::thread::id, int> ordered;
  std::unordered_map<std::thread::id, int> hashed;
  std::vector<std::thread> threads;
  for (int i = 0; i < 3; ++i) {
    threads.emplace_back([&, i] {
      const std::lock_guard lock(mutex);
      ordered[std::this_thread::get_id()] = i;
      hashed[std::this_thread::get_id()] = i;
    });
  }
  for (std::thread& thread : threads) thread.join();
  // What a program does may depend on the order of ids; it must be the same in every process.
  std::mutex other;
  for (const auto& [id, value] : ordered) {
    for (int i = 0; i < value; ++i) std::scoped_lock{other};
  }
  for (const auto& [id, value] : hashed) {
    for (int i = 0; i < value; ++i) std::scoped_lock{other};
  }
  std::ostringstream text;
  text << std::this_thread::get_id();
  schedule.expect(ordered.size() == 3 && hashed.size() == 3 && !text.str().empty(), "three ids");
}

void guard_object(kata::Schedule& schedule) {
  struct Joiner {
    std::thread thread;
    ~Joiner() {
      if (thread.joinable()) thread.join();
    }
  };
  int value = 0;
  try {
    const Joiner joiner{std::thread([&] { value = 1; })};
    throw std::runtime_error("on the way");
  } catch (const std::runtime_error&) {
  }
  schedule.expect(value == 1, "the guard joins while the stack unwinds");
}

KATA_SCENARIOS(kata::scenario("arguments", arguments);
               kata::scenario("members and moves", members_and_moves);
               kata::scenario("vector of threads", vector_of_threads);
               kata::scenario("threads start threads", threads_start_threads);
               kata::scenario("joining twice throws", joining_twice_throws);
               kata::scenario("ids", ids); kata::scenario("maps by id", maps_by_id);
               kata::scenario("guard object", guard_object);)
