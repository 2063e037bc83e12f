// SPDX-License-Identifier: MIT
// Exceptions inside threads and from thread to thread.
#include <kata/kata.hpp>

struct Custom {
  std::string text;
  std::vector<int> values;
};

void inside(kata::Schedule& schedule) {
  std::atomic<int> caught{0};
  const auto work = [&](int n) {
    try {
      std::this_thread::yield();
      if (n % 2 == 0) throw Custom{"an even number cannot be handled by this thread", {n}};
      throw std::runtime_error("an odd number cannot be handled by this thread");
    } catch (const Custom& custom) {
      caught += custom.values[0];
    } catch (const std::exception& error) {
      caught += std::string(error.what()).size() > 10 ? 1 : 0;
    }
  };
  std::thread a(work, 1), b(work, 2);
  a.join();
  b.join();
  schedule.expect(caught == 3, "both are caught");
}

void switched_while_handling(kata::Schedule& schedule) {
  // Threads take turns in the middle of a handler: each has its own current exception.
  std::mutex mutex;
  std::atomic<int> right{0};
  const auto work = [&](int n) {
    try {
      throw n;
    } catch (...) {
      const std::lock_guard lock(mutex);
      std::this_thread::yield();
      try {
        throw;
      } catch (int again) {
        if (again == n && std::uncaught_exceptions() == 0) ++right;
      }
    }
  };
  std::thread a(work, 1), b(work, 2), c(work, 3);
  a.join();
  b.join();
  c.join();
  schedule.expect(right == 3, "each sees its own");
}

void while_unwinding(kata::Schedule& schedule) {
  std::mutex mutex;
  int released = 0;
  struct Slow {
    std::mutex& mutex;
    int& released;
    ~Slow() {
      const std::lock_guard lock(mutex);
      ++released;
      std::this_thread::yield();
    }
  };
  const auto work = [&] {
    try {
      const Slow slow{mutex, released};
      throw 1;
    } catch (int) {
    }
  };
  std::thread a(work), b(work);
  a.join();
  b.join();
  schedule.expect(released == 2, "both are unwound");
}

void carried(kata::Schedule& schedule) {
  std::exception_ptr error;
  std::thread thrower([&] {
    try {
      throw Custom{"a text that is on the heap because it is so long", {1, 2, 3}};
    } catch (...) {
      error = std::current_exception();
    }
  });
  thrower.join();
  int sum = 0;
  try {
    if (error) std::rethrow_exception(error);
  } catch (const Custom& custom) {
    for (const int value : custom.values) sum += value;
  }
  schedule.expect(sum == 6, "the exception came along");
}

void shared(kata::Schedule& schedule) {
  std::exception_ptr error =
      std::make_exception_ptr(Custom{"shared by several threads, destroyed by the last", {4}});
  std::atomic<int> sum{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < 3; ++i) {
    threads.emplace_back([&sum, error] {
      try {
        std::rethrow_exception(error);
      } catch (const Custom& custom) {
        sum += custom.values[0] + static_cast<int>(custom.text.size() > 10);
      }
    });
  }
  error = nullptr;
  for (std::thread& thread : threads) thread.join();
  schedule.expect(sum == 15, "all saw it");
}

void first_wins(kata::Schedule& schedule) {
  // A parallel loop that reports the first exception.
  std::mutex mutex;
  std::exception_ptr first;
  std::vector<std::thread> threads;
  for (int i = 0; i < 3; ++i) {
    threads.emplace_back([&, i] {
      try {
        if (i > 0) throw std::invalid_argument("number " + std::to_string(i) + " is not wanted");
      } catch (...) {
        const std::lock_guard lock(mutex);
        if (!first) first = std::current_exception();
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  bool caught = false;
  try {
    std::rethrow_exception(first);
  } catch (const std::invalid_argument& error) {
    caught = std::string(error.what()).ends_with("is not wanted");
  }
  schedule.expect(caught, "one of them");
}

void nested(kata::Schedule& schedule) {
  std::string text;
  std::thread thread([&] {
    try {
      try {
        throw std::runtime_error("inner");
      } catch (...) {
        std::throw_with_nested(std::logic_error("outer"));
      }
    } catch (const std::exception& outer) {
      text = outer.what();
      try {
        std::rethrow_if_nested(outer);
      } catch (const std::exception& inner) {
        text += inner.what();
      }
    }
  });
  thread.join();
  schedule.expect(text == "outerinner", "both are there");
}

void library_exceptions(kata::Schedule& schedule) {
  int caught = 0;
  std::thread thread([&] {
    try {
      std::vector<int>(2).at(5) = 1;
    } catch (const std::out_of_range&) {
      ++caught;
    }
    try {
      [[maybe_unused]] const int n = std::stoi("not a number");
    } catch (const std::invalid_argument&) {
      ++caught;
    }
    try {
      std::function<void()>()();
    } catch (const std::bad_function_call&) {
      ++caught;
    }
    try {
      std::mutex mutex;
      std::unique_lock lock(mutex);
      lock.lock();
    } catch (const std::system_error& error) {
      if (error.code() == std::errc::resource_deadlock_would_occur) ++caught;
    }
  });
  thread.join();
  schedule.expect(caught == 4, "all are caught");
}

KATA_SCENARIOS(kata::scenario("inside", inside);
               kata::scenario("switched while handling", switched_while_handling);
               kata::scenario("while unwinding", while_unwinding);
               kata::scenario("carried", carried); kata::scenario("shared", shared);
               kata::scenario("first wins", first_wins); kata::scenario("nested", nested);
               kata::scenario("library exceptions", library_exceptions);)
