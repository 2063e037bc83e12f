// SPDX-License-Identifier: MIT
// Seals: how a judge's books show that a submission, which shares their memory, wrote to them.
#pragma once

#include <kata/prelude.hpp>

#pragma GCC visibility push(default)

namespace kata {

/// Sums up what some books hold, so that a change of them shows. The books are a class with
///   void seal(kata::Seal& seal) const { seal(number_, names_, calls_); }
/// in which every member takes part that is written after the books were made.
class Seal {
 public:
  explicit Seal(std::uint64_t key) : sum_(key) {}

  /// Takes numbers, enumerators, pointers (not what they point to), durations, strings and other
  /// ranges of these, and objects that have a seal() of their own.
  template <class... Values>
  void operator()(const Values&... values) {
    (take(values), ...);
  }

  void word(std::uint64_t value) {
    sum_ = (sum_ ^ value) * 0x9e3779b97f4a7c15;
    sum_ ^= sum_ >> 29;
  }

  std::uint64_t sum() const { return sum_; }

 private:
  template <class Value>
  void take(const Value& value) {
    if constexpr (requires { value.seal(*this); }) {
      value.seal(*this);
    } else if constexpr (std::is_pointer_v<Value>) {
      word(reinterpret_cast<std::uintptr_t>(value));
    } else if constexpr (std::is_enum_v<Value> || std::is_integral_v<Value>) {
      word(static_cast<std::uint64_t>(value));
    } else if constexpr (requires { value.count(); }) {
      word(static_cast<std::uint64_t>(value.count()));
    } else if constexpr (std::is_same_v<Value, std::string>) {
      word(value.size());
      for (std::size_t i = 0; i < value.size(); i += sizeof(std::uint64_t)) {
        std::uint64_t part = 0;
        std::memcpy(&part, value.data() + i, std::min(sizeof part, value.size() - i));
        word(part);
      }
    } else {
      word(static_cast<std::uint64_t>(std::size(value)));
      for (const auto& one : value) take(one);
    }
  }

  std::uint64_t sum_;
};

namespace detail {

/// Keeps the seal of the books of `size` bytes at `books` until drop_books(): judge() looks at it
/// before it runs, and renews it afterwards.
void keep_books(const void* books, std::size_t size, void (*seal)(const void* books, Seal&));
void drop_books(const void* books);

/// Seal the calling thread's stack from `low` upwards, and look whether it is still the same.
void seal_stack(const void* low);
void open_stack();

class SealedStack {
 public:
  explicit SealedStack(const void* low) { seal_stack(low); }
  ~SealedStack() { open_stack(); }
  SealedStack(const SealedStack&) = delete;
  SealedStack& operator=(const SealedStack&) = delete;
};

}  // namespace detail

/// The last member of a class that keeps books. A submission shares its memory with the judge: what
/// is sealed it can read and destroy, but a schedule in which it wrote there ends as
/// `undefined_behavior`.
class Sealed {
 public:
  template <class Books>
  explicit Sealed(const Books& books) : books_(&books) {
    detail::keep_books(&books, sizeof books, [](const void* memory, Seal& seal) {
      static_cast<const Books*>(memory)->seal(seal);
    });
  }
  ~Sealed() { detail::drop_books(books_); }
  Sealed(const Sealed&) = delete;
  Sealed& operator=(const Sealed&) = delete;

 private:
  const void* books_;
};

}  // namespace kata

#pragma GCC visibility pop
