// SPDX-License-Identifier: MIT
// What can be read off a 64-bit ELF file (ELF-64 Object File Format, 1998) that may be damaged on
// purpose: what does not lie within it is left out.
#pragma once

#include <elf.h>

#include <cstdint>
#include <string_view>
#include <vector>

namespace grader::compile::elf {

/// The section headers; none if `bytes` are no such file.
std::vector<Elf64_Shdr> sections(std::string_view bytes);

/// The names of the sections, in their order; fewer or none if the file is damaged.
std::vector<std::string_view> section_names(std::string_view bytes);

/// The bytes that a section holds in the file; "" if they do not lie within it, or for one without.
std::string_view content(std::string_view bytes, const Elf64_Shdr& section);

/// The name at `offset` in the string table `strings`; "" beyond its end.
std::string_view name_at(std::string_view bytes, const Elf64_Shdr& strings, std::uint64_t offset);

/// The entries of a section that is a table of Ts. Instantiated for what is used.
template <class T>
std::vector<T> entries(std::string_view bytes, const Elf64_Shdr& section);

struct Symbol {
  std::string_view name;
  Elf64_Sym entry;

  bool defined() const { return entry.st_shndx != SHN_UNDEF; }
  unsigned char binding() const { return ELF64_ST_BIND(entry.st_info); }
  unsigned char type() const { return ELF64_ST_TYPE(entry.st_info); }
};

/// The symbols of the tables of type `table`: SHT_SYMTAB or SHT_DYNSYM.
std::vector<Symbol> symbols(std::string_view bytes, std::uint32_t table);

}  // namespace grader::compile::elf
