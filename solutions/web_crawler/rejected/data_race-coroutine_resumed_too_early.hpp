// SPDX-License-Identifier: MIT
// Bug: await_suspend() puts the coroutine into the queue and then reads its own member `solution`.
// The awaiter lives in the coroutine, which a worker may have resumed, and finished, by then.
#pragma once

#include <condition_variable>
#include <coroutine>
#include <deque>
#include <exception>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <vector>

class Solution {
 public:
  std::vector<std::string> crawl(std::string startUrl, HtmlParser htmlParser) {
    host_ = host_of(startUrl);
    seen_ = {startUrl};
    unfinished_ = 1;
    page(startUrl, htmlParser);
    {
      std::vector<std::jthread> workers;
      for (int i = 0; i < 4; ++i) workers.emplace_back([this] { work(); });
    }
    return {seen_.begin(), seen_.end()};
  }

 private:
  // Nobody waits for it and nobody owns it: its frame goes when it ends.
  struct Detached {
    struct promise_type {
      Detached get_return_object() { return {}; }
      std::suspend_never initial_suspend() noexcept { return {}; }
      std::suspend_never final_suspend() noexcept { return {}; }
      void return_void() {}
      void unhandled_exception() { std::terminate(); }
    };
  };

  struct OnAWorker {
    Solution& solution;
    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> rest) const {
      {
        const std::lock_guard<std::mutex> lock(solution.mutex_);
        solution.ready_.push_back(rest);
      }
      solution.changed_.notify_one();
    }
    void await_resume() const noexcept {}
  };

  static std::string host_of(const std::string& url) { return url.substr(0, url.find('/', 7)); }

  Detached page(std::string url, HtmlParser& parser) {
    co_await OnAWorker{*this};
    for (const std::string& link : parser.getUrls(url)) {
      if (host_of(link) == host_ && is_new(link)) page(link, parser);
    }
    const std::lock_guard<std::mutex> lock(mutex_);
    if (--unfinished_ == 0) changed_.notify_all();
  }

  bool is_new(const std::string& url) {
    const std::lock_guard<std::mutex> lock(mutex_);
    const bool is_new = seen_.insert(url).second;
    if (is_new) ++unfinished_;
    return is_new;
  }

  void work() {
    std::unique_lock<std::mutex> lock(mutex_);
    for (;;) {
      changed_.wait(lock, [this] { return !ready_.empty() || unfinished_ == 0; });
      if (ready_.empty()) return;
      const std::coroutine_handle<> next = ready_.front();
      ready_.pop_front();
      lock.unlock();
      next.resume();
      lock.lock();
    }
  }

  std::string host_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::coroutine_handle<>> ready_;
  std::set<std::string> seen_;
  int unfinished_ = 0;
};
