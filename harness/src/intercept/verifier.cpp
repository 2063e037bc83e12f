// SPDX-License-Identifier: MIT
// What programs of the verification competitions (SV-COMP) call and leave to the verifier. A
// program may define them itself; then these are not used.
#include <type_traits>
#include <unordered_map>

#include "intercept/calls.hpp"
#include "intercept/common.hpp"
#include "trace/symbols.hpp"

namespace kata::intercept {

namespace {

void only_in_schedules() {
  if (!in_schedule()) unsupported("a function of SV-COMP's outside of a schedule");
}

std::uint64_t chosen(std::uint32_t count) {
  return model::world->chooser.choose(choice::Kind::entropy, count);
}

// Small values, because sizes and rounds come from here; in some schedules any value, and often one
// near the ends of the type, where arithmetic goes wrong.
std::uint64_t any(int bits, bool has_sign) {
  only_in_schedules();
  model::OpenValues& drawn = model::world->open_values;
  if (drawn == model::OpenValues::none)
    drawn = chosen(32) == 1 ? model::OpenValues::any : model::OpenValues::small;
  if (drawn == model::OpenValues::small) {
    const std::uint64_t value = chosen(8);
    return has_sign && value > 5 ? ~chosen(4) : value;
  }
  const std::uint64_t top = std::uint64_t{1} << (bits - 1);
  switch (chosen(6)) {
    case 2:
      return ~chosen(4);
    case 3:
      return top - 1 - chosen(2);
    case 4:
      return top + chosen(2);
    case 5: {
      std::uint64_t value = 0;
      for (int i = 0; i < bits; i += 16) value = value << 16 | chosen(1U << 16);
      return value;
    }
    default:
      return chosen(8);
  }
}

}  // namespace

#define KATA_ANY(name, type)                                                 \
  KATA_EXPORT type __VERIFIER_nondet_##name() {                              \
    return static_cast<type>(any(8 * sizeof(type), std::is_signed_v<type>)); \
  }

KATA_ANY(char, char)
KATA_ANY(schar, signed char)
KATA_ANY(uchar, unsigned char)
KATA_ANY(short, short)
KATA_ANY(ushort, unsigned short)
KATA_ANY(int, int)
KATA_ANY(uint, unsigned)
KATA_ANY(unsigned, unsigned)
KATA_ANY(long, long)
KATA_ANY(ulong, unsigned long)
KATA_ANY(longlong, long long)
KATA_ANY(ulonglong, unsigned long long)
KATA_ANY(size_t, std::size_t)
KATA_ANY(u8, std::uint8_t)
KATA_ANY(u16, std::uint16_t)
KATA_ANY(u32, std::uint32_t)
KATA_ANY(loff_t, long long)

KATA_EXPORT bool __VERIFIER_nondet_bool() {
  only_in_schedules();
  return chosen(2) != 0;
}
KATA_EXPORT float __VERIFIER_nondet_float() {
  return static_cast<float>(static_cast<int>(any(32, true))) / 4;
}
KATA_EXPORT double __VERIFIER_nondet_double() {
  return static_cast<double>(static_cast<long>(any(64, true))) / 4;
}
// Where memory could be is the program's to say.
KATA_EXPORT void* __VERIFIER_nondet_pointer() { return nullptr; }

// A run in which it does not hold is none of the program's.
KATA_EXPORT void __VERIFIER_assume(int holds) {
  only_in_schedules();
  if (holds == 0) model::world->end();
}

KATA_EXPORT void __VERIFIER_error() {
  only_in_schedules();
  model::world->stop(model::Verdict::crash, "the program called __VERIFIER_error");
}
KATA_EXPORT void reach_error() {
  only_in_schedules();
  model::world->stop(model::Verdict::crash, "the program called reach_error");
}

KATA_EXPORT void __VERIFIER_atomic_begin() {
  only_in_schedules();
  model::world->begin_exclusive();
}
KATA_EXPORT void __VERIFIER_atomic_end() {
  only_in_schedules();
  model::world->end_exclusive();
}

// Whole functions are atomic by their names.
namespace {

bool is_atomic(const void* inside) {
  static std::unordered_map<std::uint32_t, bool> known;
  const auto [at, is_new] = known.try_emplace(pc_of(inside), false);
  if (is_new) {
    const std::vector<trace::Frame>& frames = trace::frames_of(at->first);
    at->second = !frames.empty() && frames.back().function.starts_with("__VERIFIER_atomic_");
  }
  return at->second;
}

}  // namespace

void begin_function(const void* inside) {
  if (is_atomic(inside)) model::world->begin_exclusive();
}

void end_function(const void* inside) {
  if (is_atomic(inside)) model::world->end_exclusive();
}

}  // namespace kata::intercept
