// SPDX-License-Identifier: MIT
#include "explore/global_state.hpp"

#include <elf.h>
#include <link.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <iterator>
#include <map>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "fiber/image.hpp"
#include "oracle/oracle.hpp"
#include "trace/symbols.hpp"
#include "world/static_objects.hpp"
#include "world/world.hpp"

namespace kata::explore {

namespace {

struct Variable {
  std::uintptr_t address;
  std::size_t size;
};

// By symbol: the submission's variables, and the guards of its static local ones.
struct Table {
  std::vector<Variable> variables;
  std::unordered_map<std::uintptr_t, Variable> by_guard;  // what the guard at an address guards
};

constexpr std::string_view guard_prefix = "_ZGV";

// Of a mangled name: what the outermost enclosing scope begins with.
std::string_view outermost(std::string_view name) {
  name.remove_prefix(2);
  name.remove_prefix(std::min(name.find_first_not_of("ZNKL"), name.size()));
  return name;
}

// libstdc++'s, the engine's, the harness's (AUTHORS.md: they live in kata_oracle), the C runtime's,
// and variables of shared libraries that the linker copied here, which carry a version.
bool is_submissions(std::string_view name) {
  if (name.empty() || name.find('@') != name.npos) return false;
  if (name.substr(0, 2) != "_Z") return name.substr(0, 2) != "__";
  const std::string_view scope = outermost(name);
  if (scope.empty() || scope[0] == 'S') return false;
  for (const std::string_view other : {"9__gnu_cxx", "10__cxxabiv1", "4kata", "11kata_oracle"}) {
    if (scope.substr(0, other.size()) == other) return false;
  }
  return true;
}

void read_symbols(const std::string& file, Table& table) {
  ElfW(Ehdr) header;
  if (file.size() < sizeof header) return;
  std::memcpy(&header, file.data(), sizeof header);
  std::vector<ElfW(Shdr)> sections(header.e_shnum);
  const std::size_t bytes = sections.size() * sizeof(ElfW(Shdr));
  if (header.e_shoff > file.size() || bytes > file.size() - header.e_shoff) return;
  std::memcpy(sections.data(), file.data() + header.e_shoff, bytes);
  std::unordered_map<std::string_view, Variable> by_name;
  std::vector<std::pair<std::string_view, std::uintptr_t>> guards;
  for (const ElfW(Shdr) & section : sections) {
    if (section.sh_type != SHT_SYMTAB || section.sh_link >= sections.size()) continue;
    const ElfW(Shdr)& names = sections[section.sh_link];
    if (section.sh_offset + section.sh_size > file.size() ||
        names.sh_offset + names.sh_size > file.size()) {
      return;
    }
    for (std::size_t at = 0; at + sizeof(ElfW(Sym)) <= section.sh_size; at += sizeof(ElfW(Sym))) {
      ElfW(Sym) symbol;
      std::memcpy(&symbol, file.data() + section.sh_offset + at, sizeof symbol);
      if (ELF64_ST_TYPE(symbol.st_info) != STT_OBJECT || symbol.st_size == 0) continue;
      if (symbol.st_name >= names.sh_size) continue;
      if (!fiber::executable_data.contains(symbol.st_value) ||
          !fiber::executable_data.contains(symbol.st_value + symbol.st_size - 1)) {
        continue;
      }
      const std::string_view name = file.data() + names.sh_offset + symbol.st_name;
      if (name.substr(0, guard_prefix.size()) == guard_prefix) {
        guards.emplace_back(name.substr(guard_prefix.size()), symbol.st_value);
      } else if (is_submissions(name)) {
        by_name[name] = {symbol.st_value, symbol.st_size};
        table.variables.push_back({symbol.st_value, symbol.st_size});
      }
    }
  }
  for (const auto& [guarded, address] : guards) {
    const auto found = by_name.find("_Z" + std::string(guarded));
    if (found != by_name.end()) table.by_guard[address] = found->second;
  }
}

// Addresses are as in the file: the executable is not position independent.
const Table& table() {
  static const Table read = [] {
    Table fresh;
    std::ifstream file("/proc/self/exe", std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    read_symbols(bytes, fresh);
    return fresh;
  }();
  return read;
}

std::string bytes_at(const Variable& variable) {
  return {reinterpret_cast<const char*>(variable.address), variable.size};
}

std::set<std::uintptr_t> changed_variables;
std::map<std::uintptr_t, std::string> when_made;  // in this schedule, by address

// What happens while one lives is not the submission's doing: memcpy and its like are ours, and
// would look for races.
class Unseen {
 public:
  Unseen() : thread_(std::exchange(model::observed, nullptr)) {}
  ~Unseen() { model::observed = thread_; }
  Unseen(const Unseen&) = delete;
  Unseen& operator=(const Unseen&) = delete;

 private:
  model::Thread* thread_;
};

void note_made(std::uintptr_t guard) {
  const Unseen unseen;
  const auto found = table().by_guard.find(guard);
  if (found == table().by_guard.end()) return;
  when_made[found->second.address] = bytes_at(found->second);
}

// "FooBar::names[abi:cxx11]" to "names", and so for the static local variables of functions.
std::string last_name(std::string name) {
  if (const std::size_t colons = name.rfind("::"); colons != std::string::npos) {
    name.erase(0, colons + 2);
  }
  if (const std::size_t tag = name.find("[abi:"); tag != std::string::npos) name.resize(tag);
  return name;
}

void compare() {
  const Unseen unseen;
  const auto* image = reinterpret_cast<const char*>(fiber::data_snapshot());
  for (const Variable& variable : table().variables) {
    if (changed_variables.contains(variable.address)) continue;
    const char* before = image + (variable.address - fiber::executable_data.begin);
    if (const auto made = when_made.find(variable.address); made != when_made.end()) {
      before = made->second.data();
    }
    if (std::memcmp(before, reinterpret_cast<const void*>(variable.address), variable.size) == 0) {
      continue;
    }
    changed_variables.insert(variable.address);
  }
  when_made.clear();
}

}  // namespace

GlobalStateWatch::GlobalStateWatch() {
  changed_variables.clear();
  when_made.clear();
  table();  // read here, not on a schedule's stack
  model::on_static_made = note_made;
  oracle::on_body_over = compare;
}

GlobalStateWatch::~GlobalStateWatch() {
  model::on_static_made = nullptr;
  oracle::on_body_over = nullptr;
}

std::set<std::string> GlobalStateWatch::changed() const {
  std::set<std::string> names;
  for (const std::uintptr_t address : changed_variables) {
    const std::string name = trace::variable_at(address);
    if (!name.empty()) names.insert(last_name(name));
  }
  return names;
}

}  // namespace kata::explore
