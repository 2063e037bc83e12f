// SPDX-License-Identifier: MIT
// Bug: the threads refer to links of a vector that is declared after them, so it is gone before
// they are joined: locals are destroyed in the reverse order. A jthread joins by itself, but not
// before its turn comes.
#pragma once

#include <functional>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <vector>

class Solution {
 public:
  std::vector<std::string> crawl(std::string startUrl, HtmlParser htmlParser) {
    host_ = host_of(startUrl);
    visit(startUrl, htmlParser);
    return {seen_.begin(), seen_.end()};
  }

 private:
  static std::string host_of(const std::string& url) { return url.substr(0, url.find('/', 7)); }

  void visit(const std::string& url, HtmlParser& parser) {
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      if (!seen_.insert(url).second) return;
    }
    std::vector<std::jthread> children;
    const std::vector<std::string> links = parser.getUrls(url);
    for (const std::string& link : links) {
      if (host_of(link) == host_) children.emplace_back([&] { visit(link, parser); });
    }
  }

  std::string host_;
  std::mutex mutex_;
  std::set<std::string> seen_;
};
