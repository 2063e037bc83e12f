// SPDX-License-Identifier: MIT
// Four threads that live through the whole crawl and meet at a std::barrier after every layer.
// Pages of a layer are taken by an atomic index; the barrier's completion, which one thread runs
// while all are stopped, sorts out the next layer without a lock.
#pragma once

#include <atomic>
#include <barrier>
#include <cstddef>
#include <set>
#include <string>
#include <thread>
#include <vector>

class Solution {
 public:
  std::vector<std::string> crawl(std::string startUrl, HtmlParser htmlParser) {
    const std::string host = host_of(startUrl);
    std::set<std::string> seen{startUrl};
    std::vector<std::string> layer{startUrl};
    std::vector<std::vector<std::string>> links(1);
    std::atomic<std::size_t> next{0};

    const auto next_layer = [&]() noexcept {
      layer.clear();
      for (const std::vector<std::string>& on_page : links) {
        for (const std::string& link : on_page) {
          if (host_of(link) == host && seen.insert(link).second) layer.push_back(link);
        }
      }
      links.assign(layer.size(), {});
      next = 0;
    };
    std::barrier layer_done(kThreads, next_layer);

    const auto work = [&] {
      while (!layer.empty()) {
        for (std::size_t i = next++; i < layer.size(); i = next++) {
          links[i] = htmlParser.getUrls(layer[i]);
        }
        layer_done.arrive_and_wait();
      }
    };
    std::vector<std::jthread> others;
    for (int i = 1; i < kThreads; ++i) others.emplace_back(work);
    work();
    others.clear();
    return {seen.begin(), seen.end()};
  }

 private:
  static constexpr int kThreads = 4;

  static std::string host_of(const std::string& url) { return url.substr(0, url.find('/', 7)); }
};
