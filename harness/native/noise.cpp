// SPDX-License-Identifier: MIT
#include "native/noise.hpp"

#include <sched.h>
#include <sys/prctl.h>

#include "native/run.hpp"

namespace kata::native {

namespace {

cpu_set_t processors;
int processor_numbers[CPU_SETSIZE];
int processor_count = 0;
int the_core = 0;  // of the schedule that uses one

void run_on(const cpu_set_t& set) {
  kernel::call(SYS_sched_setaffinity, 0, sizeof set, kernel::word(&set));
}

void spin(std::uint32_t rounds) {
  for (std::uint32_t i = 0; i < rounds; ++i) asm volatile("pause");
}

}  // namespace

void look_for_processors() {
  CPU_ZERO(&processors);
  kernel::call(SYS_sched_getaffinity, 0, sizeof processors, kernel::word(&processors));
  for (int i = 0; i < CPU_SETSIZE; ++i) {
    if (CPU_ISSET(i, &processors)) processor_numbers[processor_count++] = i;
  }
  // Short sleeps are to be short: threads inherit this.
  kernel::call(SYS_prctl, PR_SET_TIMERSLACK, 1);
}

void draw_features() {
  constexpr unsigned levels[] = {0, 8, 32, 96};
  Random& random = run.draws;
  run.features.noise = levels[random.below(4)];
  run.features.naps = random.below(2) == 0;
  run.features.spurious = random.below(4) == 0;
  run.features.place = static_cast<Features::Place>(random.below(3));
  the_core = processor_count == 0
                 ? 0
                 : processor_numbers[random.below(static_cast<std::uint32_t>(processor_count))];
}

void take_place() {
  if (processor_count < 2) return;
  if (run.features.place == Features::Place::anywhere) return run_on(processors);
  int core = the_core;
  if (run.features.place == Features::Place::a_core_each) {
    core = processor_numbers[me->random.below(static_cast<std::uint32_t>(processor_count))];
  }
  cpu_set_t one;
  CPU_ZERO(&one);
  CPU_SET(core, &one);
  run_on(one);
}

void noise(unsigned weight) {
  if (me == nullptr || me->unseen > 0 || run.features.noise == 0) return;
  const std::uint64_t drawn = me->random.next();
  if ((drawn & 255) >= run.features.noise * weight) return;
  const auto amount = static_cast<std::uint32_t>(drawn >> 32);
  switch (drawn >> 8 & 7) {
    case 0:
    case 1:
    case 2:
      return kernel::yield();
    case 3:
    case 4:
      return spin(amount % 2'000);
    default:
      // Even a nap of a nanosecond lets others run.
      return run.features.naps ? kernel::nap(amount % 60'000) : spin(amount % 10'000);
  }
}

bool wakes_spuriously() {
  return me != nullptr && run.features.spurious && me->random.below(8) == 0;
}

}  // namespace kata::native
