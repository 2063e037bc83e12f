// SPDX-License-Identifier: MIT
#include "fiber/image.hpp"

#include <cxxabi.h>
#include <elf.h>
#include <errno.h>
#include <link.h>

#include <cstdlib>
#include <cstring>

namespace kata::fiber {

// Asked for by malloc and __cxa_atexit before any constructor has run: constant-initialised, never
// destroyed.
constinit Range executable_text;
constinit Range judge_text;
constinit Range executable_data;

namespace {

struct Executable {
  std::byte* data_image = nullptr;
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

int visit(dl_phdr_info* info, std::size_t, void*) {
  Executable& exe = executable();
  Range relro;
  for (int i = 0; i < info->dlpi_phnum; ++i) {
    const ElfW(Phdr)& header = info->dlpi_phdr[i];
    const std::uintptr_t begin = info->dlpi_addr + header.p_vaddr;
    const std::uintptr_t end = begin + header.p_memsz;
    if (header.p_type == PT_LOAD && (header.p_flags & PF_X) != 0) executable_text = {begin, end};
    if (header.p_type == PT_LOAD && (header.p_flags & PF_W) != 0) executable_data = {begin, end};
    if (header.p_type == PT_GNU_RELRO) relro = {begin, end};
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
  // The loader has write-protected whole pages of the read-only-after-relocation part.
  if (relro.size() > 0 && executable_data.begin < relro.end) {
    executable_data.begin = (relro.end + page - 1) & ~(page - 1);
    if (executable_data.begin > executable_data.end) executable_data.begin = executable_data.end;
  }
  return 1;  // the first object is the executable; no need for the others
}

}  // namespace

void find_executable() {
  dl_iterate_phdr(visit, nullptr);
  Executable& exe = executable();
  const auto pointer = static_cast<std::intptr_t>(current_thread_pointer());
  exe.exceptions_offset = reinterpret_cast<std::intptr_t>(abi::__cxa_get_globals()) - pointer;
  exe.errno_offset = reinterpret_cast<std::intptr_t>(&errno) - pointer;
}

void snapshot_data() {
  Executable& exe = executable();
  exe.data_image = static_cast<std::byte*>(std::malloc(executable_data.size()));
  std::memcpy(exe.data_image, reinterpret_cast<void*>(executable_data.begin),
              executable_data.size());
}

void restore_data() {
  Executable& exe = executable();
  std::memcpy(reinterpret_cast<void*>(executable_data.begin), exe.data_image,
              executable_data.size());
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
