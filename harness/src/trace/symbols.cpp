// SPDX-License-Identifier: MIT
#include "trace/symbols.hpp"

#include <backtrace.h>
#include <cxxabi.h>
#include <dlfcn.h>
#include <link.h>

#include <cstdlib>
#include <memory>
#include <unordered_map>

namespace {

using Visit = int (*)(dl_phdr_info*, std::size_t, void*);

}  // namespace

// What libbacktrace, which is part of this library, calls for the modules to read: the first only,
// the executable. No other is ever asked for, and where the system's libraries have debug
// information, inflating it takes longer than judging an answer. Hidden: the unwinder, which needs
// all modules, has libc's own.
extern "C" [[gnu::visibility("hidden")]] int dl_iterate_phdr(Visit visit, void* data) {
  struct First {
    Visit visit;
    void* data;
  } first{visit, data};
  static const auto all =
      reinterpret_cast<int (*)(Visit, void*)>(dlsym(RTLD_NEXT, "dl_iterate_phdr"));
  return all(
      [](dl_phdr_info* info, std::size_t size, void* argument) {
        const auto& wanted = *static_cast<First*>(argument);
        wanted.visit(info, size, wanted.data);
        return 1;
      },
      &first);
}

namespace kata::trace {

namespace {

void ignore_error(void*, const char*, int) {}

backtrace_state* state() {
  static backtrace_state* const instance =
      backtrace_create_state(nullptr, /*threaded=*/0, ignore_error, nullptr);
  return instance;
}

std::string demangled(const char* name) {
  if (name == nullptr) return "";
  // Without the prefix it is a name of C, which would be read as a type: x is long long.
  if (std::string_view(name).substr(0, 2) != "_Z") return name;
  int status = 0;
  const std::unique_ptr<char, decltype(&std::free)> text(
      abi::__cxa_demangle(name, nullptr, nullptr, &status), &std::free);
  // What the demangler does not know is nothing to read, such as a lambda in a lambda's template.
  return status == 0 ? text.get() : "";
}

// "std::pair<int, int> A<B>::f(int) const" to "A<B>::f": the arguments and the return type of a
// template instance say nothing that the line does not.
std::string short_name(const std::string& full) {
  std::string name = full;
  int depth = 0;
  for (std::size_t i = 0; i < full.size(); ++i) {
    if (full[i] == '<') ++depth;
    if (full[i] == '>') --depth;
    if (full[i] == '(' && depth == 0 && full.compare(i, 11, "(anonymous ") != 0 &&
        (i < 8 || full.compare(i - 8, 8, "operator") != 0)) {
      // "f(int)::{lambda()#1}::operator()() const": what follows the first argument list matters.
      const std::size_t lambda = full.find("::{lambda", i);
      name = full.substr(0, i) + (lambda != std::string::npos ? "::lambda" : "");
      break;
    }
  }
  depth = 0;
  for (std::size_t i = name.size(); i-- > 0;) {
    if (name[i] == '>') ++depth;
    if (name[i] == '<') --depth;
    if (name[i] == ' ' && depth == 0 && name.find("operator") == std::string::npos) {
      return name.substr(i + 1);
    }
  }
  return name;
}

int add_frame(void* argument, std::uintptr_t, const char* file, int line, const char* function) {
  auto& frames = *static_cast<std::vector<Frame>*>(argument);
  if (file == nullptr && function == nullptr) return 0;
  frames.push_back({short_name(demangled(function)), file != nullptr ? file : "", line});
  return 0;
}

void take_symbol(void* argument, std::uintptr_t, const char* name, std::uintptr_t, std::uintptr_t) {
  *static_cast<std::string*>(argument) = demangled(name);
}

// Clang gives code that it made up itself, or merged, line 0. What comes just before it in the same
// function is where the reader should look; if nothing does, it has no place.
void find_line(Frame& frame, std::uintptr_t address) {
  constexpr std::uintptr_t near = 64;
  for (std::uintptr_t back = 1; back <= near; ++back) {
    std::vector<Frame> before;
    backtrace_pcinfo(state(), address - back, add_frame, ignore_error, &before);
    if (before.empty() || before.front().function != frame.function) continue;
    if (before.front().line == 0) continue;
    frame.line = before.front().line;
    return;
  }
  frame.file.clear();
}

}  // namespace

const std::vector<Frame>& frames_of(std::uint32_t return_address) {
  static std::unordered_map<std::uint32_t, std::vector<Frame>> known;
  const auto [entry, is_new] = known.try_emplace(return_address);
  if (is_new && return_address != 0) {
    // The call is before the address it returns to.
    backtrace_pcinfo(state(), return_address - 1, add_frame, ignore_error, &entry->second);
    std::vector<Frame>& frames = entry->second;
    if (!frames.empty() && frames.front().line == 0) find_line(frames.front(), return_address - 1);
  }
  return entry->second;
}

std::vector<Frame> frames_of(const Stack& stack) {
  std::vector<Frame> all;
  for (const std::uint32_t address : stack) {
    const std::vector<Frame>& frames = frames_of(address);
    all.insert(all.end(), frames.begin(), frames.end());
  }
  return all;
}

std::string variable_at(std::uintptr_t address) {
  std::string name;
  backtrace_syminfo(state(), address, take_symbol, ignore_error, &name);
  return name;
}

}  // namespace kata::trace
