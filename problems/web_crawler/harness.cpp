// SPDX-License-Identifier: MIT
// web_crawler: random small webs. Which pages are fetched is judged in adversarial time; how many
// at once in ideal time, where only getUrls takes time and the clock measures nothing else.
#include <kata/kata.hpp>

#include "answer.hpp"

namespace kata_oracle {

using std::chrono::nanoseconds;

constexpr nanoseconds kFetch = std::chrono::milliseconds(15);
constexpr int kAtOnce = 4;  // fetches that an answer must have in progress if there are as many
constexpr int kMostPages = 8;

/// A web and the books about one crawl of it. Everything is allocated before the submission runs
/// and is written under judge() only.
class Web {
 public:
  Web(kata::Schedule& schedule, int pages) : schedule_(schedule), links_(std::size_t(pages)) {
    // Unseen, because watching it would cost more than the crawl.
    schedule_.judge([&] {
      draw_names(pages);
      draw_links(pages);
      measure_distances();
      began_.reserve(std::size_t(pages));
    });
  }

  const std::string& start() const { return names_[0]; }

  std::vector<std::string> fetch(const std::string& url) {
    const std::string complaint = schedule_.judge([&] { return begin_fetch(url); });
    if (!complaint.empty()) schedule_.fail(complaint);
    schedule_.elapse(kFetch);
    return links_[schedule_.judge([&] { return index(url); })];
  }

  void check_result(std::vector<std::string> result) {
    const Complaint found = schedule_.judge([&] { return examine(result); });
    if (!found.message.empty()) schedule_.fail(found.message, found.expected, found.got);
  }

  // With kAtOnce fetches in progress whenever there are as many pages to fetch, and all of them
  // when there are fewer, every round of 15 ms either has kAtOnce fetches or finishes the pages
  // that are nearest to the start among those left. So there are no more rounds than this.
  int rounds_allowed() const {
    const int pages = int(names_.size());
    const int layers = 1 + *std::max_element(distance_.begin(), distance_.end());
    return layers + (pages - layers) / kAtOnce;
  }

  void seal(kata::Seal& seal) const { seal(names_, links_, fetched_, began_, distance_); }

  void check_makespan() {
    schedule_.judge([] {});  // what is read here is what was written under judge()
    const int rounds = rounds_allowed();
    if (schedule_.now() < (rounds + 1) * kFetch) return;  // what is less than a fetch is forgiven
    schedule_.fail("crawl() took " + in_ms(schedule_.now()) + " of virtual time; with " +
                       std::to_string(kAtOnce) + " fetches at a time it takes no more than " +
                       in_ms(rounds * kFetch) + ". Fetches that began: " + begun_when(),
                   in_ms(rounds * kFetch), in_ms(schedule_.now()));
  }

 private:
  struct Complaint {
    std::string message;
    std::string expected;
    std::string got;
  };

  static constexpr int kUnknown = -1;  // a distance that was not measured yet

  // Pages that may exist, and others on hosts that a careless comparison takes for theirs.
  struct Names {
    const char* host;
    const char* paths[kMostPages];
    const char* elsewhere[8];
  };

  static constexpr Names kLong = {
      "http://news.example.com",
      {"", "/", "/world", "/world/today", "/sport", "/sport/news", "/world2", "/about/"},
      {"http://news.example.community", "http://news.example.community/world",
       "http://news.example.co/world", "http://example.com", "http://my.news.example.com/world",
       "http://news.example.com.mirror.org", "http://mirror.org/news.example.com",
       "http://olds.example.com/world"}};

  // Short enough to be kept inside of a std::string, so that they move when the string moves: who
  // keeps a pointer or a view into a string that moves finds something else there.
  static constexpr Names kShort = {
      "http://ab.io",
      {"", "/", "/w", "/wt", "/s", "/sn", "/w2", "/a/"},
      {"http://ab.ion", "http://ab.ion/w", "http://ab.i/w", "http://io", "http://m.ab.io/w",
       "http://ab.io.org", "http://c.org/ab.io", "http://xb.io/w"}};

  void draw_names(int pages) {
    // Most webs have long names, which show the same faults and read better.
    used_ = pick(4) == 0 ? &kShort : &kLong;
    for (const int path : schedule_.permutation(kMostPages)) {
      if (int(names_.size()) < pages) {
        names_.push_back(std::string(used_->host) + used_->paths[path]);
      }
    }
    fetched_.resize(names_.size(), 0);
    distance_.resize(names_.size(), kUnknown);
  }

