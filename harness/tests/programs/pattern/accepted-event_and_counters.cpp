// SPDX-License-Identifier: MIT
// warns: global_state
// A manual-reset event, a countdown, a read-copy of a map: small things that answers contain.
#include <kata/kata.hpp>

class Event {
 public:
  void set() {
    const std::lock_guard lock(mutex_);
    set_ = true;
    condition_.notify_all();
  }
  void wait() {
    std::unique_lock lock(mutex_);
    while (!set_) condition_.wait(lock);
  }

 private:
  std::mutex mutex_;
  std::condition_variable condition_;
  bool set_ = false;
};

void event_on_the_stack(kata::Schedule& schedule) {
  // set() notifies under the lock, so the waiter may destroy the event as soon as it has it.
  int value = 0;
  std::thread setter;
  {
    Event event;
    setter = std::thread([&] {
      value = 1;
      event.set();
    });
    event.wait();
    schedule.expect(value == 1, "set");
    setter.join();
  }
}

void map_of_mutexes(kata::Schedule& schedule) {
  std::mutex guard;
  std::map<std::string, std::mutex> locks;
  std::map<std::string, int> values{{"a", 0}, {"b", 0}};
  const auto work = [&](const std::string& name) {
    std::mutex* lock;
    {
      const std::lock_guard hold(guard);
      lock = &locks[name];
    }
    const std::lock_guard hold(*lock);
    ++values.find(name)->second;
  };
  std::thread a(work, "a"), b(work, "b"), c(work, "a");
  a.join();
  b.join();
  c.join();
  schedule.expect(values["a"] == 2 && values["b"] == 1, "a lock for each name");
}

void two_phase(kata::Schedule& schedule) {
  // notify_one with one waiter per condition variable, created per request on the stack.
  struct Request {
    std::condition_variable done;
    bool served = false;
  };
  std::mutex mutex;
  std::deque<Request*> waiting;
  std::condition_variable arrived;
  int served = 0;
  const auto ask = [&] {
    Request request;
    std::unique_lock lock(mutex);
    waiting.push_back(&request);
    arrived.notify_one();
    request.done.wait(lock, [&] { return request.served; });
  };
  std::thread server([&] {
    std::unique_lock lock(mutex);
    while (served < 2) {
      arrived.wait(lock, [&] { return !waiting.empty(); });
      Request* request = waiting.front();
      waiting.pop_front();
      request->served = true;
      ++served;
      request->done.notify_one();  // under the lock: the request lives on the asker's stack
    }
  });
  std::thread a(ask), b(ask);
  a.join();
  b.join();
  server.join();
  schedule.expect(served == 2, "both are served");
}

void lazy_with_atomic_wait(kata::Schedule& schedule) {
  enum State : int { empty, busy, full };
  static std::atomic<int> state{empty};
  static std::vector<int> data;
  const auto get = [&]() -> const std::vector<int>& {
    int now = empty;
    if (state.compare_exchange_strong(now, busy)) {
      data.assign(5, 1);
      state = full;
      state.notify_all();
    } else {
      while (now != full) {
        state.wait(now);
        now = state;
      }
    }
    return data;
  };
  std::size_t sizes[2] = {};
  std::thread a([&] { sizes[0] = get().size(); }), b([&] { sizes[1] = get().size(); });
  a.join();
  b.join();
  schedule.expect(sizes[0] == 5 && sizes[1] == 5, "both see all of it");
}

KATA_SCENARIOS(kata::scenario("event on the stack", event_on_the_stack);
               kata::scenario("map of mutexes", map_of_mutexes);
               kata::scenario("two phase", two_phase);
               kata::scenario("lazy with atomic wait", lazy_with_atomic_wait);)
