// SPDX-License-Identifier: MIT
#include "native/statics.hpp"

#include <link.h>
#include <sys/mman.h>

#include "native/real.hpp"
#include "native/run.hpp"

namespace kata::native {

namespace {

constexpr std::uintptr_t page = 4096;

struct Range {
  std::uintptr_t begin = 0, end = 0;
  std::size_t size() const { return end - begin; }
};

Range all_of_it, variables;
char* image = nullptr;

// Variables of libraries that the executable has the copy of, such as std::cout and whether there
// is more than one thread: they are not the submission's. Sorted, none before `variables`.
Range copies[256];
int copy_count = 0;

void add_copy(Range one) {
  one.begin = std::max(one.begin, variables.begin);
  one.end = std::min(one.end, variables.end);
  if (one.begin >= one.end || copy_count == static_cast<int>(std::size(copies))) return;
  int at = copy_count++;
  for (; at > 0 && copies[at - 1].begin > one.begin; --at) copies[at] = copies[at - 1];
  copies[at] = one;
}

void find_copies(const ElfW(Dyn) * dynamic) {
  const ElfW(Rela)* relocations = nullptr;
  const ElfW(Sym)* symbols = nullptr;
  std::size_t size = 0;
  for (; dynamic->d_tag != DT_NULL; ++dynamic) {
    if (dynamic->d_tag == DT_RELA) {
      relocations = reinterpret_cast<const ElfW(Rela)*>(dynamic->d_un.d_ptr);
    } else if (dynamic->d_tag == DT_SYMTAB) {
      symbols = reinterpret_cast<const ElfW(Sym)*>(dynamic->d_un.d_ptr);
    } else if (dynamic->d_tag == DT_RELASZ) {
      size = dynamic->d_un.d_val;
    }
  }
  if (relocations == nullptr || symbols == nullptr) return;
  for (std::size_t i = 0; i < size / sizeof(ElfW(Rela)); ++i) {
    if (ELF64_R_TYPE(relocations[i].r_info) != R_X86_64_COPY) continue;
    const ElfW(Sym)& symbol = symbols[ELF64_R_SYM(relocations[i].r_info)];
    add_copy({relocations[i].r_offset, relocations[i].r_offset + symbol.st_size});
  }
}

int look_at_executable(dl_phdr_info* info, std::size_t, void*) {
  Range relro;
  const ElfW(Dyn)* dynamic = nullptr;
  all_of_it.begin = UINTPTR_MAX;
  for (int i = 0; i < info->dlpi_phnum; ++i) {
    const ElfW(Phdr)& header = info->dlpi_phdr[i];
    const std::uintptr_t begin = info->dlpi_addr + header.p_vaddr;
    const std::uintptr_t end = begin + header.p_memsz;
    if (header.p_type == PT_GNU_RELRO) relro = {begin, end};
    if (header.p_type == PT_DYNAMIC) dynamic = reinterpret_cast<const ElfW(Dyn)*>(begin);
    if (header.p_type != PT_LOAD) continue;
    all_of_it = {std::min(all_of_it.begin, begin), std::max(all_of_it.end, end)};
    if ((header.p_flags & PF_W) != 0) variables = {begin, end};
  }
  // The loader has write-protected whole pages of what is read-only after relocation.
  if (relro.size() > 0 && variables.begin < relro.end) {
    variables.begin = std::min((relro.end + page - 1) & ~(page - 1), variables.end);
  }
  if (dynamic != nullptr) find_copies(dynamic);
  return 1;  // the executable comes first
}

// No sanitizer sees this: it would be an access, of red zones as well.
void copy(void* to, const void* from, std::size_t size) {
  asm volatile("rep movsb" : "+D"(to), "+S"(from), "+c"(size) : : "memory");
}

struct ExitFunction {
  void (*function)(void*);
  void* object;
};

Lock exit_lock;
ExitFunction exit_functions[1024];
int exit_count = 0;

constinit Real<int(void (*)(void*), void*, void*)> real_atexit("__cxa_atexit");

}  // namespace

void remember_variables() {
  dl_iterate_phdr(look_at_executable, nullptr);
  const long memory = kernel::call(SYS_mmap, 0, static_cast<long>(variables.size() + page),
                                   PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  image = reinterpret_cast<char*>(memory);
  copy(image, reinterpret_cast<void*>(variables.begin), variables.size());
}

void restore_variables() {
  std::uintptr_t begin = variables.begin;
  const auto restore_until = [&begin](std::uintptr_t end) {
    if (begin >= end) return;
    copy(reinterpret_cast<void*>(begin), image + (begin - variables.begin), end - begin);
  };
  for (int i = 0; i < copy_count; ++i) {
    restore_until(copies[i].begin);
    begin = std::max(begin, copies[i].end);
  }
  restore_until(variables.end);
}

void run_exit_functions() {
  for (;;) {
    exit_lock.lock();
    const int last = exit_count - 1;
    const ExitFunction one = last >= 0 ? exit_functions[last] : ExitFunction{};
    if (last >= 0) exit_count = last;
    exit_lock.unlock();
    if (last < 0) return;
    one.function(one.object);
  }
}

}  // namespace kata::native

using namespace kata::native;

// A static object of the submission ends with its schedule, not with the process.
KATA_INSTEAD int __cxa_atexit(void (*function)(void*), void* object, void* module) noexcept {
  const auto address = reinterpret_cast<std::uintptr_t>(module);
  const bool of_executable = address >= all_of_it.begin && address < all_of_it.end;
  if (me == nullptr || !of_executable) return real_atexit(function, object, module);
  exit_lock.lock();
  const bool room = exit_count < static_cast<int>(std::size(exit_functions));
  if (room) exit_functions[exit_count++] = {function, object};
  exit_lock.unlock();
  return room ? 0 : -1;
}
