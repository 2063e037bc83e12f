// SPDX-License-Identifier: MIT
#include "world/warning.hpp"

namespace kata::model {

const WarningKind* warning_kind(std::string_view word) {
  for (const WarningKind* kind : warning_kinds) {
    if (kind->word == word) return kind;
  }
  return nullptr;
}

bool is_rejectable(const WarningKind& kind) {
  return kind.rejected_as && kind.finder != Finder::grader && kind.finder != Finder::native;
}

std::string rejectable_words() {
  std::string words;
  for (const WarningKind* kind : warning_kinds) {
    if (!is_rejectable(*kind)) continue;
    words += (words.empty() ? "" : ", ") + std::string(kind->word);
  }
  return words;
}

}  // namespace kata::model
