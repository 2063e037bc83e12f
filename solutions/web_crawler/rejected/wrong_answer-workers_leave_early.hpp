// SPDX-License-Identifier: MIT
// Bug: a worker that finds the queue empty goes home. At the start that is every worker but one:
// the only page is being fetched. The one that stays finds all pages, alone.
#pragma once

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
    std::unordered_set<std::string> seen{startUrl};
    std::deque<std::string> to_fetch{startUrl};

    const auto work = [&] {
      std::unique_lock<std::mutex> lock(mutex);
      for (;;) {
        if (to_fetch.empty()) return;
        const std::string url = to_fetch.front();
        to_fetch.pop_front();
        lock.unlock();
        const std::vector<std::string> links = htmlParser.getUrls(url);
        lock.lock();
        for (const std::string& link : links) {
          if (host_of(link) != host || !seen.insert(link).second) continue;
          to_fetch.push_back(link);
        }
      }
    };

    std::vector<std::thread> workers;
    for (int i = 0; i < 4; ++i) workers.emplace_back(work);
    for (std::thread& worker : workers) worker.join();
    return {seen.begin(), seen.end()};
  }

 private:
  static std::string host_of(const std::string& url) { return url.substr(0, url.find('/', 7)); }
};
