// SPDX-License-Identifier: MIT
// The function that ours stands in front of: a sanitizer's, or else the C library's.
#pragma once

#include <dlfcn.h>

#include <atomic>

namespace kata::native {

/// Constant-initialised, and looked up when first used, which may be before any constructor has
/// run.
template <class Function>
class Real {
 public:
  /// `version`: of glibc's symbol, where it has several.
  constexpr explicit Real(const char* name, const char* version = nullptr)
      : name_(name), version_(version) {}

  template <class... Arguments>
  auto operator()(Arguments... arguments) {
    return get()(arguments...);
  }

 private:
  Function* get() {
    if (void* known = found_.load(std::memory_order_relaxed)) {
      return reinterpret_cast<Function*>(known);
    }
    void* address = dlsym(RTLD_NEXT, name_);
    if (version_ != nullptr) {
      // A sanitizer's has no version; of the C library's own, dlsym may give the oldest.
      void* const versioned = dlvsym(RTLD_NEXT, name_, version_);
      Dl_info found{}, wanted{};
      if (versioned != nullptr && dladdr(address, &found) != 0 && dladdr(versioned, &wanted) != 0 &&
          found.dli_fbase == wanted.dli_fbase) {
        address = versioned;
      }
    }
    found_.store(address, std::memory_order_relaxed);
    return reinterpret_cast<Function*>(address);
  }

  const char* name_;
  const char* version_;
  std::atomic<void*> found_{nullptr};
};

}  // namespace kata::native

/// For a definition that takes the place of a library's.
#define KATA_INSTEAD extern "C" __attribute__((visibility("default")))
