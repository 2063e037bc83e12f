// SPDX-License-Identifier: MIT
// A plain read or write of the submission's, as the compiler's instrumentation and the memory
// functions report it.
#pragma once

#include "intercept/common.hpp"
#include "model/atomic.hpp"

namespace kata::intercept {

/// An access that is not the most usual one; as one call at the very end, so that the usual way
/// through keeps no registers for it.
void other_access(std::uintptr_t address, std::size_t size, const void* return_address,
                  detect::Pc pc, bool write);

/// The two run at every access of the submission's; where `size` is a constant they come down to a
/// few loads and compares.
template <bool write>
[[gnu::always_inline]] inline void plain_access(const volatile void* memory, std::size_t size,
                                                const void* return_address, detect::Pc pc) {
  if (__builtin_constant_p(size) && size == 16) {
    plain_access<write>(memory, 8, return_address, pc);
    plain_access<write>(static_cast<const volatile char*>(memory) + 8, 8, return_address, pc);
    return;
  }
  model::Thread* thread = model::observed;
  if (thread == nullptr) return;
  const auto address = reinterpret_cast<std::uintptr_t>(memory);
  if (!__builtin_constant_p(size) || size > 8 || model::watching ||
      !model::shadow->usual<write>(thread->clock, address, size, pc)) {
    return other_access(address, size, return_address, pc, write);
  }
  model::world->plain_step();
}

[[gnu::always_inline]] inline void plain_read(const volatile void* memory, std::size_t size,
                                              const void* return_address, detect::Pc pc) {
  plain_access<false>(memory, size, return_address, pc);
}

[[gnu::always_inline]] inline void plain_write(const volatile void* memory, std::size_t size,
                                               const void* return_address, detect::Pc pc) {
  plain_access<true>(memory, size, return_address, pc);
}

[[gnu::always_inline]] inline void plain_read(const volatile void* memory, std::size_t size,
                                              const void* return_address) {
  plain_read(memory, size, return_address, pc_of(return_address));
}

[[gnu::always_inline]] inline void plain_write(const volatile void* memory, std::size_t size,
                                               const void* return_address) {
  plain_write(memory, size, return_address, pc_of(return_address));
}

}  // namespace kata::intercept
