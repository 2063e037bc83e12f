// SPDX-License-Identifier: MIT
// Bug: the threads of a layer add what they found to one vector without a lock. Adding to a vector
// writes its size, and sometimes moves all of it.
#pragma once

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
    while (!layer.empty()) {
      std::vector<std::string> links;
      std::vector<std::thread> fetches;
      for (std::size_t i = 0; i < layer.size(); ++i) {
        fetches.emplace_back([&, i] {
          for (const std::string& link : htmlParser.getUrls(layer[i])) links.push_back(link);
        });
      }
      for (std::thread& fetch : fetches) fetch.join();
      layer.clear();
      for (const std::string& link : links) {
        if (host_of(link) == host && seen.insert(link).second) layer.push_back(link);
      }
    }
    return {seen.begin(), seen.end()};
  }

 private:
  static std::string host_of(const std::string& url) { return url.substr(0, url.find('/', 7)); }
};
