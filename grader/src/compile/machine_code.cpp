// SPDX-License-Identifier: MIT
#include "compile/machine_code.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "compile/elf.hpp"

namespace grader::compile {

namespace {

// syscall, sysenter, int 0x80 (Intel 64 and IA-32 Architectures Software Developer's Manual, vol.
// 2).
constexpr std::array<std::string_view, 3> encodings = {"\x0f\x05", "\x0f\x34", "\xcd\x80"};
constexpr std::array<std::string_view, 3> mnemonics = {"syscall", "sysenter", "int $0x80"};

}  // namespace

bool may_enter_kernel(std::string_view object) {
  for (const Elf64_Shdr& section : elf::sections(object)) {
    if ((section.sh_flags & SHF_EXECINSTR) == 0) continue;
    const std::string_view code = elf::content(object, section);
    if (std::any_of(encodings.begin(), encodings.end(), [&](std::string_view bytes) {
          return code.find(bytes) != std::string_view::npos;
        })) {
      return true;
    }
  }
  return false;
}

// "  1f:	syscall" and "  1f:	int    $0x80".
std::string listing_enters_kernel(std::string_view listing) {
  for (const std::string_view line : split_lines(listing)) {
    const std::size_t tab = line.find(":\t");
    if (tab == std::string_view::npos) continue;
    std::string instruction;
    for (const char c : trim(line.substr(tab + 2))) {
      if (c != ' ' || (!instruction.empty() && instruction.back() != ' ')) instruction += c;
    }
    // Prefixes without meaning may stand before it.
    const auto ends_as = [&](std::string_view known) {
      return instruction == known || (instruction.ends_with(known) &&
                                      instruction[instruction.size() - known.size() - 1] == ' ');
    };
    if (std::any_of(mnemonics.begin(), mnemonics.end(), ends_as)) return instruction;
  }
  return "";
}

}  // namespace grader::compile
