// SPDX-License-Identifier: MIT
#include "compile/executable.hpp"

#include <cxxabi.h>
#include <fmt/format.h>
#include <link.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <vector>

#include "base/files.hpp"
#include "compile/elf.hpp"

namespace grader::compile {

namespace {

bool begins_with_any(std::string_view name, const auto& prefixes) {
  return std::any_of(prefixes.begin(), prefixes.end(),
                     [&](std::string_view prefix) { return name.rfind(prefix, 0) == 0; });
}

// The dynamic table of an executable names those of its definitions that a library uses or has,
// too: they take the library's place. Copies of variables (`std::cout`) and what templates of the
// standard library are instantiated to (weak) are there by right.
bool replaces_a_library(const elf::Symbol& symbol) {
  const unsigned char type = symbol.type();
  const std::string_view name = symbol.name;
  const bool code = type == STT_FUNC || type == STT_GNU_IFUNC || type == STT_NOTYPE;
  if (!symbol.defined() || !code || name == "kata_register_scenarios") return false;
  if (symbol.binding() != STB_WEAK || type == STT_GNU_IFUNC) return true;
  // No template: functions of C, of the judge, operator new and delete.
  constexpr std::array<std::string_view, 6> never = {"_ZN4kata", "_ZNK4kata", "_Znw",
                                                     "_Zna",     "_Zdl",      "_Zda"};
  return name.rfind("_Z", 0) != 0 || begins_with_any(name, never);
}

// The file of the standard library that this process runs with; submissions get the same one.
std::string standard_library() {
  std::string path;
  dl_iterate_phdr(
      [](dl_phdr_info* info, std::size_t, void* found) {
        const std::string_view name = info->dlpi_name;
        if (name.find("/libstdc++.so") == std::string_view::npos) return 0;
        *static_cast<std::string*>(found) = name;
        return 1;
      },
      &path);
  return path;
}

// The first of `weak`, which the executable exports, that is no template in the standard library:
// there it is one function for all, and those of the judge's runtime would be led here.
std::string replaced_in_standard_library(const std::unordered_set<std::string_view>& weak) {
  static const MappedFile library(standard_library());
  for (const elf::Symbol& symbol : elf::symbols(library.bytes(), SHT_DYNSYM)) {
    if (symbol.defined() && symbol.binding() == STB_GLOBAL && symbol.type() == STT_FUNC &&
        weak.contains(symbol.name)) {
      return std::string(symbol.name);
    }
  }
  return "";
}

std::string defines(std::string_view name) {
  return fmt::format("the submission defines {} itself", readable_name(name));
}

}  // namespace

std::string readable_name(std::string_view symbol) {
  const std::string mangled(symbol);
  int status = 0;
  const std::unique_ptr<char, decltype(&std::free)> text(
      abi::__cxa_demangle(mangled.c_str(), nullptr, nullptr, &status), &std::free);
  return status == 0 && text ? text.get() : mangled;
}

std::string forbidden_in(std::string_view executable) {
  for (const Elf64_Shdr& section : elf::sections(executable)) {
    bool early = false;
    if (section.sh_type == SHT_DYNAMIC) {
      for (const auto& one : elf::entries<Elf64_Dyn>(executable, section)) {
        early = early || one.d_tag == DT_PREINIT_ARRAY;
      }
    } else if (section.sh_type == SHT_RELA) {
      // The resolver of an indirect function is called while the program is being loaded.
      for (const auto& one : elf::entries<Elf64_Rela>(executable, section)) {
        early = early || ELF64_R_TYPE(one.r_info) == R_X86_64_IRELATIVE;
      }
    }
    if (early) return "the submission has code that runs while the program is being loaded";
  }
  std::unordered_set<std::string_view> weak;
  for (const elf::Symbol& symbol : elf::symbols(executable, SHT_DYNSYM)) {
    if (replaces_a_library(symbol)) return defines(symbol.name);
    if (symbol.defined() && symbol.binding() == STB_WEAK && symbol.type() == STT_FUNC) {
      weak.insert(symbol.name);
    }
  }
  const std::string replaced = replaced_in_standard_library(weak);
  return replaced.empty() ? "" : defines(replaced);
}

Reserved::Reserved(std::string_view judge, std::string_view runtime)
    : judge_(judge), runtime_(runtime) {
  for (const elf::Symbol& symbol : elf::symbols(judge_, SHT_SYMTAB)) {
    if (symbol.binding() == STB_LOCAL || symbol.name.empty()) continue;
    if (symbol.name != "kata_make_answer") names_.insert(symbol.name);
  }
  // Weak there are templates of the standard library, and variables are those of its inline
  // functions: a submission has both by right.
  for (const elf::Symbol& symbol : elf::symbols(runtime_, SHT_DYNSYM)) {
    if (symbol.defined() && symbol.binding() == STB_GLOBAL && symbol.type() == STT_FUNC) {
      names_.insert(symbol.name);
    }
  }
}

std::string Reserved::defined_in(std::string_view object) const {
  for (const elf::Symbol& symbol : elf::symbols(object, SHT_SYMTAB)) {
    if (symbol.defined() && symbol.binding() != STB_LOCAL && names_.count(symbol.name) != 0) {
      return defines(symbol.name);
    }
  }
  return "";
}

}  // namespace grader::compile
