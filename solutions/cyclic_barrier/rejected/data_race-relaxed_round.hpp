// SPDX-License-Identifier: MIT
// Bug: relaxed operations order nothing: what a thread did before it came may be unseen afterwards.
#pragma once

#include <atomic>
#include <functional>
#include <utility>

class CyclicBarrier {
 public:
  CyclicBarrier(int parties, std::function<void()> on_trip)
      : parties_(static_cast<unsigned>(parties)), on_trip_(std::move(on_trip)) {}

  int arrive_and_wait() {
    constexpr auto relaxed = std::memory_order_relaxed;
    const unsigned ticket = tickets_.fetch_add(1, relaxed);
    const unsigned round = ticket / parties_;
    const unsigned index = parties_ - 1 - ticket % parties_;
    const unsigned until = index == 0 ? round : round + 1;
    for (unsigned done = complete_.load(relaxed); done < until; done = complete_.load(relaxed)) {
      complete_.wait(done, relaxed);
    }
    if (index != 0) return static_cast<int>(index);
    on_trip_();
    complete_.store(round + 1, relaxed);
    complete_.notify_all();
    return 0;
  }

 private:
  const unsigned parties_;
  const std::function<void()> on_trip_;
  std::atomic<unsigned> tickets_{0};
  std::atomic<unsigned> complete_{0};
};
