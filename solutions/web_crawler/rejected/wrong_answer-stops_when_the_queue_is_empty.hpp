// SPDX-License-Identifier: MIT
// Bug: takes an empty queue for the end. The page that is being fetched may have links; by the time
// they are queued, the workers have been told to go.
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <string>
#include <thread>
#include <unordered_set>
#include <vector>

class Solution {
 public:
  std::vector<std::string> crawl(std::string startUrl, HtmlParser htmlParser) {
    const std::string host = host_of(startUrl);
    std::mutex mutex;
    std::condition_variable changed;
    std::unordered_set<std::string> seen{startUrl};
    std::deque<std::string> to_fetch{startUrl};
    bool finished = false;

    const auto work = [&] {
      std::unique_lock<std::mutex> lock(mutex);
      for (;;) {
        changed.wait(lock, [&] { return !to_fetch.empty() || finished; });
        if (finished) return;
        const std::string url = to_fetch.front();
        to_fetch.pop_front();
        changed.notify_all();
        lock.unlock();
        const std::vector<std::string> links = htmlParser.getUrls(url);
        lock.lock();
        for (const std::string& link : links) {
          if (host_of(link) != host || !seen.insert(link).second) continue;
          to_fetch.push_back(link);
          changed.notify_all();
        }
      }
    };

    std::vector<std::thread> workers;
    for (int i = 0; i < 4; ++i) workers.emplace_back(work);
    {
      std::unique_lock<std::mutex> lock(mutex);
      changed.wait(lock, [&] { return to_fetch.empty(); });
      finished = true;
      changed.notify_all();
    }
    for (std::thread& worker : workers) worker.join();
    return {seen.begin(), seen.end()};
  }

 private:
  static std::string host_of(const std::string& url) { return url.substr(0, url.find('/', 7)); }
};
