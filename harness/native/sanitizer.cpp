// SPDX-License-Identifier: MIT
#include "native/sanitizer.hpp"

#include <cstdlib>
#include <cstring>

#include "native/real.hpp"

// Of libtsan, libasan and libubsan; absent in an executable without them.
extern "C" {
__attribute__((weak)) void __tsan_init();
__attribute__((weak)) void __tsan_write1(void*);
__attribute__((weak)) void __tsan_func_entry(void*);
__attribute__((weak)) void __tsan_func_exit();
__attribute__((weak)) void __tsan_acquire(void*);
__attribute__((weak)) void __tsan_release(void*);
__attribute__((weak)) void AnnotateIgnoreReadsBegin(const char*, int);
__attribute__((weak)) void AnnotateIgnoreReadsEnd(const char*, int);
__attribute__((weak)) void AnnotateIgnoreWritesBegin(const char*, int);
__attribute__((weak)) void AnnotateIgnoreWritesEnd(const char*, int);
__attribute__((weak)) void AnnotateIgnoreSyncBegin(const char*, int);
__attribute__((weak)) void AnnotateIgnoreSyncEnd(const char*, int);
__attribute__((weak)) int __tsan_get_report_data(void*, const char**, int*, int*, int*, int*, int*,
                                                 int*, int*, void**, unsigned long);
__attribute__((weak)) int __tsan_get_report_mop(void*, unsigned long, int*, void**, int*, int*,
                                                int*, void**, unsigned long);
__attribute__((weak)) int __tsan_get_report_stack(void*, unsigned long, void**, unsigned long);
__attribute__((weak)) int __tsan_get_report_thread(void*, unsigned long, int*, int*, int*,
                                                   const char**, int*, void**, unsigned long);
__attribute__((weak)) void __sanitizer_symbolize_pc(void*, const char*, char*, unsigned long);
__attribute__((weak)) void __asan_init();
__attribute__((weak)) void* __asan_get_report_pc();
__attribute__((weak)) const char* __asan_get_report_description();
__attribute__((weak)) void __ubsan_get_current_report_data(const char**, const char**, const char**,
                                                           unsigned*, unsigned*, char**);
}

namespace kata::native {

namespace {

// The name of the callbacks that the thread is checking.
__attribute__((tls_model("initial-exec"))) thread_local const char* touched = nullptr;

bool has_prefix(const char* text, const char* prefix) {
  return std::strncmp(text, prefix, std::strlen(prefix)) == 0;
}

int schedule_thread(void* report, int tsan_id, int threads) {
  for (int i = 0; i < threads; ++i) {
    int id = 0, kernel_id = 0, running = 0, parent = 0;
    const char* name = nullptr;
    void* trace[1] = {};
    __tsan_get_report_thread(report, static_cast<unsigned long>(i), &id, &kernel_id, &running,
                             &name, &parent, trace, 1);
    if (id != tsan_id) continue;
    for (int k = 0; k < run.threads && k < most_threads; ++k) {
      if (thread_slots[k].kernel_id == kernel_id) return k;
    }
  }
  return 0;
}

int depth_of(void* const* stack, int most) {
  int depth = 0;
  while (depth < most && stack[depth] != nullptr) ++depth;
  return depth;
}

void fill_side(void* report, unsigned long index, int threads, Access& side, Text<256>& object) {
  int thread = 0, size = 0, write = 0, atomic = 0;
  void* address = nullptr;
  __tsan_get_report_mop(report, index, &thread, &address, &size, &write, &atomic, side.stack,
                        std::size(side.stack));
  side.depth = depth_of(side.stack, std::size(side.stack));
  side.thread = schedule_thread(report, thread, threads);
  side.write = write != 0;
  side.atomic = atomic != 0;
  std::snprintf(object.data, sizeof object.data, "%d byte%s", size, size == 1 ? "" : "s");
}

// std::atomic<std::shared_ptr> of libstdc++ 12 unlocks its pointer with a relaxed store after it
// has read it: a race, but none of the submission's.
bool is_librarys_fault(const Access& side) {
  bool found = false;
  const auto look = [](void* context, const char* function, const char*, int) {
    if (std::strstr(function, "_Sp_atomic") != nullptr) *static_cast<bool*>(context) = true;
  };
  for (int i = 0; i < side.depth && !found; ++i) symbolize(side.stack[i], look, &found);
  return found;
}

}  // namespace

const char* sanitizer() {
  if (__tsan_init != nullptr) return "thread";
  return __asan_init != nullptr ? "address" : "none";
}

void begin_sanitizer() {
  if (__tsan_init != nullptr) __tsan_init();
}

void ignore_begin() {
  if (AnnotateIgnoreReadsBegin == nullptr) return;
  AnnotateIgnoreReadsBegin(__FILE__, __LINE__);
  AnnotateIgnoreWritesBegin(__FILE__, __LINE__);
  AnnotateIgnoreSyncBegin(__FILE__, __LINE__);
}

void ignore_end() {
  if (AnnotateIgnoreReadsEnd == nullptr) return;
  AnnotateIgnoreSyncEnd(__FILE__, __LINE__);
  AnnotateIgnoreWritesEnd(__FILE__, __LINE__);
  AnnotateIgnoreReadsEnd(__FILE__, __LINE__);
}

void plain_write(const void* what, const char* name) {
  if (__tsan_write1 == nullptr) return;
  touched = name;
  __tsan_write1(const_cast<void*>(what));
  touched = nullptr;
}

Frame::Frame(void* caller) {
  if (__tsan_func_entry != nullptr) __tsan_func_entry(caller);
}

Frame::~Frame() {
  if (__tsan_func_exit != nullptr) __tsan_func_exit();
}

void release_order(void* object) {
  if (__tsan_release != nullptr) __tsan_release(object);
}

void acquire_order(void* object) {
  if (__tsan_acquire != nullptr) __tsan_acquire(object);
}

void symbolize(void* address,
               void (*line)(void* context, const char* function, const char* file, int number),
               void* context) {
  if (__sanitizer_symbolize_pc == nullptr) return;
  char text[8192] = {};
  __sanitizer_symbolize_pc(address, "%f\t%s\t%l", text, sizeof text);
  for (char* one = text; *one != 0 && one < text + sizeof text;) {
    char* const next = one + std::strlen(one) + 1;
    char* const file = std::strchr(one, '\t');
    char* const number = file != nullptr ? std::strchr(file + 1, '\t') : nullptr;
    if (number != nullptr) {
      *file = *number = 0;
      line(context, one, file + 1, std::atoi(number + 1));
    }
    one = next;
  }
}

}  // namespace kata::native

