// SPDX-License-Identifier: MIT
// Bug: no threads. The right pages, one after the other: eight of them take 120 ms where 45 ms are
// enough.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

class Solution {
 public:
  std::vector<std::string> crawl(std::string startUrl, HtmlParser htmlParser) {
    const std::string host = host_of(startUrl);
    std::set<std::string> seen{startUrl};
    std::vector<std::string> layer{startUrl};
    while (!layer.empty()) {
      std::vector<std::vector<std::string>> links(layer.size());
      for (std::size_t i = 0; i < layer.size(); ++i) links[i] = htmlParser.getUrls(layer[i]);
      layer.clear();
      for (const std::vector<std::string>& on_page : links) {
        for (const std::string& link : on_page) {
          if (host_of(link) == host && seen.insert(link).second) layer.push_back(link);
        }
      }
    }
    return {seen.begin(), seen.end()};
  }

 private:
  static std::string host_of(const std::string& url) { return url.substr(0, url.find('/', 7)); }
};
