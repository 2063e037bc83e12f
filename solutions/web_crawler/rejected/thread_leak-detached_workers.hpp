// SPDX-License-Identifier: MIT
// Bug: the workers are detached, and crawl() waits for the last page only. What they share is kept
// alive for them, but they go on after crawl() has returned.
#pragma once

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <unordered_set>
#include <vector>

class Solution {
 public:
  std::vector<std::string> crawl(std::string startUrl, HtmlParser htmlParser) {
    const std::string host = host_of(startUrl);
    const auto shared = std::make_shared<Shared>();
    shared->seen.insert(startUrl);
    shared->to_fetch.push_back(startUrl);

    const auto work = [shared, host, htmlParser]() mutable {
      auto& [mutex, changed, seen, to_fetch, unfinished] = *shared;
      std::unique_lock<std::mutex> lock(mutex);
      for (;;) {
        while (to_fetch.empty() && unfinished > 0) changed.wait(lock);
        if (to_fetch.empty()) return;
        const std::string url = to_fetch.front();
        to_fetch.pop_front();
        lock.unlock();
        const std::vector<std::string> links = htmlParser.getUrls(url);
        lock.lock();
        for (const std::string& link : links) {
          if (host_of(link) != host || !seen.insert(link).second) continue;
          to_fetch.push_back(link);
          ++unfinished;
          changed.notify_one();
        }
        if (--unfinished == 0) changed.notify_all();
      }
    };

    for (int i = 0; i < 4; ++i) std::thread(work).detach();
    std::unique_lock<std::mutex> lock(shared->mutex);
    shared->changed.wait(lock, [&] { return shared->unfinished == 0; });
    return {shared->seen.begin(), shared->seen.end()};
  }

 private:
  struct Shared {
    std::mutex mutex;
    std::condition_variable changed;
    std::unordered_set<std::string> seen;
    std::deque<std::string> to_fetch;
    int unfinished = 1;  // queued or being fetched
  };

  static std::string host_of(const std::string& url) { return url.substr(0, url.find('/', 7)); }
};
