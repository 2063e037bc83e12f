// SPDX-License-Identifier: MIT
// What the judge tells a sanitizer and hears from it. Without one, nothing of this does anything.
#pragma once

#include <cstddef>

#include "native/run.hpp"

namespace kata::native {

/// "none", "thread" or "address".
const char* sanitizer();

/// ThreadSanitizer reads its options and finds its way before anything else runs.
void begin_sanitizer();

/// Between the two, nothing that the calling thread does is an access or orders anything.
void ignore_begin();
void ignore_end();

/// A plain write of the byte at `what`, whose races are called by `name`.
void plain_write(const void* what, const char* name);

/// While it lives, reports have `caller`, a return address, among the callers. Without, who calls a
/// function of ours that calls one of ThreadSanitizer's would be missing.
class Frame {
 public:
  explicit Frame(void* caller);
  ~Frame();
  Frame(const Frame&) = delete;
  Frame& operator=(const Frame&) = delete;
};

/// What precedes release_order(x) comes before what follows a later acquire_order(x).
void release_order(void* object);
void acquire_order(void* object);

/// Calls `line` for each source line that `address` belongs to (inlined calls have several), the
/// innermost first.
void symbolize(void* address,
               void (*line)(void* context, const char* function, const char* file, int number),
               void* context);

}  // namespace kata::native