using namespace kata::native;

// What is not judged here: lock orders and forgotten threads. setrlimit is refused to us, and a
// process that cannot do it ends.
KATA_INSTEAD const char* __tsan_default_options() {
  return "disable_coredump=0:detect_deadlocks=0:report_thread_leaks=0:report_signal_unsafe=0:"
         "exitcode=0:history_size=4:external_symbolizer_path=";
}

KATA_INSTEAD const char* __asan_default_options() {
  return "disable_coredump=0:detect_leaks=0:verify_asan_link_order=0:use_sigaltstack=0:"
         "handle_segv=0:handle_sigbus=0:handle_sigfpe=0:handle_sigill=0:handle_abort=0:"
         "external_symbolizer_path=";
}

// ThreadSanitizer takes fences for nothing, so what they publish would look like a race.
KATA_INSTEAD void __tsan_atomic_thread_fence(int) noexcept {
  run.fences = true;
  std::atomic_thread_fence(std::memory_order_seq_cst);
}

KATA_INSTEAD void __tsan_on_report(void* report) {
  const char* kind = nullptr;
  int count = 0, stacks = 0, accesses = 0, places = 0, mutexes = 0, threads = 0, unique = 0;
  void* sleep[1] = {};
  __tsan_get_report_data(report, &kind, &count, &stacks, &accesses, &places, &mutexes, &threads,
                         &unique, sleep, 1);
  const bool race = has_prefix(kind, "data-race");
  if (run.schedule == 0 || run.failed != 0 || (race && run.fences)) return;
  Access first, second;
  Text<256> object;
  if (accesses >= 2) {
    // The report begins with the access that came last.
    fill_side(report, 1, threads, first, object);
    fill_side(report, 0, threads, second, object);
    if (race && (is_librarys_fault(first) || is_librarys_fault(second))) return;
  }
  if (!claim_failure()) return;
  Failure& failure = run.failure;
  if (race) {
    failure.verdict = "data_race";
    failure.message = "two threads access the same memory, and nothing orders them";
    if (touched != nullptr) {
      std::snprintf(failure.message.data, sizeof failure.message.data,
                    "the submission does not order its callbacks (%s)", touched);
    }
  } else {
    failure.verdict = "undefined_behavior";
    std::snprintf(failure.message.data, sizeof failure.message.data, "ThreadSanitizer: %s", kind);
  }
  if (accesses >= 2) {
    failure.has_race = true;
    failure.first = first;
    failure.second = second;
    failure.object = object.view();
  } else if (stacks > 0) {
    __tsan_get_report_stack(report, 0, failure.first.stack, std::size(failure.first.stack));
    failure.first.depth = depth_of(failure.first.stack, std::size(failure.first.stack));
  }
  post_failure();
}

KATA_INSTEAD void __asan_on_error() {
  if (claim_failure()) {
    run.failure.verdict = "undefined_behavior";
    std::snprintf(run.failure.message.data, sizeof run.failure.message.data, "AddressSanitizer: %s",
                  __asan_get_report_description());
    run.failure.first.stack[0] = __asan_get_report_pc();
    run.failure.first.depth = 1;
    post_failure();
  }
  kernel::sleep_for_ever();
}

KATA_INSTEAD void __ubsan_on_report() {
  if (claim_failure()) {
    const char *kind = "", *message = "", *file = "";
    unsigned line = 0, column = 0;
    char* memory = nullptr;
    __ubsan_get_current_report_data(&kind, &message, &file, &line, &column, &memory);
    const char* slash = std::strrchr(file, '/');
    run.failure.verdict = "undefined_behavior";
    std::snprintf(run.failure.message.data, sizeof run.failure.message.data, "%s (%s, line %u)",
                  message, slash != nullptr ? slash + 1 : file, line);
    post_failure();
  }
  kernel::sleep_for_ever();
}
