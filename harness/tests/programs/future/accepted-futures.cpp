// SPDX-License-Identifier: MIT
// promise, future, shared_future, packaged_task and async.
#include <kata/kata.hpp>

using namespace std::chrono_literals;

void promise(kata::Schedule& schedule) {
  std::promise<std::string> promise;
  std::future<std::string> future = promise.get_future();
  std::thread giver([&] { promise.set_value("a text that is longer than the small buffer"); });
  const std::string text = future.get();
  giver.join();
  schedule.expect(text.size() > 30 && !future.valid(), "the value arrives");
}

void void_promises(kata::Schedule& schedule) {
  std::promise<void> first, second;
  std::string text;
  std::thread c([&] {
    second.get_future().wait();
    text += "c";
  });
  std::thread b([&] {
    first.get_future().wait();
    text += "b";
    second.set_value();
  });
  std::thread a([&] {
    text += "a";
    first.set_value();
  });
  a.join();
  b.join();
  c.join();
  schedule.expect(text == "abc", "in order");
}

void exception(kata::Schedule& schedule) {
  std::promise<int> promise;
  std::thread giver([&] {
    try {
      throw std::out_of_range("too far out for any small string buffer to hold");
    } catch (...) {
      promise.set_exception(std::current_exception());
    }
  });
  std::string what;
  try {
    promise.get_future().get();
  } catch (const std::out_of_range& error) {
    what = error.what();
  }
  giver.join();
  schedule.expect(what.starts_with("too far"), "the exception arrives");
}

void broken(kata::Schedule& schedule) {
  std::future<int> future;
  std::thread giver;
  {
    std::promise<int> promise;
    future = promise.get_future();
    giver = std::thread([promise = std::move(promise)]() mutable { (void)promise; });
  }
  bool thrown = false;
  try {
    future.get();
  } catch (const std::future_error& error) {
    thrown = error.code() == std::future_errc::broken_promise;
  }
  giver.join();
  schedule.expect(thrown, "the promise is broken");
}

void shared(kata::Schedule& schedule) {
  std::promise<std::vector<int>> promise;
  std::shared_future<std::vector<int>> future = promise.get_future().share();
  int sums[2] = {};
  std::vector<std::thread> threads;
  for (int i = 0; i < 2; ++i) {
    threads.emplace_back([&sums, i, future] {
      for (const int value : future.get()) sums[i] += value;
    });
  }
  promise.set_value({1, 2, 3});
  for (std::thread& thread : threads) thread.join();
  schedule.expect(sums[0] == 6 && sums[1] == 6, "both see it");
}

struct Custom : std::runtime_error {
  explicit Custom(std::string detail) : std::runtime_error("custom"), detail(std::move(detail)) {}
  std::string detail;
};

void shared_exception(kata::Schedule& schedule) {
  std::promise<int> promise;
  std::shared_future<int> future = promise.get_future().share();
  std::size_t sizes[3] = {};
  std::vector<std::thread> threads;
  for (int i = 0; i < 3; ++i) {
    threads.emplace_back([&sizes, i, future] {
      try {
        future.get();
      } catch (const Custom& error) {
        sizes[i] = error.detail.size();
      }
    });
  }
  future = {};
  promise.set_exception(std::make_exception_ptr(Custom("a detail that lives on the heap, always")));
  { const std::promise<int> gone = std::move(promise); }
  for (std::thread& thread : threads) thread.join();
  schedule.expect(sizes[0] == 39 && sizes[0] == sizes[1] && sizes[1] == sizes[2], "all catch it");
}

void task(kata::Schedule& schedule) {
  std::packaged_task<int(int, int)> task([](int a, int b) { return a * b; });
  std::future<int> product = task.get_future();
  std::thread worker(std::move(task), 6, 7);
  schedule.expect(product.get() == 42, "the product arrives");
  worker.join();
  std::packaged_task<void()> thrower([] { throw 5; });
  std::future<void> nothing = thrower.get_future();
  std::thread other([&] { thrower(); });
  int caught = 0;
  try {
    nothing.get();
  } catch (int value) {
    caught = value;
  }
  other.join();
  schedule.expect(caught == 5, "and so does the exception");
}

