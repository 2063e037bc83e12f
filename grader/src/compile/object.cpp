// SPDX-License-Identifier: MIT
#include "compile/object.hpp"

#include <algorithm>
#include <array>

#include "compile/elf.hpp"
#include "compile/permitted.hpp"

namespace grader::compile {

namespace {

// `name` is one of `families`, or one of their parts: ".text", ".text.unlikely", but not ".texts".
bool belongs_to(std::string_view name, const auto& families) {
  return std::any_of(families.begin(), families.end(), [&](std::string_view family) {
    return name.starts_with(family) && (name.size() == family.size() || name[family.size()] == '.');
  });
}

constexpr std::array<std::string_view, 1> code = {".text"};

constexpr std::array<std::string_view, 11> data = {".data",
                                                   ".bss",
                                                   ".rodata",
                                                   ".tdata",
                                                   ".tbss",
                                                   ".init_array",
                                                   ".fini_array",
                                                   ".sdata",
                                                   ".eh_frame",
                                                   ".gcc_except_table",
                                                   ".note.gnu.property"};

// Not loaded. Without those by which a linker would compile anew (.gnu.lto_…).
constexpr std::array<std::string_view, 9> unloaded = {
    ".comment", ".rela",         ".symtab",       ".strtab",        ".shstrtab",
    ".group",   ".llvm_addrsig", ".symtab_shndx", ".note.GNU-stack"};

bool is_usual(std::string_view name, const Elf64_Shdr& section) {
  if (section.sh_size == 0) return true;
  const bool executable = (section.sh_flags & SHF_EXECINSTR) != 0;
  const bool writable = (section.sh_flags & SHF_WRITE) != 0;
  switch (section.sh_type) {
    case SHT_PREINIT_ARRAY:
    case SHT_DYNAMIC:
    case SHT_DYNSYM:
    case SHT_HASH:
    case SHT_GNU_HASH:
    case SHT_SHLIB:
      return false;
    default:
      break;
  }
  if (executable) return !writable && belongs_to(name, code);
  if ((section.sh_flags & SHF_ALLOC) != 0) return belongs_to(name, code) || belongs_to(name, data);
  return name.empty() || name.starts_with(".debug_") || belongs_to(name, unloaded);
}

}  // namespace

std::string unpermitted_in(std::string_view object) {
  for (const elf::Symbol& symbol : elf::symbols(object, SHT_SYMTAB)) {
    if (symbol.defined() || symbol.name.empty() || is_permitted(symbol.name)) continue;
    return std::string(symbol.name);
  }
  return "";
}

std::string odd_section_in(std::string_view object) {
  const std::vector<Elf64_Shdr> all = elf::sections(object);
  const auto named = elf::section_names(object);
  for (std::size_t i = 0; i < all.size() && i < named.size(); ++i) {
    if (!is_usual(named[i], all[i])) return std::string(named[i]);
  }
  return "";
}

}  // namespace grader::compile
