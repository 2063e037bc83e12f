// SPDX-License-Identifier: MIT
// A program is compiled with calls of the functions here, with frame pointers, and without calls in
// the place of returns; an answer is not.
#include "intercept/calls.hpp"

#include "intercept/common.hpp"

namespace kata::intercept {

bool has_atomic_functions = false;

KATA_EXPORT void __tsan_func_entry(void*) {
  if (!has_atomic_functions || !in_schedule()) return;
  begin_function(__builtin_return_address(0));
}

KATA_EXPORT void __tsan_func_exit() {
  model::Thread* thread = model::observed;
  const void* caller = __builtin_return_address(0);
  // Of another library it is unknown whether it has frame pointers.
  if (thread == nullptr || !from_executable(caller)) return;
  if (has_atomic_functions) end_function(caller);
  // The frame pointer of the function that returns is what this one has saved of it.
  const void* frame = __builtin_frame_address(0);
  const void* returning = *static_cast<void* const*>(frame);
  if (returning > frame) note_return(*thread, end_of_frame(returning));
}

}  // namespace kata::intercept

extern "C" __attribute__((visibility("default"))) void kata_atomic_functions() {
  kata::intercept::has_atomic_functions = true;
}
