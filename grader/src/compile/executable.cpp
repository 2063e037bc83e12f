// SPDX-License-Identifier: MIT
#include "compile/executable.hpp"

#include <cxxabi.h>
#include <elf.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <optional>
#include <vector>

namespace grader::compile {

namespace {

// The T that lies at `offset`, if all of it is there. Copied, as nothing says that it is aligned.
template <class T>
std::optional<T> at(std::string_view bytes, std::uint64_t offset) {
  if (offset > bytes.size() || bytes.size() - offset < sizeof(T)) return std::nullopt;
  T value;
  std::memcpy(&value, bytes.data() + offset, sizeof value);
  return value;
}

template <class T>
std::vector<T> entries(std::string_view bytes, const Elf64_Shdr& section) {
  std::vector<T> result;
  for (std::uint64_t done = 0; done + sizeof(T) <= section.sh_size; done += sizeof(T)) {
    const auto one = at<T>(bytes, section.sh_offset + done);
    if (!one) break;
    result.push_back(*one);
  }
  return result;
}

std::vector<Elf64_Shdr> sections(std::string_view bytes) {
  const auto header = at<Elf64_Ehdr>(bytes, 0);
  if (!header || std::memcmp(header->e_ident, ELFMAG, SELFMAG) != 0 ||
      header->e_ident[EI_CLASS] != ELFCLASS64 || header->e_shentsize != sizeof(Elf64_Shdr)) {
    return {};
  }
  Elf64_Shdr table{};
  table.sh_offset = header->e_shoff;
  table.sh_size = std::uint64_t{header->e_shnum} * sizeof(Elf64_Shdr);
  return entries<Elf64_Shdr>(bytes, table);
}

std::string_view name_at(std::string_view bytes, const Elf64_Shdr& strings, std::uint64_t offset) {
  if (strings.sh_offset > bytes.size()) return {};
  const std::string_view table = bytes.substr(strings.sh_offset, strings.sh_size);
  if (offset >= table.size()) return {};
  const std::string_view rest = table.substr(offset);
  return rest.substr(0, rest.find('\0'));
}

bool begins_with_any(std::string_view name, const auto& prefixes) {
  return std::any_of(prefixes.begin(), prefixes.end(),
                     [&](std::string_view prefix) { return name.rfind(prefix, 0) == 0; });
}

// The dynamic table of an executable names those of its definitions that a library uses or has,
// too: they take the library's place. Copies of variables (`std::cout`) and what templates of the
// standard library are instantiated to (weak) are there by right.
bool replaces_a_library(const Elf64_Sym& symbol, std::string_view name) {
  const unsigned char type = ELF64_ST_TYPE(symbol.st_info);
  const bool code = type == STT_FUNC || type == STT_GNU_IFUNC || type == STT_NOTYPE;
  if (symbol.st_shndx == SHN_UNDEF || !code || name == "kata_register_scenarios") return false;
  if (ELF64_ST_BIND(symbol.st_info) != STB_WEAK || type == STT_GNU_IFUNC) return true;
  // No template: functions of C, of the judge, operator new and delete.
  constexpr std::array<std::string_view, 6> never = {"_ZN4kata", "_ZNK4kata", "_Znw",
                                                     "_Zna",     "_Zdl",      "_Zda"};
  return name.rfind("_Z", 0) != 0 || begins_with_any(name, never);
}

std::string readable(std::string_view name) {
  const std::string mangled(name);
  int status = 0;
  const std::unique_ptr<char, decltype(&std::free)> text(
      abi::__cxa_demangle(mangled.c_str(), nullptr, nullptr, &status), &std::free);
  return status == 0 && text ? text.get() : mangled;
}

}  // namespace

std::string forbidden_in(std::string_view elf) {
  const std::vector<Elf64_Shdr> all = sections(elf);
  for (const Elf64_Shdr& section : all) {
    bool early = false;
    if (section.sh_type == SHT_DYNAMIC) {
      for (const auto& one : entries<Elf64_Dyn>(elf, section)) {
        early = early || one.d_tag == DT_PREINIT_ARRAY;
      }
    } else if (section.sh_type == SHT_RELA) {
      // The resolver of an indirect function is called while the program is being loaded.
      for (const auto& one : entries<Elf64_Rela>(elf, section)) {
        early = early || ELF64_R_TYPE(one.r_info) == R_X86_64_IRELATIVE;
      }
    } else if (section.sh_type == SHT_DYNSYM && section.sh_link < all.size()) {
      for (const auto& one : entries<Elf64_Sym>(elf, section)) {
        const std::string_view name = name_at(elf, all[section.sh_link], one.st_name);
        if (replaces_a_library(one, name)) {
          return fmt::format("the submission defines {} itself", readable(name));
        }
      }
    }
    if (early) return "the submission has code that runs while the program is being loaded";
  }
  return "";
}

}  // namespace grader::compile
