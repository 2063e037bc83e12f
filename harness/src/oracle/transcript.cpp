// SPDX-License-Identifier: MIT
// The judge's book of what callbacks said. It lies in the memory of the process that runs the
// submission, so it is sealed: a submission that finds it cannot write into it that all was said.
#include <vector>

#include "oracle/oracle.hpp"
#include "world/per_schedule.hpp"
#include "world/world.hpp"

namespace kata {

using model::observed;
using model::world;

struct Transcript::Impl {
  std::string expected;
  std::size_t said = 0;  // characters of it
  std::uint64_t seal = 0;
};

namespace oracle {

std::uint64_t key[2] = {0, 0};

void stop_forger() {
  world->stop(
      model::Verdict::undefined_behavior, "the judge's own memory was written to by the submission",
      "An answer uses the objects that it made and those that it was given. Look for writes "
      "through pointers to anything else.");
}

}  // namespace oracle

namespace {

std::uint64_t mixed(std::uint64_t value) {
  // Finaliser of SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators,
  // 2014).
  value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
  value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
  return value ^ (value >> 31);
}

using oracle::key;
using oracle::stop_forger;

std::uint64_t sealed(std::uintptr_t address, std::size_t said, std::size_t length) {
  return mixed(mixed(mixed(key[0] ^ address) + said) + (key[1] ^ length));
}

std::uint64_t sum_of(const std::string& text) {
  std::uint64_t sum = key[1];
  for (const char c : text) sum = mixed(sum + static_cast<unsigned char>(c));
  return sum;
}

// Each as long as its schedule: a thread that should be over may still write in it.
struct Book {
  std::uint64_t sum;  // of what is expected
  void* memory;
  void (*destroy)(void*);
};
std::vector<Book> books;

const model::PerSchedule reset("transcripts", [](void*) {
  for (const Book& book : books) book.destroy(book.memory);
  books.clear();
  // A seal of an earlier schedule is of no use in this one.
  for (std::uint64_t& part : key) part = mixed(part + 1);
});

}  // namespace

Transcript::Transcript(Schedule&, std::string expected) : impl_(new Impl{std::move(expected)}) {
  impl_->seal =
      sealed(reinterpret_cast<std::uintptr_t>(impl_), impl_->said, impl_->expected.size());
  books.push_back(
      {sum_of(impl_->expected), impl_, [](void* memory) { delete static_cast<Impl*>(memory); }});
}

Transcript::~Transcript() = default;

void Transcript::say(std::string_view word) {
  if (observed == nullptr) return;
  Schedule schedule;
  schedule.dawdle();
  std::uint64_t nothing = 0;
  const auto address = reinterpret_cast<std::uintptr_t>(impl_);
  world->note(trace::Operation::call_back, nothing, {trace::ObjectKind::none, 0, address},
              world->trace.on() ? std::string(word).c_str() : nullptr);
  world->progress();
  oracle::note_touch(address, "callbacks");
  const std::size_t length = impl_->expected.size();
  if (impl_->seal != sealed(address, impl_->said, length)) stop_forger();
  if (impl_->expected.compare(impl_->said, word.size(), word) != 0) {
    schedule.fail("the output is wrong from here on", impl_->expected, text() + std::string(word));
  }
  impl_->said += word.size();
  impl_->seal = sealed(address, impl_->said, length);
}

void Transcript::say(int number) { say(std::string_view(std::to_string(number))); }

void Transcript::expect_complete() {
  const auto address = reinterpret_cast<std::uintptr_t>(impl_);
  const bool genuine = impl_->seal == sealed(address, impl_->said, impl_->expected.size());
  bool kept = false;
  for (const Book& book : books) {
    kept = kept || (book.memory == impl_ && book.sum == sum_of(impl_->expected));
  }
  if (!genuine || !kept) stop_forger();
  if (impl_->said == impl_->expected.size()) return;
  model::Failure failure;
  failure.verdict = model::Verdict::wrong_answer;
  failure.message = "every call has returned, but the output is not complete";
  failure.expected = impl_->expected;
  failure.got = text();
  failure.incomplete = true;
  world->stop(std::move(failure));
}

std::string Transcript::text() const { return impl_->expected.substr(0, impl_->said); }

}  // namespace kata
