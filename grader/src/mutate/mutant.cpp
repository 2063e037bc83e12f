// SPDX-License-Identifier: MIT
#include "mutate/mutant.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/text.hpp"
#include "mutate/operators.hpp"

namespace grader::mutate {

namespace {

std::string joined(const std::vector<std::string_view>& lines, std::size_t first,
                   std::size_t last) {
  std::string text;
  for (std::size_t i = first; i < last; ++i) {
    if (trim(lines[i]).empty()) continue;
    text += (text.empty() ? "" : "\n") + std::string(trim(lines[i]));
  }
  return text;
}

// Fills in what differs, in whole lines.
void describe(const std::string& before, Mutant& mutant) {
  const auto old_lines = split_lines(before), new_lines = split_lines(mutant.text);
  const std::size_t fewer = std::min(old_lines.size(), new_lines.size());
  std::size_t head = 0, tail = 0;
  while (head < fewer && old_lines[head] == new_lines[head]) ++head;
  while (tail < fewer - head &&
         old_lines[old_lines.size() - 1 - tail] == new_lines[new_lines.size() - 1 - tail]) {
    ++tail;
  }
  mutant.line = head + 1;
  mutant.from = joined(old_lines, head, old_lines.size() - tail);
  mutant.to = joined(new_lines, head, new_lines.size() - tail);
}

}  // namespace

Mutants::Mutants(const Source& source) : source_(source), seen_{token_text(source.text())} {}

void Mutants::add(const std::string& operation, std::vector<Edit> edits) {
  std::sort(edits.begin(), edits.end(),
            [](const Edit& a, const Edit& b) { return a.begin < b.begin; });
  Mutant mutant;
  mutant.operation = operation;
  std::size_t done = 0;
  for (const Edit& edit : edits) {
    mutant.text += source_.text().substr(done, edit.begin - done) + edit.text;
    done = edit.end;
  }
  mutant.text += source_.text().substr(done);
  std::string tokens = token_text(mutant.text);
  const auto place = std::lower_bound(seen_.begin(), seen_.end(), tokens);
  if (place != seen_.end() && *place == tokens) return;
  seen_.insert(place, std::move(tokens));
  describe(source_.text(), mutant);
  made_.push_back(std::move(mutant));
}

std::vector<Mutant> Mutants::take() {
  std::stable_sort(made_.begin(), made_.end(),
                   [](const Mutant& a, const Mutant& b) { return a.line < b.line; });
  std::map<std::tuple<std::string, std::string, std::string>, std::size_t> met;
  for (Mutant& mutant : made_) mutant.nth = ++met[{mutant.operation, mutant.from, mutant.to}];
  return std::move(made_);
}

std::vector<Mutant> mutants_of(const std::string& text) {
  const Source source(text);
  Mutants mutants(source);
  // Where two operators make the same mutant, the first one names it.
  drop_notifies(source, mutants);
  exchange_notifies(source, mutants);
  weaken_waits(source, mutants);
  drop_locks(source, mutants);
  narrow_locks(source, mutants);
  drop_joins(source, mutants);
  relax_orders(source, mutants);
  weaken_conditions(source, mutants);
  negate_conditions(source, mutants);
  shift_bounds(source, mutants);
  shift_constants(source, mutants);
  drop_statements(source, mutants);
  swap_statements(source, mutants);
  return mutants.take();
}

std::string small_diff(const Mutant& mutant, const std::string& indent) {
  std::string text;
  for (const auto& [mark, lines] : {std::pair{"- ", &mutant.from}, {"+ ", &mutant.to}}) {
    for (const std::string_view line : split_lines(*lines)) {
      text += indent + mark + printable(line) + "\n";
    }
  }
  return text;
}

Edit without(const Source& source, const Statement& statement) {
  return replaced(source, statement.first, statement.last, statement.block == none ? ";" : "");
}

Edit replaced(const Source& source, std::size_t first, std::size_t last, std::string text) {
  return {source.tokens()[first].begin, source.tokens()[last].end(), std::move(text)};
}

}  // namespace grader::mutate
