// SPDX-License-Identifier: MIT
// Bug: whether a page was seen and that it is seen now are two steps, each under the lock. Between
// them another thread may ask about the same page and get the same answer: it is fetched twice.
#pragma once

#include <future>
#include <mutex>
#include <set>
#include <string>
#include <vector>

class Solution {
 public:
  std::vector<std::string> crawl(std::string startUrl, HtmlParser htmlParser) {
    host_ = host_of(startUrl);
    mark(startUrl);
    visit(startUrl, htmlParser);
    return {seen_.begin(), seen_.end()};
  }

 private:
  void visit(const std::string& url, HtmlParser& parser) {
    const std::vector<std::string> links = parser.getUrls(url);
    std::vector<std::future<void>> visits;
    for (const std::string& link : links) {
      if (host_of(link) != host_ || was_seen(link)) continue;
      mark(link);
      visits.push_back(std::async(std::launch::async, [&] { visit(link, parser); }));
    }
    for (std::future<void>& visit : visits) visit.get();
  }

  bool was_seen(const std::string& url) {
    const std::lock_guard<std::mutex> lock(mutex_);
    return seen_.count(url) > 0;
  }

  void mark(const std::string& url) {
    const std::lock_guard<std::mutex> lock(mutex_);
    seen_.insert(url);
  }

  static std::string host_of(const std::string& url) { return url.substr(0, url.find('/', 7)); }

  std::string host_;
  std::mutex mutex_;
  std::set<std::string> seen_;
};
