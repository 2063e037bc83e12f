// SPDX-License-Identifier: MIT
// Bug: leaves as soon as the start page turns out to have no links, and forgets the thread that
// fetched it. A std::thread that is destroyed without having been joined ends the program.
#pragma once

#include <condition_variable>
#include <mutex>
#include <queue>
#include <set>
#include <string>
#include <thread>
#include <utility>
#include <vector>

class Solution {
 public:
  std::vector<std::string> crawl(std::string startUrl, HtmlParser htmlParser) {
    const std::string host = host_of(startUrl);
    Channel found;
    std::vector<std::thread> fetches;
    std::set<std::string> seen;
    int in_progress = 0;
    const auto fetch = [&](const std::string& url) {
      if (host_of(url) != host || !seen.insert(url).second) return;
      ++in_progress;
      fetches.emplace_back(
          [&found, htmlParser, url]() mutable { found.send(htmlParser.getUrls(url)); });
    };
    for (fetch(startUrl); in_progress > 0; --in_progress) {
      for (const std::string& link : found.receive()) fetch(link);
    }
    if (seen.size() == 1) return {startUrl};
    for (std::thread& thread : fetches) thread.join();
    return {seen.begin(), seen.end()};
  }

 private:
  class Channel {
   public:
    void send(std::vector<std::string> links) {
      const std::lock_guard<std::mutex> lock(mutex_);
      sent_.push(std::move(links));
      came_.notify_one();
    }

    std::vector<std::string> receive() {
      std::unique_lock<std::mutex> lock(mutex_);
      came_.wait(lock, [&] { return !sent_.empty(); });
      std::vector<std::string> links = std::move(sent_.front());
      sent_.pop();
      return links;
    }

   private:
    std::mutex mutex_;
    std::condition_variable came_;
    std::queue<std::vector<std::string>> sent_;
  };

  static std::string host_of(const std::string& url) { return url.substr(0, url.find('/', 7)); }
};
