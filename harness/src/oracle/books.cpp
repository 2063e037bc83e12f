// SPDX-License-Identifier: MIT
// Seals of what decides the verdict and lies in the memory of the process that runs the submission:
// the judges' books, and the judge's part of a stack while a submission's function runs above it.
#include <algorithm>
#include <cstring>
#include <vector>

#include "oracle/oracle.hpp"
#include "world/per_schedule.hpp"
#include "world/world.hpp"

namespace kata {

using model::world;

namespace oracle {
namespace {

struct Book {
  std::uintptr_t memory;
  std::size_t size;
  void (*seal)(const void*, Seal&);
  bool sealed;  // not before the judge has put it together
  std::uint64_t sum;

  std::uint64_t sum_now() const {
    Seal sum(key[0] ^ memory);
    seal(reinterpret_cast<const void*>(memory), sum);
    return sum.sum();
  }
};
std::vector<Book> books;  // by address

struct Frames {
  std::uint16_t thread;
  std::uintptr_t low;
  std::uint64_t sum;
};
std::vector<Frames> frames;

// The words from `low` to the end of the running thread's stack, without those of books: these
// change while another thread calls a submission's function.
std::uint64_t sum_of_stack(std::uintptr_t low) {
  Seal sum(key[1] ^ low);
  const auto high = reinterpret_cast<std::uintptr_t>(world->running->slot->stack_high());
  auto book = books.begin();
  while (low + sizeof(std::uint64_t) <= high) {
    while (book != books.end() && book->memory + book->size <= low) ++book;
    std::uintptr_t end = high;
    if (book != books.end()) end = std::min(end, book->memory);
    for (; low + sizeof(std::uint64_t) <= end; low += sizeof(std::uint64_t)) {
      std::uint64_t word = 0;
      std::memcpy(&word, reinterpret_cast<const void*>(low), sizeof word);
      sum.word(word);
    }
    if (end == high) break;
    low = book->memory + book->size;
  }
  return sum.sum();
}

const model::PerSchedule reset("books", [](void*) {
  books.clear();
  frames.clear();
});

}  // namespace

void look_at_books() {
  for (const Book& book : books) {
    if (book.sealed && book.sum != book.sum_now()) stop_forger();
  }
}

void seal_books() {
  for (Book& book : books) {
    book.sum = book.sum_now();
    book.sealed = true;
  }
}

}  // namespace oracle

namespace detail {

using namespace oracle;

void keep_books(const void* memory, std::size_t size, void (*seal)(const void*, Seal&)) {
  const Book book{reinterpret_cast<std::uintptr_t>(memory), size, seal, false, 0};
  const auto after = std::find_if(books.begin(), books.end(),
                                  [&](const Book& other) { return other.memory > book.memory; });
  books.insert(after, book);
}

void drop_books(const void* memory) {
  look_at_books();
  std::erase_if(books, [memory](const Book& book) {
    return book.memory == reinterpret_cast<std::uintptr_t>(memory);
  });
}

void seal_stack(const void* low) {
  if (books.empty()) return;
  for (Book& book : books) {
    if (book.sealed) continue;
    book.sum = book.sum_now();
    book.sealed = true;
  }
  const auto address = reinterpret_cast<std::uintptr_t>(low);
  frames.push_back({world->running->id, address, sum_of_stack(address)});
}

void open_stack() {
  const std::uint16_t self = world->running->id;
  const auto own = std::find_if(frames.rbegin(), frames.rend(),
                                [self](const Frames& one) { return one.thread == self; });
  if (own == frames.rend()) return;  // there were no books yet
  if (own->sum != sum_of_stack(own->low)) stop_forger();
  frames.erase(std::next(own).base());
}

}  // namespace detail
}  // namespace kata
