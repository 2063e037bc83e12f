// SPDX-License-Identifier: MIT
// How many schedules of FooBar (n = 4) a second: under control, on real threads created each time,
// and on two real threads that wait for work. Prints the three and their ratios; each is the median
// of five rounds taken in turn, so that a drift of the machine's speed meets all three.
#include <algorithm>
#include <barrier>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <thread>
#include <vector>

#include "foo_bar_answer.hpp"
#include "report_of.hpp"

namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

void check(const std::string& text) {
  if (text == "fbfbfbfb") return;
  std::fprintf(stderr, "wrong output: %s\n", text.c_str());
  std::exit(3);
}

double created_each_time(int runs) {
  const auto start = Clock::now();
  for (int i = 0; i < runs; ++i) {
    std::string text;
    FooBar answer(4);
    std::thread foo([&] { answer.foo([&] { text += 'f'; }); });
    std::thread bar([&] { answer.bar([&] { text += 'b'; }); });
    foo.join();
    bar.join();
    check(text);
  }
  return runs / seconds_since(start);
}

double pool(int runs) {
  std::string text;
  FooBar* answer = nullptr;
  bool over = false;
  std::barrier begin(3);
  std::barrier end(3);
  const auto serve = [&](bool is_foo) {
    for (;;) {
      begin.arrive_and_wait();
      if (over) return;
      if (is_foo) {
        answer->foo([&] { text += 'f'; });
      } else {
        answer->bar([&] { text += 'b'; });
      }
      end.arrive_and_wait();
    }
  };
  std::thread foo(serve, true);
  std::thread bar(serve, false);
  const auto start = Clock::now();
  for (int i = 0; i < runs; ++i) {
    text.clear();
    FooBar one(4);
    answer = &one;
    begin.arrive_and_wait();
    end.arrive_and_wait();
    check(text);
  }
  const double rate = runs / seconds_since(start);
  over = true;
  begin.arrive_and_wait();
  foo.join();
  bar.join();
  return rate;
}

// The harness reports its own duration, so that starting the process is not counted.
double controlled(int schedules) {
  const std::string report =
      report_of(std::string(KATA_CONTROLLED) + " --schedules " + std::to_string(schedules));
  return schedules / (figure(report, "duration_ms") / 1000);
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

}  // namespace

int main() {
  std::vector<double> ours, created, pooled;
  for (int round = 0; round < 5; ++round) {
    ours.push_back(controlled(200'000));
    created.push_back(created_each_time(4'000));
    pooled.push_back(pool(20'000));
  }
  const double base = median(ours);
  std::printf("FooBar, n = 4, schedules a second (median of 5)\n");
  std::printf("  under control, race detection on   %10.0f\n", base);
  std::printf("  real threads, created each time    %10.0f   control is %5.1f times as fast\n",
              median(created), base / median(created));
  std::printf("  real threads, a pool               %10.0f   control is %5.1f times as fast\n",
              median(pooled), base / median(pooled));
}
