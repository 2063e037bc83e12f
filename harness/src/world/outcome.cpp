// SPDX-License-Identifier: MIT
#include "world/outcome.hpp"

#include <algorithm>
#include <utility>

namespace kata::model {

const char* word(ThreadState state) {
  switch (state) {
    case ThreadState::running:
      return "running";
    case ThreadState::runnable:
      return "runnable";
    case ThreadState::blocked:
      return "blocked";
    case ThreadState::finished:
      break;
  }
  return "finished";
}

const Notice* Outcome::noticed(const WarningKind& kind) const {
  const auto found = std::find_if(notices.begin(), notices.end(),
                                  [&](const Notice& one) { return one.kind == &kind; });
  return found == notices.end() ? nullptr : &*found;
}

void Outcome::notice(const WarningKind& kind, std::uint16_t thread, trace::Stack at) {
  std::erase_if(notices, [&](const Notice& one) { return one.kind == &kind; });
  notices.push_back({&kind, thread, std::move(at)});
}

}  // namespace kata::model