void pool(kata::Schedule& schedule) {
  std::mutex mutex;
  std::condition_variable condition;
  std::deque<std::packaged_task<int()>> queue;
  bool closed = false;
  std::vector<std::thread> workers;
  for (int i = 0; i < 2; ++i) {
    workers.emplace_back([&] {
      for (;;) {
        std::unique_lock lock(mutex);
        condition.wait(lock, [&] { return closed || !queue.empty(); });
        if (queue.empty()) return;
        auto task = std::move(queue.front());
        queue.pop_front();
        lock.unlock();
        task();
      }
    });
  }
  std::vector<std::future<int>> results;
  for (int i = 0; i < 3; ++i) {
    std::packaged_task<int()> task([i] { return i * i; });
    results.push_back(task.get_future());
    const std::lock_guard lock(mutex);
    queue.push_back(std::move(task));
    condition.notify_one();
  }
  int sum = 0;
  for (std::future<int>& result : results) sum += result.get();
  {
    const std::lock_guard lock(mutex);
    closed = true;
  }
  condition.notify_all();
  for (std::thread& worker : workers) worker.join();
  schedule.expect(sum == 5, "0 + 1 + 4");
}

void async(kata::Schedule& schedule) {
  auto eager = std::async(std::launch::async, [] { return std::string(40, 'x'); });
  auto lazy = std::async(std::launch::deferred, [] { return std::this_thread::get_id(); });
  auto either = std::async([](int x) { return x + 1; }, 4);
  schedule.expect(lazy.wait_for(0s) == std::future_status::deferred, "it is deferred");
  schedule.expect(lazy.get() == std::this_thread::get_id(), "it runs here");
  schedule.expect(eager.get().size() == 40 && either.get() == 5, "the values arrive");
  auto thrower = std::async(std::launch::async, []() -> int { throw Custom("from async"); });
  std::string detail;
  try {
    thrower.get();
  } catch (const Custom& error) {
    detail = error.detail;
  }
  schedule.expect(detail == "from async", "and the exception");
}

int parallel_sum(const std::vector<int>& values, std::size_t from, std::size_t to) {
  if (to - from <= 1) return from < to ? values[from] : 0;
  const std::size_t middle = from + (to - from) / 2;
  auto left = std::async(std::launch::async, parallel_sum, std::cref(values), from, middle);
  return parallel_sum(values, middle, to) + left.get();
}

void divide_and_conquer(kata::Schedule& schedule) {
  std::vector<int> values(schedule.draw("size", 0, 6));
  std::iota(values.begin(), values.end(), 1);
  const int n = static_cast<int>(values.size());
  schedule.expect(parallel_sum(values, 0, values.size()) == n * (n + 1) / 2, "the whole sum");
}

void timed(kata::Schedule& schedule) {
  std::promise<int> promise;
  std::future<int> future = promise.get_future();
  schedule.expect(future.wait_for(5ms) == std::future_status::timeout, "not yet");
  std::thread giver([&] {
    std::this_thread::sleep_for(20ms);
    promise.set_value(1);
  });
  while (future.wait_until(std::chrono::system_clock::now() + 5ms) != std::future_status::ready) {
  }
  schedule.expect(future.wait_for(0s) == std::future_status::ready && future.get() == 1, "now");
  giver.join();
}

void ignored_async(kata::Schedule& schedule) {
  int value = 0;
  {
    auto future = std::async(std::launch::async, [&] { value = 1; });
  }
  schedule.expect(value == 1, "the destructor of the future of async waits");
}

KATA_SCENARIOS(kata::scenario("promise", promise); kata::scenario("void promises", void_promises);
               kata::scenario("exception", exception); kata::scenario("broken", broken);
               kata::scenario("shared", shared);
               kata::scenario("shared exception", shared_exception); kata::scenario("task", task);
               kata::scenario("pool", pool); kata::scenario("async", async);
               kata::scenario("divide and conquer", divide_and_conquer);
               kata::scenario("timed", timed); kata::scenario("ignored async", ignored_async);)
