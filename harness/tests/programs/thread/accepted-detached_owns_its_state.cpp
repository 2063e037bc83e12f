// SPDX-License-Identifier: MIT
// A detached thread may still let go of its own copies after it has signalled: the state that it
// shares with the caller lives until the last owner is gone.
#include <kata/kata.hpp>

struct State {
  std::mutex mutex;
  std::condition_variable ready;
  int left = 2;
  std::vector<int> results;
};

void shared_state(kata::Schedule& schedule) {
  auto state = std::make_shared<State>();
  for (int i = 0; i < 2; ++i) {
    std::thread([state, i] {
      {
        const std::lock_guard lock(state->mutex);
        state->results.push_back(i);
        --state->left;
      }
      state->ready.notify_one();
    }).detach();
  }
  std::unique_lock lock(state->mutex);
  state->ready.wait(lock, [&] { return state->left == 0; });
  schedule.expect(state->results.size() == 2, "both are done");
}

void at_thread_exit(kata::Schedule& schedule) {
  std::promise<std::string> promise;
  std::future<std::string> future = promise.get_future();
  std::thread([promise = std::move(promise)]() mutable {
    promise.set_value_at_thread_exit("a text too long for the small string optimisation");
  }).detach();
  schedule.expect(future.get().size() > 20, "the value arrives");
}

void packaged_task(kata::Schedule& schedule) {
  std::packaged_task<int(int)> task([](int x) { return 2 * x; });
  std::future<int> future = task.get_future();
  std::thread(std::move(task), 21).detach();
  schedule.expect(future.get() == 42, "the result arrives");
}

KATA_SCENARIOS(kata::scenario("shared state", shared_state);
               kata::scenario("at thread exit", at_thread_exit);
               kata::scenario("packaged task", packaged_task);)
