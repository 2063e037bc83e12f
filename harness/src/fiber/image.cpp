// SPDX-License-Identifier: MIT
#include "fiber/image.hpp"

#include <cxxabi.h>
#include <dlfcn.h>
#include <elf.h>
#include <errno.h>
#include <link.h>
#include <sys/mman.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <iterator>
#include <string_view>

namespace kata::fiber {

// Asked for by malloc and __cxa_atexit before any constructor has run: constant-initialised, never
// destroyed.
constinit Range executable_text;
constinit Range judge_text;
constinit Range executable_data;

namespace {

using Constructor = void (*)(int, char**, char**);

struct Executable {
  std::byte* data_image = nullptr;
  std::uintptr_t load_address = 0;
  ElfW(Dyn) * dynamic = nullptr;
  const Constructor* constructors = nullptr;  // those that were held
  std::size_t constructor_count = 0;
  const std::byte* tls_image = nullptr;
  std::size_t tls_file_size = 0;
  std::size_t tls_size = 0;
  std::ptrdiff_t tls_offset = 0;         // from the thread pointer to the executable's block
  std::ptrdiff_t exceptions_offset = 0;  // to libstdc++'s per-thread exception globals
  std::ptrdiff_t errno_offset = 0;
};

constinit Executable the_executable;

Executable& executable() { return the_executable; }

constexpr std::uintptr_t page = 4096;

// The loader has write-protected whole pages of the read-only-after-relocation part.
Range without_relro(Range data, Range relro) {
  if (relro.size() > 0 && data.begin < relro.end) {
    data.begin = std::min((relro.end + page - 1) & ~(page - 1), data.end);
  }
  return data;
}

int visit(dl_phdr_info* info, std::size_t, void*) {
  Executable& exe = executable();
  exe.load_address = info->dlpi_addr;
  Range relro;
  for (int i = 0; i < info->dlpi_phnum; ++i) {
    const ElfW(Phdr)& header = info->dlpi_phdr[i];
    const std::uintptr_t begin = info->dlpi_addr + header.p_vaddr;
    const std::uintptr_t end = begin + header.p_memsz;
    if (header.p_type == PT_LOAD && (header.p_flags & PF_X) != 0) executable_text = {begin, end};
    if (header.p_type == PT_LOAD && (header.p_flags & PF_W) != 0) executable_data = {begin, end};
    if (header.p_type == PT_GNU_RELRO) relro = {begin, end};
    if (header.p_type == PT_DYNAMIC) exe.dynamic = reinterpret_cast<ElfW(Dyn)*>(begin);
    if (header.p_type == PT_TLS) {
      exe.tls_image = reinterpret_cast<const std::byte*>(begin);
      exe.tls_file_size = header.p_filesz;
      exe.tls_size = header.p_memsz;
      if (info->dlpi_tls_data != nullptr) {
        exe.tls_offset = reinterpret_cast<std::intptr_t>(info->dlpi_tls_data) -
                         static_cast<std::intptr_t>(current_thread_pointer());
      }
    }
  }
  executable_data = without_relro(executable_data, relro);
  return 1;  // the first object is the executable; no need for the others
}

// Libraries whose variables are none of the program's.
constexpr std::string_view system_libraries[] = {
    "libc.so",  "libstdc++.so", "libm.so",    "libgcc_s.so",     "ld-linux",
    "librt.so", "libdl.so",     "libpthread", "libkata_runtime", "libatomic.so"};

constinit Range system_variables[4 * std::size(system_libraries)];
constinit std::size_t system_variables_used = 0;

// The variables of a shared library that is the program's own, and their image.
struct OwnLibrary {
  Range data;
  std::byte* image = nullptr;
};
constinit OwnLibrary own_libraries[64];
constinit std::size_t own_libraries_used = 0;

bool is_system_library(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  return std::any_of(std::begin(system_libraries), std::end(system_libraries),
                     [&](std::string_view one) { return name.starts_with(one); });
}

int note_library(dl_phdr_info* info, std::size_t, void*) {
  // The first object is the executable, and the kernel's own has no variables.
  if (info->dlpi_addr == executable().load_address) return 0;
  Range data, relro;
  for (int i = 0; i < info->dlpi_phnum; ++i) {
    const ElfW(Phdr)& header = info->dlpi_phdr[i];
    const std::uintptr_t begin = info->dlpi_addr + header.p_vaddr;
    if (header.p_type == PT_LOAD && (header.p_flags & PF_W) != 0)
      data = {begin, begin + header.p_memsz};
    if (header.p_type == PT_GNU_RELRO) relro = {begin, begin + header.p_memsz};
  }
  if (data.size() == 0) return 0;
  if (is_system_library(info->dlpi_name)) {
    if (system_variables_used < std::size(system_variables))
      system_variables[system_variables_used++] = data;
  } else if (own_libraries_used < std::size(own_libraries)) {
    own_libraries[own_libraries_used++].data = without_relro(data, relro);
  }
  return 0;
}

}  // namespace

bool is_system_variable(std::uintptr_t address) {
  for (std::size_t i = 0; i < system_variables_used; ++i) {
    if (system_variables[i].contains(address)) return true;
  }
  return false;
}

void find_executable() {
  // Not by name: that one is libbacktrace's, and knows the executable only.
  const auto all_objects =
      reinterpret_cast<decltype(&dl_iterate_phdr)>(dlsym(RTLD_NEXT, "dl_iterate_phdr"));
  all_objects(visit, nullptr);
  all_objects(note_library, nullptr);
  Executable& exe = executable();
  const auto pointer = static_cast<std::intptr_t>(current_thread_pointer());
  exe.exceptions_offset = reinterpret_cast<std::intptr_t>(abi::__cxa_get_globals()) - pointer;
  exe.errno_offset = reinterpret_cast<std::intptr_t>(&errno) - pointer;
}

void hold_constructors() {
  Executable& exe = executable();
  if (exe.dynamic == nullptr) return;
  for (ElfW(Dyn)* entry = exe.dynamic; entry->d_tag != DT_NULL; ++entry) {
    if (entry->d_tag == DT_INIT_ARRAY) {
      exe.constructors = reinterpret_cast<Constructor*>(exe.load_address + entry->d_un.d_ptr);
    }
    if (entry->d_tag != DT_INIT_ARRAYSZ) continue;
    exe.constructor_count = entry->d_un.d_val / sizeof(Constructor);
    // The C library asks here how many there are, when the process comes to it.
    const auto first = reinterpret_cast<std::uintptr_t>(entry) & ~(page - 1);
    const std::uintptr_t size = reinterpret_cast<std::uintptr_t>(entry + 1) - first;
    void* const pages = reinterpret_cast<void*>(first);
    if (mprotect(pages, size, PROT_READ | PROT_WRITE) != 0) {
      exe.constructor_count = 0;
      return;
    }
    entry->d_un.d_val = 0;
    mprotect(pages, size, PROT_READ);
  }
}

void run_constructors(int count, char** arguments, char** environment) {
  const Executable& exe = executable();
  for (std::size_t i = 0; i < exe.constructor_count; ++i) {
    exe.constructors[i](count, arguments, environment);
  }
}

void snapshot_data() {
  Executable& exe = executable();
  exe.data_image = static_cast<std::byte*>(std::malloc(executable_data.size()));
  std::memcpy(exe.data_image, reinterpret_cast<void*>(executable_data.begin),
              executable_data.size());
  for (std::size_t i = 0; i < own_libraries_used; ++i) {
    OwnLibrary& library = own_libraries[i];
    library.image = static_cast<std::byte*>(std::malloc(library.data.size()));
    std::memcpy(library.image, reinterpret_cast<void*>(library.data.begin), library.data.size());
  }
}

void restore_data() {
  Executable& exe = executable();
  std::memcpy(reinterpret_cast<void*>(executable_data.begin), exe.data_image,
              executable_data.size());
  for (std::size_t i = 0; i < own_libraries_used; ++i) {
    const OwnLibrary& library = own_libraries[i];
    std::memcpy(reinterpret_cast<void*>(library.data.begin), library.image, library.data.size());
  }
}

std::size_t thread_locals_size() { return executable().tls_size; }

const std::byte* data_snapshot() { return executable().data_image; }

void reset_thread_locals(ThreadPointer pointer) {
  const Executable& exe = executable();
  auto* base = reinterpret_cast<std::byte*>(pointer);
  if (exe.tls_size > 0) {
    std::byte* block = base + exe.tls_offset;
    std::memcpy(block, exe.tls_image, exe.tls_file_size);
    std::memset(block + exe.tls_file_size, 0, exe.tls_size - exe.tls_file_size);
  }
  // Two words: the chain of caught exceptions and the count of uncaught ones. A thread that was
  // abandoned in the middle of a handler must not hand them to its successor.
  std::memset(base + exe.exceptions_offset, 0, 2 * sizeof(void*));
  *reinterpret_cast<int*>(base + exe.errno_offset) = 0;
}

}  // namespace kata::fiber
