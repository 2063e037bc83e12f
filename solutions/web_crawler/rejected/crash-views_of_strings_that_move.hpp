// SPDX-License-Identifier: MIT
// Bug: the set holds views of strings in a vector, which move when the vector grows. A long string
// takes its letters along, so it goes well; a short one keeps them inside of itself, and the view
// looks at memory that was given back. A deque would leave its elements where they are.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

class Solution {
 public:
  std::vector<std::string> crawl(std::string startUrl, HtmlParser htmlParser) {
    add(startUrl);
    {
      std::vector<std::jthread> workers;
      for (int i = 0; i < 4; ++i) {
        workers.emplace_back([&] { work(host_of(startUrl), htmlParser); });
      }
    }
    return pages_;
  }

 private:
  static std::string_view host_of(std::string_view url) { return url.substr(0, url.find('/', 7)); }

  void work(std::string_view host, HtmlParser& parser) {
    std::unique_lock<std::mutex> lock(mutex_);
    for (;;) {
      changed_.wait(lock, [&] { return fetched_ < pages_.size() || in_progress_ == 0; });
      if (fetched_ == pages_.size()) return;
      const std::string url = pages_[fetched_++];
      ++in_progress_;
      lock.unlock();
      const std::vector<std::string> links = parser.getUrls(url);
      lock.lock();
      --in_progress_;
      for (const std::string& link : links) {
        if (host_of(link) == host && !seen_.contains(link)) add(link);
      }
      changed_.notify_all();
    }
  }

  void add(const std::string& url) {
    pages_.push_back(url);
    seen_.insert(pages_.back());
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<std::string> pages_;
  std::set<std::string_view> seen_;
  std::size_t fetched_ = 0;
  int in_progress_ = 0;
};
