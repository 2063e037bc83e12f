// SPDX-License-Identifier: MIT
#include "detect/shadow.hpp"

#include <sys/mman.h>

#include <bit>
#include <new>

namespace kata::detect {

Shadow::Shadow(OnRace on_race, OnDead on_dead, OnForeignStack on_foreign_stack, Stacks stacks)
    : stacks_(stacks), on_race_(on_race), on_dead_(on_dead), on_foreign_stack_(on_foreign_stack) {
  reset();
}

void Shadow::reset() {
  ++schedule_;
  for (std::size_t bytes = 0; bytes < std::size(shapes_); ++bytes) {
    const std::size_t size = std::size_t{1} << bytes;
    for (std::size_t at = 0; at + size <= 8; ++at) shapes_[bytes][at] = shape_of(at, size);
  }
  readers_used_ = 0;
  splits_.clear();
  atomics_used_ = 0;
}

inline Shadow::Cell* Shadow::chunk(std::uintptr_t number) {
  const Cached& cached = cache_[number % std::size(cache_)];
  return cached.address == number << chunk_bits ? cached.cells : find_chunk(number);
}

Shadow::Cell* Shadow::find_chunk(std::uintptr_t number) {
  Cell*& cells = chunks_[number];
  if (cells == nullptr) {
    // Zero pages on demand: a chunk costs only the pages whose cells are used.
    void* memory = mmap(nullptr, chunk_cells * sizeof(Cell), PROT_READ | PROT_WRITE,
                        MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (memory == MAP_FAILED) throw std::bad_alloc();
    cells = static_cast<Cell*>(memory);
  }
  cache_[number % std::size(cache_)] = {number << chunk_bits, cells};
  return cells;
}

inline Shadow::Cell& Shadow::cell(std::uintptr_t address) {
  Cell& found = chunk(address >> chunk_bits)[(address >> 3) & (chunk_cells - 1)];
  if (found.schedule() != schedule_) {
    found.begin(schedule_);
    found.history = {};
  }
  return found;
}

Shadow::Cell* Shadow::find(std::uintptr_t address) {
  const auto known = chunks_.find(address >> chunk_bits);
  if (known == chunks_.end()) return nullptr;
  return &known->second[(address >> 3) & (chunk_cells - 1)];
}

void Shadow::check(History& history, ThreadClock& thread, std::uintptr_t address, std::size_t size,
                   Pc pc, bool write, Access as) {
  if (history.write != 0 && !thread.after(history.write)) {
    on_race_({address, size, history.write, history.write_pc, Access::write, pc, as});
  }
  if (!write) return;
  if (history.readers != 0) {
    const VectorClock& readers = *readers_[history.readers - 1];
    for (std::uint32_t i = 0; i < readers.size(); ++i) {
      if (readers.get(i) > thread.known.get(i)) {
        on_race_({address, size, i << epoch_clock_bits | readers.get(i), history.read_pc,
                  Access::read, pc, as});
      }
    }
  } else if (history.read != history.write && !thread.after(history.read)) {
    on_race_({address, size, history.read, history.read_pc, Access::read, pc, as});
  }
}

void Shadow::update(History& history, const ThreadClock& thread, Pc pc, bool write) {
  if (write) {
    history.wrote(thread.epoch, pc);
    return;
  }
  if (history.readers != 0) {
    readers_[history.readers - 1]->set(thread.id, clock_of(thread.epoch));
  } else if (thread.after(history.read)) {
    history.read = thread.epoch;
  } else {  // two readers that nothing orders: both must be remembered
    VectorClock& readers = new_readers();
    readers.set(thread_of(history.read), clock_of(history.read));
    readers.set(thread.id, clock_of(thread.epoch));
    history.readers = readers_used_;
  }
  history.read_pc = pc;
}

void Shadow::check_atomics(const Cell& cell, ThreadClock& thread, std::uintptr_t address,
                           std::uint8_t mask, Pc pc, bool write) {
  for (std::uint32_t next = cell.atomics; next != 0; next = atomics_[next - 1]->next) {
    AtomicHistory& object = *atomics_[next - 1];
    if ((mask_of(object.address, object.size > 8 ? 8 : object.size) & mask) == 0) continue;
    const Access second = write ? Access::write : Access::read;
    for (std::uint32_t i = 0; i < object.writes.size(); ++i) {
      if (object.writes.get(i) > thread.known.get(i)) {
        on_race_({address, object.size, i << epoch_clock_bits | object.writes.get(i),
                  object.write_pc, Access::atomic_write, pc, second});
      }
    }
    if (write) {  // written over: whatever it published is gone
      object.released.clear();
      ++object.overwritten;
    }
    for (std::uint32_t i = 0; write && i < object.reads.size(); ++i) {
      if (object.reads.get(i) > thread.known.get(i)) {
        on_race_({address, object.size, i << epoch_clock_bits | object.reads.get(i), object.read_pc,
                  Access::atomic_read, pc, second});
      }
    }
  }
}

VectorClock& Shadow::new_readers() {
  if (readers_used_ == readers_.size()) readers_.push_back(std::make_unique<VectorClock>());
  VectorClock& fresh = *readers_[readers_used_++];
  fresh.clear();
  return fresh;
}

// Gives a cell of fewer histories `parts` of them, 2 or 8.
void Shadow::divide(Cell& cell, std::uint32_t parts) {
  const auto index = static_cast<std::uint32_t>(splits_.size());
  const std::uint32_t old = cell.history.read;
  splits_.resize(index + parts);
  for (std::uint32_t i = 0; i < parts; ++i) {
    const std::uint32_t byte = i * 8 / parts;
    if (!cell.is(halved) && (cell.mask() >> byte & 1) == 0) continue;  // not used so far
    History& fresh = splits_[index + i];
    fresh = cell.is(halved) ? splits_[old + byte / 4] : cell.history;
    if (fresh.readers != 0) {  // each part keeps its own set of readers
      const std::uint32_t shared = fresh.readers - 1;
      new_readers() = *readers_[shared];
      fresh.readers = readers_used_;
    }
  }
  cell.unset(has_readers | halved);
  cell.set(parts == 2 ? halved : split);
  cell.history.read = index;
}

void Shadow::use_after_free(const Cell& cell, ThreadClock& thread, std::uintptr_t address, Pc pc,
                            Access as) {
  if (thread.after(cell.history.write)) {
    on_dead_(address, cell.history.write_pc, cell.history.write);
  } else {
    on_race_({address, 1, cell.history.write, cell.history.write_pc, Access::free, pc, as});
  }
}

[[gnu::noinline]] void Shadow::word(Cell& cell, ThreadClock& thread, std::uintptr_t address,
                                    std::size_t size, Pc pc, bool write) {
  const std::uint8_t mask = mask_of(address, size);
  const Access as = write ? Access::write : Access::read;
  if (cell.atomics != 0) check_atomics(cell, thread, address, mask, pc, write);
  if (cell.is(freed)) {
    use_after_free(cell, thread, address, pc, as);
    return;
  }
  if (!cell.is(split | halved)) {
    if (cell.mask() == mask || cell.mask() == 0) {
      History& history = cell.history;
      if (cell.mask() != 0) check(history, thread, address, size, pc, write, as);
      if (write) note_write(thread, address, history);
      cell.set_mask(mask);
      update(history, thread, pc, write);
      cell.unset(has_readers);
      if (history.readers != 0) cell.set(has_readers);
      return;
    }
    divide(cell, is_of_halves(mask) && is_of_halves(cell.mask()) ? 2 : 8);
  }
  if (cell.is(halved) && !is_of_halves(mask)) divide(cell, 8);
  const unsigned step = cell.is(halved) ? 4 : 1;
  for (unsigned i = 0; i < 8; i += step) {
    if ((mask >> i & 1) == 0) continue;
    const std::size_t index = cell.history.read + i / step;
    if (extend(splits_[index], thread, address, pc, write)) continue;
    // An object of several bytes in a divided word: all that have this history are named.
    unsigned bytes = step;
    while (step == 1 && i + bytes < 8 && (mask >> (i + bytes) & 1) != 0 &&
           splits_[index + bytes].is_like(splits_[index])) {
      ++bytes;
    }
    check(splits_[index], thread, (address & ~std::uintptr_t{7}) + i, bytes, pc, write, as);
    if (write) note_write(thread, address, splits_[index]);
    update(splits_[index], thread, pc, write);
  }
  if (write && mask == 0xff) {  // all bytes have one history again, as a stack's words often do
    cell.unset(split | halved);
    cell.set_mask(mask);
    cell.history.wrote(thread.epoch, pc);
  }
}

// The usual case of a word with more than one history: one more reader of what nobody writes any
// more. False if it is another, or a race.
[[gnu::always_inline]] inline bool Shadow::access_shared(Cell& home, ThreadClock& thread,
                                                         std::uintptr_t address, std::size_t size,
                                                         Pc pc, bool write) {
  const std::uint8_t mask = mask_of(address, size);
  if (write || home.is(freed) || (home.atomic_bytes() & mask) != 0) return false;
  History* of_part = part(home, address, size);
  if (of_part == nullptr && (!home.is(has_readers) || home.mask() != mask)) return false;
  History& history = of_part != nullptr ? *of_part : home.history;
  if (history.readers == 0 || !thread.after(history.write)) return false;
  readers_[history.readers - 1]->set(thread.id, clock_of(thread.epoch));
  history.read_pc = pc;
  return true;
}

void Shadow::access(ThreadClock& thread, std::uintptr_t address, std::size_t size, Pc pc,
                    bool write) {
  while (size > 0) {
    const std::size_t room = 8 - (address & 7);
    const std::size_t part = size < room ? size : room;
    if (!(write ? usual<true, true>(thread, address, part, pc)
                : usual<false, true>(thread, address, part, pc)) &&
        !try_part(thread, address, part, pc, write)) {
      if (is_doubtful(thread, address)) on_foreign_stack_(address);
      Cell& home = cell(address);
      if (!access_shared(home, thread, address, part, pc, write)) {
        word(home, thread, address, part, pc, write);
      }
    }
    address += part;
    size -= part;
  }
}

void Shadow::name(ThreadClock& thread, std::uintptr_t address, Pc pc) {
  if (is_doubtful(thread, address)) on_foreign_stack_(address);
  const Cell& named = cell(address);
  if (named.is(freed)) use_after_free(named, thread, address, pc, Access::atomic_read);
}

bool Shadow::was_used_unknown_to(const ThreadClock& thread, std::uint32_t other,
                                 std::uintptr_t address) {
  const Cell& used = cell(address);
  const auto is_unknown = [&](Epoch moment) {
    return moment != 0 && thread_of(moment) == other && !thread.knows(moment);
  };
  const auto has_unknown = [&](const History& history) {
    if (is_unknown(history.write)) return true;
    if (history.readers == 0) return is_unknown(history.read);
    return readers_[history.readers - 1]->get(other) > thread.known.get(other);
  };
  for (std::uint32_t next = used.atomics; next != 0; next = atomics_[next - 1]->next) {
    const AtomicHistory& object = *atomics_[next - 1];
    const std::uint32_t known = thread.known.get(other);
    if (object.writes.get(other) > known || object.reads.get(other) > known) return true;
  }
  if (!used.is(split | halved)) return used.mask() != 0 && has_unknown(used.history);
  const std::uint32_t parts = used.is(halved) ? 2 : 8;
  for (std::uint32_t i = 0; i < parts; ++i) {
    if (has_unknown(splits_[used.history.read + i])) return true;
  }
  return false;
}

void Shadow::free(ThreadClock& thread, std::uintptr_t address, std::size_t size, Pc pc) {
  for (std::uintptr_t at = address; at < address + size; at += 8) {
    Cell& dead = cell(at);
    if (dead.atomics != 0) check_atomics(dead, thread, at, 0xff, pc, true);
    if (dead.is(split | halved)) {
      const unsigned step = dead.is(halved) ? 4 : 1;
      for (unsigned i = 0; i < 8; i += step) {
        check(splits_[dead.history.read + i / step], thread, at + i, step, pc, true, Access::free);
      }
    } else if (dead.mask() != 0) {
      check(dead.history, thread, at, 8, pc, true, Access::free);
    }
    dead.begin(shape_of(0, 8));
    dead.set(freed);
    dead.history.wrote(thread.epoch, pc);
  }
}

void Shadow::forget(std::uintptr_t address, std::size_t size) {
  for (std::uintptr_t at = address & ~std::uintptr_t{7}; at < address + size; at += 8) {
    if (Cell* old = find(at)) old->shape = 0;
  }
}

[[gnu::noinline]] AtomicHistory& Shadow::other_atomic(ThreadClock& thread, std::uintptr_t address,
                                                      std::size_t size, Access as, Pc pc) {
  if (is_doubtful(thread, address)) on_foreign_stack_(address);
  if (size > 8) {  // each word keeps its own history; the first one's is the object's
    atomic(thread, address + 8, size - 8, as, pc);
    size = 8;
  }
  Cell& home = cell(address);
  const bool writes = as == Access::atomic_write;
  if (home.is(freed)) {
    use_after_free(home, thread, address, pc, as);
  } else if (home.is(split | halved)) {
    const unsigned step = home.is(halved) ? 4 : 1;
    for (unsigned i = 0; i < 8; i += step) {
      if ((mask_of(address, size) & mask_of(i, step)) == 0) continue;
      check(splits_[home.history.read + i / step], thread, address, size, pc, writes, as);
    }
  } else if ((home.mask() & mask_of(address, size)) != 0) {
    check(home.history, thread, address, size, pc, writes, as);
  }
  std::uint32_t index = home.atomics;
  while (index != 0 && atomics_[index - 1]->address != address) index = atomics_[index - 1]->next;
  if (index == 0) {
    if (atomics_used_ == atomics_.size()) atomics_.push_back(std::make_unique<AtomicHistory>());
    AtomicHistory& fresh = *atomics_[atomics_used_++];
    fresh.address = address;
    fresh.size = static_cast<std::uint32_t>(size);
    fresh.next = home.atomics;
    fresh.released.clear();
    fresh.writes.clear();
    fresh.reads.clear();
    fresh.order = fresh.looks = 0;
    fresh.overwritten = fresh.head = 0;
    fresh.number = atomics_used_;
    index = home.atomics = atomics_used_;
    home.set(has_atomics);
    home.add_atomic_bytes(mask_of(address, size));
  }
  AtomicHistory& object = *atomics_[index - 1];
  object.used(thread, writes, pc);
  return object;
}

}  // namespace kata::detect
