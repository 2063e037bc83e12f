// SPDX-License-Identifier: MIT
// What the failing schedule printed, which is not what the judge looks at.
#include "explain/output.hpp"

#include <algorithm>
#include <string_view>

#include "explain/parts.hpp"

namespace kata::explain {

namespace {

using trace::Operation;

constexpr std::size_t enough = 40;  // characters in a step

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

std::string_view stripped(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace

std::string quoted(std::string_view text) {
  std::string shown = "\"";
  for (const char c : text.substr(0, enough)) {
    if (c == '\n') {
      shown += "\\n";
    } else {
      shown += c;
    }
  }
  return shown + (text.size() > enough ? "…\"" : "\"");
}

std::vector<Step> with_prints_joined(std::vector<Step> steps, const Source& source) {
  std::vector<Step> joined;
  std::string text;  // of the last step, if it prints
  for (Step& step : steps) {
    const bool prints = is(*step.event, Operation::print);
    if (!prints) {
      joined.push_back(std::move(step));
      continue;
    }
    const bool goes_on =
        !joined.empty() && is(*joined.back().event, Operation::print) &&
        joined.back().event->thread == step.event->thread &&
        source.place(joined.back().event->stack).line == source.place(step.event->stack).line;
    text = goes_on ? text + step.event->detail : step.event->detail;
    if (!goes_on) joined.push_back(std::move(step));
    joined.back().detail = quoted(text);
  }
  return joined;
}

std::string printed(const FailedSchedule& failed) {
  std::string text;
  for (const trace::Event& event : failed.events) {
    if (is(event, Operation::print)) text += event.detail;
  }
  return text;
}

std::string printed_itself(const FailedSchedule& failed, std::string_view expected_next,
                           const Source& source) {
  for (const trace::Event& event : failed.events) {
    if (!is(event, Operation::print)) continue;
    const std::string_view text = stripped(event.detail);
    if (text.empty() || !expected_next.starts_with(text)) continue;
    return sentence(thread_name(failed, event.thread, source)) + " printed " + quoted(text) +
           " itself" + at(source.place(event.stack)) +
           ": that is not what the judge looks at. Call the function that this thread was given "
           "for "
           "it instead.";
  }
  return "";
}

}  // namespace kata::explain
