// SPDX-License-Identifier: MIT
// The call that the judge of web_crawler makes of an answer, how it is made on the student's class,
// and what the student's class is given.
#pragma once

#include <kata/answer.hpp>

namespace kata_oracle {

using GetUrls = kata::Callback<std::vector<std::string>(std::string url)>;

struct Answer {
  virtual ~Answer() = default;
  virtual std::vector<std::string> crawl(std::string start_url, GetUrls get_urls) = 0;
};

}  // namespace kata_oracle

/// What the submission is given. Copies speak of the same web.
class HtmlParser {
 public:
  explicit HtmlParser(kata_oracle::GetUrls get_urls) : get_urls_(get_urls) {}

  std::vector<std::string> getUrls(std::string url) { return get_urls_(std::move(url)); }

 private:
  kata_oracle::GetUrls get_urls_;
};

namespace kata_oracle {

template <class Solution>
struct Adapter final : Answer {
  std::vector<std::string> crawl(std::string start_url, GetUrls get_urls) override {
    KATA_CALL(std::vector<std::string>,
              "std::vector<std::string> crawl(std::string startUrl, HtmlParser htmlParser)",
              answer.crawl(std::move(start_url), HtmlParser(get_urls)));
  }

  Solution answer;
};

}  // namespace kata_oracle

KATA_ANSWER(Solution, "Solution()")
