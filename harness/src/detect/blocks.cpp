// SPDX-License-Identifier: MIT
// What happens to a whole block of memory, which may be far larger than what was ever used of it.
#include <algorithm>

#include "detect/shadow.hpp"

namespace kata::detect {

template <class Do>
void Shadow::for_used(std::uintptr_t address, std::size_t size, Do each) {
  const std::uintptr_t end = address + size;
  while (address < end) {
    const std::uintptr_t chunks_end = ((address >> chunk_bits) + 1) << chunk_bits;
    const std::uintptr_t until = std::min(chunks_end, end);
    if (Cell* cells = find(address)) {
      for (; address < until; address += 8, ++cells) {
        if (cells->schedule() == schedule_) each(address, *cells);
      }
    }
    address = until;
  }
}

void Shadow::free_used(ThreadClock& thread, std::uintptr_t address, std::size_t size, Pc pc) {
  for_used(address, size, [&](std::uintptr_t at, Cell&) { free(thread, at, 8, pc); });
}

void Shadow::forget_used(std::uintptr_t address, std::size_t size) {
  for_used(address, size, [](std::uintptr_t, Cell& cell) { cell.shape = 0; });
}

}  // namespace kata::detect
