// SPDX-License-Identifier: MIT
// Threads spread over several counters, so that they seldom meet on one cache line. value() adds
// them up: each grows in steps of one only, so the sum was right at some moment of the call.
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <thread>

class SharedCounter {
 public:
  void increment() {
    const std::size_t mine = std::hash<std::thread::id>()(std::this_thread::get_id()) % count;
    stripes_[mine].value.fetch_add(1);
  }

  long value() const {
    long sum = 0;
    for (const Stripe& stripe : stripes_) sum += stripe.value.load();
    return sum;
  }

 private:
  static constexpr std::size_t count = 2;
  struct alignas(64) Stripe {
    std::atomic<long> value{0};
  };
  Stripe stripes_[count];
};
