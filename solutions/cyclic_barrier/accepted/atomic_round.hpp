// SPDX-License-Identifier: MIT
// No lock: tickets tell the calls of a round apart, and threads wait for the number of complete
// rounds, an atomic, to reach theirs.
#pragma once

#include <atomic>
#include <functional>
#include <utility>

class CyclicBarrier {
 public:
  CyclicBarrier(int parties, std::function<void()> on_trip)
      : parties_(static_cast<unsigned>(parties)), on_trip_(std::move(on_trip)) {}

  int arrive_and_wait() {
    const unsigned ticket = tickets_.fetch_add(1);
    const unsigned round = ticket / parties_;
    const unsigned index = parties_ - 1 - ticket % parties_;
    if (index != 0) {
      // The last of the round has to know that all have come, not only that they have tickets: the
      // addition above is all that there is to coming.
      for (unsigned done = complete_.load(); done <= round; done = complete_.load()) {
        complete_.wait(done);
      }
      return static_cast<int>(index);
    }
    // The rounds end in order.
    for (unsigned done = complete_.load(); done != round; done = complete_.load()) {
      complete_.wait(done);
    }
    on_trip_();
    complete_.store(round + 1);
    complete_.notify_all();
    return 0;
  }

 private:
  const unsigned parties_;
  const std::function<void()> on_trip_;
  std::atomic<unsigned> tickets_{0};
  std::atomic<unsigned> complete_{0};
};
