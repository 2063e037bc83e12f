// SPDX-License-Identifier: MIT
// Tells a schedule that hangs from one that is slow. A machine may be busy with other things, so it
// is not time alone that decides but what the kernel says of the threads.
#pragma once

#include <cstdint>

namespace kata::native {

class Watch {
 public:
  /// A schedule begins.
  void begin();

  /// Looks at the schedule's threads; call it every few dozen milliseconds. Posts the failure if
  /// they hang.
  void look();

 private:
  /// All threads of the schedule together.
  struct Sample {
    bool asleep = true;        ///< none can run
    std::uint64_t cpu = 0;     ///< nanoseconds
    std::uint64_t slices = 0;  ///< how often they were put on a processor
  };
  static Sample sample();
  void judge(std::int64_t now, const Sample& seen);

  std::uint64_t progress_ = 0;
  std::int64_t progressed_ = 0;  // when
  std::uint64_t cpu_then_ = 0;
  Sample last_;
  std::int64_t quiet_since_ = 0;
  int quiet_looks_ = 0;
  int looks_ = 0, asleep_looks_ = 0;  // since there was progress
};

}  // namespace kata::native
