// SPDX-License-Identifier: MIT
#include "compile/included.hpp"

namespace grader::compile {

std::vector<std::string> included_files(std::string_view list) {
  std::vector<std::string> files;
  std::string name;
  const auto end_of_name = [&] {
    if (!name.empty()) files.push_back(name);
    name.clear();
  };
  // "target: a b \\\n c", with a blank in a name as "\\ ", a '$' as "$$".
  const std::size_t colon = list.find(": ");
  for (std::size_t i = colon == std::string_view::npos ? list.size() : colon + 2; i < list.size();
       ++i) {
    const char next = i + 1 < list.size() ? list[i + 1] : '\n';
    if (list[i] == '\\' && next == '\n') {
      end_of_name();
    } else if ((list[i] == '\\' && (next == ' ' || next == '#')) ||
               (list[i] == '$' && next == '$')) {
      name += list[++i];
    } else if (list[i] == ' ' || list[i] == '\n') {
      end_of_name();
    } else {
      name += list[i];
    }
  }
  end_of_name();
  return files;
}

}  // namespace grader::compile
