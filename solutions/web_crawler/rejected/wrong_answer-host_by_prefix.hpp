// SPDX-License-Identifier: MIT
// Bug: a link counts as on the same host if it begins like the start page's host.
// http://news.example.community begins like http://news.example.com.
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
    int unfinished = 1;  // queued or being fetched

    const auto work = [&] {
      std::unique_lock<std::mutex> lock(mutex);
      for (;;) {
        changed.wait(lock, [&] { return !to_fetch.empty() || unfinished == 0; });
        if (to_fetch.empty()) return;
        const std::string url = to_fetch.front();
        to_fetch.pop_front();
        lock.unlock();
        const std::vector<std::string> links = htmlParser.getUrls(url);
        lock.lock();
        for (const std::string& link : links) {
          if (!link.starts_with(host) || !seen.insert(link).second) continue;
          to_fetch.push_back(link);
          ++unfinished;
          changed.notify_one();
        }
        if (--unfinished == 0) changed.notify_all();
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