  void draw_links(int pages) {
    static constexpr const char* kParent[kMostPages] = {"",
                                                        "page 1 is linked from page",
                                                        "page 2 is linked from page",
                                                        "page 3 is linked from page",
                                                        "page 4 is linked from page",
                                                        "page 5 is linked from page",
                                                        "page 6 is linked from page",
                                                        "page 7 is linked from page"};
    for (int page = 1; page < pages; ++page) link(schedule_.draw(kParent[page], 0, page - 1), page);
    // Links back, across, to the page itself, twice to the same page.
    const int more = schedule_.draw("more links", 0, pages + 1);
    for (int i = 0; i < more; ++i) {
      const int from = pick(pages);
      link(from, pick(pages));
    }
    const int elsewhere = schedule_.draw("links to other hosts", 0, 3);
    for (int i = 0; i < elsewhere; ++i) {
      links_[std::size_t(pick(pages))].push_back(
          used_->elsewhere[pick(int(std::size(used_->elsewhere)))]);
    }
    for (auto& on_page : links_) {
      std::vector<std::string> shuffled;
      for (const int i : schedule_.permutation(int(on_page.size()))) {
        shuffled.push_back(on_page[std::size_t(i)]);
      }
      on_page = std::move(shuffled);
    }
  }

  // Any of 0 … count-1, each with the same chance.
  int pick(int count) { return schedule_.permutation(count)[0]; }

  void link(int from, int to) { links_[std::size_t(from)].push_back(names_[std::size_t(to)]); }

  void measure_distances() {
    std::deque<std::size_t> next{0};
    distance_[0] = 0;
    while (!next.empty()) {
      const std::size_t page = next.front();
      next.pop_front();
      for (const std::string& url : links_[page]) {
        const std::size_t target = index(url);
        if (target == names_.size() || distance_[target] != kUnknown) continue;
        distance_[target] = distance_[page] + 1;
        next.push_back(target);
      }
    }
  }

  std::size_t index(const std::string& url) const {
    return std::size_t(std::find(names_.begin(), names_.end(), url) - names_.begin());
  }

  std::string begin_fetch(const std::string& url) {
    const std::size_t page = index(url);
    if (page == names_.size()) {
      for (const char* other : used_->elsewhere) {
        if (url == other) return url + " was fetched; its host is not that of " + start();
      }
      return "“" + url + "” was fetched, to which no page links";
    }
    if (fetched_[page]++ != 0) return url + " was fetched a second time";
    began_.push_back(schedule_.now());
    return "";
  }

  // "1 at 0 ms, 3 at 15 ms"
  std::string begun_when() const {
    std::string text;
    for (std::size_t i = 0; i < began_.size();) {
      const auto count = std::count(began_.begin(), began_.end(), began_[i]);
      text += (text.empty() ? "" : ", ") + std::to_string(count) + " at " + in_ms(began_[i]);
      i += std::size_t(count);
    }
    return text;
  }

  Complaint examine(std::vector<std::string>& result) const {
    std::sort(result.begin(), result.end());
    const auto twice = std::adjacent_find(result.begin(), result.end());
    if (twice != result.end()) return {*twice + " is twice in the result", "", ""};
    std::vector<std::string> expected = names_;
    std::sort(expected.begin(), expected.end());
    for (const std::string& page : expected) {
      if (std::binary_search(result.begin(), result.end(), page)) continue;
      return {page + " can be reached from " + start() + " and is not in the result",
              listed(expected), listed(result)};
    }
    if (result.size() > expected.size()) {
      return {"the result has pages that do not belong in it", listed(expected), listed(result)};
    }
    for (std::size_t page = 0; page < names_.size(); ++page) {
      if (fetched_[page] == 0) return {names_[page] + " was never fetched", "", ""};
    }
    return {};
  }

  static std::string in_ms(nanoseconds time) {
    return std::to_string(std::chrono::duration_cast<std::chrono::milliseconds>(time).count()) +
           " ms";
  }

  static std::string listed(const std::vector<std::string>& urls) {
    std::string text;
    for (const std::string& url : urls) text += (text.empty() ? "" : ", ") + url;
    return text;
  }

  kata::Schedule schedule_;
  const Names* used_ = &kLong;
  std::vector<std::string> names_;
  std::vector<std::vector<std::string>> links_;
  std::vector<int> fetched_;
  std::vector<nanoseconds> began_;  // when each first fetch of a page did, in order
  std::vector<int> distance_;
  kata::Sealed sealed_{*this};
};

auto fetching(Web& web) {
  return [&web](const std::string& url) { return web.fetch(url); };
}

void right_pages(kata::Schedule& schedule) {
  Web web(schedule, schedule.draw("pages", 1, kMostPages));
  const auto answer = make_answer();
  std::vector<std::string> result =
      schedule.ask([&] { return answer->crawl(web.start(), fetching(web)); });
  schedule.expect_no_threads_left("crawl()");
  web.check_result(std::move(result));
}

void fetches_at_once(kata::Schedule& schedule) {
  Web web(schedule, schedule.draw("pages", 3, kMostPages));
  const auto answer = make_answer();
  std::vector<std::string> result =
      schedule.ask([&] { return answer->crawl(web.start(), fetching(web)); });
  schedule.expect_no_threads_left("crawl()");
  web.check_makespan();
  web.check_result(std::move(result));
}

}  // namespace kata_oracle

KATA_JUDGE(kata::scenario("which pages", kata_oracle::right_pages,
                          {.time = kata::Time::adversarial, .weight = 3});
           kata::scenario("how many at once", kata_oracle::fetches_at_once,
                          {.time = kata::Time::ideal, .weight = 1});)
