// SPDX-License-Identifier: MIT
// Atomics of types too large for the processor. libatomic's would do, but ThreadSanitizer does not
// see them, and would take what they publish for a race.
#include "native/real.hpp"
#include "native/run.hpp"
#include "native/sanitizer.hpp"

using namespace kata::native;

namespace {

// A lock for the addresses that share a number, held for one operation, which sanitizers see as one
// that orders, whatever memory order was asked for.
class Operation {
 public:
  explicit Operation(void* object) : object_(object), lock_(of(object)) {
    lock_.lock();
    acquire_order(object_);
  }
  ~Operation() {
    release_order(object_);
    lock_.unlock();
  }
  Operation(const Operation&) = delete;
  Operation& operator=(const Operation&) = delete;

 private:
  static Lock& of(void* object) {
    static constinit Lock locks[64];
    return locks[reinterpret_cast<std::uintptr_t>(object) / 16 % 64];
  }

  void* object_;
  Lock& lock_;
};

// Bytes as they are; not memcpy, which a sanitizer would see.
void copy(void* to, const void* from, std::size_t size) {
  asm volatile("rep movsb" : "+D"(to), "+S"(from), "+c"(size) : : "memory");
}

}  // namespace

// The compiler knows these names and does not let them be defined.
KATA_INSTEAD void kata_atomic_load(std::size_t size, void* object, void* result, int) noexcept
    __asm__("__atomic_load");
KATA_INSTEAD void kata_atomic_store(std::size_t size, void* object, void* value, int) noexcept
    __asm__("__atomic_store");
KATA_INSTEAD void kata_atomic_exchange(std::size_t size, void* object, void* value, void* result,
                                       int) noexcept __asm__("__atomic_exchange");
KATA_INSTEAD bool kata_atomic_compare_exchange(std::size_t size, void* object, void* expected,
                                               void* desired, int, int) noexcept
    __asm__("__atomic_compare_exchange");

void kata_atomic_load(std::size_t size, void* object, void* result, int) noexcept {
  const Operation operation(object);
  copy(result, object, size);
}

void kata_atomic_store(std::size_t size, void* object, void* value, int) noexcept {
  const Operation operation(object);
  copy(object, value, size);
}

void kata_atomic_exchange(std::size_t size, void* object, void* value, void* result, int) noexcept {
  const Operation operation(object);
  copy(result, object, size);
  copy(object, value, size);
}

bool kata_atomic_compare_exchange(std::size_t size, void* object, void* expected, void* desired,
                                  int, int) noexcept {
  const Operation operation(object);
  bool same = true;
  for (std::size_t i = 0; i < size; ++i) {
    same = same && static_cast<char*>(object)[i] == static_cast<char*>(expected)[i];
  }
  if (same) {
    copy(object, desired, size);
  } else {
    copy(expected, object, size);
  }
  return same;
}
