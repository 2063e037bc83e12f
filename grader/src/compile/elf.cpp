// SPDX-License-Identifier: MIT
#include "compile/elf.hpp"

#include <cstring>
#include <optional>

namespace grader::compile::elf {

namespace {

// The T that lies at `offset`, if all of it is there. Copied, as nothing says that it is aligned.
template <class T>
std::optional<T> at(std::string_view bytes, std::uint64_t offset) {
  if (offset > bytes.size() || bytes.size() - offset < sizeof(T)) return std::nullopt;
  T value;
  std::memcpy(&value, bytes.data() + offset, sizeof value);
  return value;
}

}  // namespace

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
template std::vector<Elf64_Dyn> entries(std::string_view, const Elf64_Shdr&);
template std::vector<Elf64_Rela> entries(std::string_view, const Elf64_Shdr&);
template std::vector<Elf64_Sym> entries(std::string_view, const Elf64_Shdr&);

std::vector<Elf64_Shdr> sections(std::string_view bytes) {
  const auto header = at<Elf64_Ehdr>(bytes, 0);
  if (!header || std::memcmp(header->e_ident, ELFMAG, SELFMAG) != 0 ||
      header->e_ident[EI_CLASS] != ELFCLASS64 || header->e_shentsize != sizeof(Elf64_Shdr)) {
    return {};
  }
  Elf64_Shdr table{};
  table.sh_offset = header->e_shoff;
  table.sh_size = std::uint64_t{header->e_shnum} * sizeof(Elf64_Shdr);
  // More than 65,279 sections: their number is in the first of them.
  if (header->e_shnum == 0) {
    const auto first = at<Elf64_Shdr>(bytes, header->e_shoff);
    table.sh_size = first ? first->sh_size * sizeof(Elf64_Shdr) : 0;
  }
  return entries<Elf64_Shdr>(bytes, table);
}

std::vector<std::string_view> section_names(std::string_view bytes) {
  const std::vector<Elf64_Shdr> all = sections(bytes);
  if (all.empty()) return {};
  const std::size_t index = at<Elf64_Ehdr>(bytes, 0)->e_shstrndx;
  // More than 65,279 sections: the number of the names' own is in the first of them.
  const std::size_t names = index == SHN_XINDEX ? all.front().sh_link : index;
  if (names >= all.size()) return {};
  std::vector<std::string_view> result;
  for (const Elf64_Shdr& one : all) result.push_back(name_at(bytes, all[names], one.sh_name));
  return result;
}

std::string_view content(std::string_view bytes, const Elf64_Shdr& section) {
  if (section.sh_type == SHT_NOBITS || section.sh_offset > bytes.size()) return {};
  if (bytes.size() - section.sh_offset < section.sh_size) return {};
  return bytes.substr(section.sh_offset, section.sh_size);
}

std::string_view name_at(std::string_view bytes, const Elf64_Shdr& strings, std::uint64_t offset) {
  if (strings.sh_offset > bytes.size()) return {};
  const std::string_view table = bytes.substr(strings.sh_offset, strings.sh_size);
  if (offset >= table.size()) return {};
  const std::string_view rest = table.substr(offset);
  return rest.substr(0, rest.find('\0'));
}

std::vector<Symbol> symbols(std::string_view bytes, std::uint32_t table) {
  std::vector<Symbol> result;
  const std::vector<Elf64_Shdr> all = sections(bytes);
  for (const Elf64_Shdr& section : all) {
    if (section.sh_type != table || section.sh_link >= all.size()) continue;
    for (const auto& one : entries<Elf64_Sym>(bytes, section)) {
      result.push_back({name_at(bytes, all[section.sh_link], one.st_name), one});
    }
  }
  return result;
}

}  // namespace grader::compile::elf
