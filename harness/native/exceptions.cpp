// SPDX-License-Identifier: MIT
// Exceptions that several threads hold (std::exception_ptr, futures) are counted by code of
// libstdc++ that ThreadSanitizer does not see: who destroys the last one would race with those who
// looked at it before. All that let go of an exception are ordered instead, which hides a little.
#include "native/real.hpp"
#include "native/sanitizer.hpp"

using namespace kata::native;

namespace {

char exceptions;  // its address

constinit Real<void()> real_end_catch("__cxa_end_catch");
constinit Real<void(void*)> real_release("_ZNSt15__exception_ptr13exception_ptr10_M_releaseEv");

void let_go() {
  release_order(&exceptions);
  acquire_order(&exceptions);
}

}  // namespace

KATA_INSTEAD void __cxa_end_catch() {
  let_go();
  real_end_catch();
}

// A member function of std::exception_ptr.
KATA_INSTEAD void kata_release_exception(void* pointer) noexcept
    __asm__("_ZNSt15__exception_ptr13exception_ptr10_M_releaseEv");

void kata_release_exception(void* pointer) noexcept {
  let_go();
  real_release(pointer);
}
