// SPDX-License-Identifier: MIT
// A pool with futures, a stop flag and workers joined in the destructor.
#include <kata/kata.hpp>

class Pool {
 public:
  explicit Pool(int count) {
    for (int i = 0; i < count; ++i) workers_.emplace_back([this] { work(); });
  }
  ~Pool() {
    {
      const std::lock_guard lock(mutex_);
      stopping_ = true;
    }
    condition_.notify_all();
    for (std::thread& worker : workers_) worker.join();
  }
  template <class Function>
  auto submit(Function function) {
    using Result = std::invoke_result_t<Function>;
    auto task = std::make_shared<std::packaged_task<Result()>>(std::move(function));
    auto result = task->get_future();
    {
      const std::lock_guard lock(mutex_);
      tasks_.emplace([task] { (*task)(); });
    }
    condition_.notify_one();
    return result;
  }

 private:
  void work() {
    for (;;) {
      std::function<void()> task;
      {
        std::unique_lock lock(mutex_);
        condition_.wait(lock, [this] { return stopping_ || !tasks_.empty(); });
        if (tasks_.empty()) return;
        task = std::move(tasks_.front());
        tasks_.pop();
      }
      task();
    }
  }
  std::mutex mutex_;
  std::condition_variable condition_;
  std::queue<std::function<void()>> tasks_;
  bool stopping_ = false;
  std::vector<std::thread> workers_;
};

void run(kata::Schedule& schedule) {
  int sum = 0;
  {
    Pool pool(2);
    auto one = pool.submit([] { return 1; });
    auto text = pool.submit([] { return std::string(30, 'x'); });
    auto thrown = pool.submit([]() -> int { throw std::runtime_error("in a worker"); });
    sum = one.get() + static_cast<int>(text.get().size());
    try {
      thrown.get();
    } catch (const std::runtime_error&) {
      ++sum;
    }
    pool.submit([] {});
  }
  schedule.expect(sum == 32, "all came back");
}

KATA_SCENARIOS(kata::scenario("run", run);)
