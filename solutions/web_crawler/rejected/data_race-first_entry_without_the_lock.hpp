// SPDX-License-Identifier: MIT
// Bug: the first visit is put into the list without the lock, “since nobody else is there yet”. But
// the task has been submitted by then, and its worker may already put a visit of its own there.
#pragma once

#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <semaphore>
#include <string>
#include <thread>
#include <unordered_set>
#include <utility>
#include <vector>

class Solution {
 public:
  std::vector<std::string> crawl(std::string startUrl, HtmlParser htmlParser) {
    const std::string host = host_of(startUrl);
    std::vector<std::thread> workers;
    for (int i = 0; i < kWorkers; ++i) workers.emplace_back([&] { work(); });

    std::unordered_set<std::string> seen{startUrl};
    std::mutex seen_mutex;
    std::deque<std::future<void>> visits;
    std::mutex visits_mutex;
    std::function<void(const std::string&)> visit = [&](const std::string& url) {
      for (const std::string& link : htmlParser.getUrls(url)) {
        if (host_of(link) != host) continue;
        {
          const std::lock_guard<std::mutex> lock(seen_mutex);
          if (!seen.insert(link).second) continue;
        }
        const std::lock_guard<std::mutex> lock(visits_mutex);
        visits.push_back(submit([&visit, link] { visit(link); }));
      }
    };
    visits.push_back(submit([&] { visit(startUrl); }));
    // A visit puts the visits that it starts at the end before it is done itself.
    for (;;) {
      std::unique_lock<std::mutex> lock(visits_mutex);
      if (visits.empty()) break;
      std::future<void> oldest = std::move(visits.front());
      visits.pop_front();
      lock.unlock();
      oldest.get();
    }

    for (int i = 0; i < kWorkers; ++i) put({});
    for (std::thread& worker : workers) worker.join();
    return {seen.begin(), seen.end()};
  }

 private:
  using Task = std::packaged_task<void()>;
  static constexpr int kWorkers = 6;

  template <class Function>
  std::future<void> submit(Function function) {
    Task task(std::move(function));
    std::future<void> done = task.get_future();
    put(std::move(task));
    return done;
  }

  void put(Task task) {
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      tasks_.push_back(std::move(task));
    }
    filled_.release();
  }

  void work() {
    for (;;) {
      filled_.acquire();
      std::unique_lock<std::mutex> lock(mutex_);
      Task task = std::move(tasks_.front());
      tasks_.pop_front();
      lock.unlock();
      if (!task.valid()) return;
      task();
    }
  }

  static std::string host_of(const std::string& url) { return url.substr(0, url.find('/', 7)); }

  std::mutex mutex_;
  std::deque<Task> tasks_;
  std::counting_semaphore<> filled_{0};
};
