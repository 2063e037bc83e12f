// SPDX-License-Identifier: MIT
// Each page is a std::async that starts one for every new link and waits for them: a tree of
// threads in the shape of the web. Short; as many threads as pages.
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
    first_time(startUrl);
    visit(startUrl, htmlParser);
    return {seen_.begin(), seen_.end()};
  }

 private:
  void visit(const std::string& url, HtmlParser& parser) {
    const std::vector<std::string> links = parser.getUrls(url);
    std::vector<std::future<void>> visits;
    for (const std::string& link : links) {
      if (host_of(link) != host_ || !first_time(link)) continue;
      visits.push_back(std::async(std::launch::async, [&] { visit(link, parser); }));
    }
    for (std::future<void>& visit : visits) visit.get();
  }

  bool first_time(const std::string& url) {
    const std::lock_guard<std::mutex> lock(mutex_);
    return seen_.insert(url).second;
  }

  static std::string host_of(const std::string& url) { return url.substr(0, url.find('/', 7)); }

  std::string host_;
  std::mutex mutex_;
  std::set<std::string> seen_;
};
