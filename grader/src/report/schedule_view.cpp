// SPDX-License-Identifier: MIT
#include "report/schedule_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <numeric>
#include <utility>
#include <vector>

#include "base/text.hpp"

namespace grader::report {

namespace {

constexpr std::size_t gap = 2;
constexpr std::size_t narrowest_column = 10;
constexpr std::size_t widest_column = 24;  // what is longer runs on, since its row is empty there
constexpr std::size_t least_source = 30;
constexpr const char* blocked_mark = " ‖";

struct Row {
  std::string step;
  int thread = 0;
  std::string action;  ///< "lock mutex 1"
  std::string place;   ///< ":23  lock.lock();"
  bool blocked = false;
  std::size_t skipped = 0;  ///< not a step but so many that are left out
};

// Columns are narrow, and these words are all that differs between two steps.
std::string abbreviated(std::string text) {
  for (const auto& [whole, brief] : {std::pair{"condition variable", "condvar"},
                                     {"shared mutex", "rwlock"},
                                     {"recursive mutex", "rec. mutex"}}) {
    const std::size_t at = text.find(whole);
    if (at != std::string::npos) text.replace(at, std::string_view(whole).size(), brief);
  }
  return text;
}

// The runtime calls a thread that another starts or joins by its number.
std::string named_thread(const Failure& failure, const std::string& object) {
  constexpr std::string_view prefix = "thread ";
  int id = 0;
  const auto [end, error] = std::from_chars(object.data() + std::min(prefix.size(), object.size()),
                                            object.data() + object.size(), id);
  if (object.rfind(prefix, 0) != 0 || error != std::errc() || *end != '\0') return object;
  return short_thread_name(failure, id);
}

Row row_of(const Failure& failure, const Step& event, std::size_t number,
           const std::string& submission) {
  Row row;
  row.step = std::to_string(number);
  row.thread = event.thread;
  row.action = printable(event.operation);
  const std::string object = abbreviated(named_thread(failure, printable(event.object)));
  const std::string detail = printable(event.detail);
  if (!object.empty()) row.action += " " + object;
  if (!detail.empty()) row.action += " (" + detail + ")";
  row.blocked = event.blocked;
  const auto& [file, line, text] = event.place;
  if (file.empty()) return row;
  const std::string source = printable(trim(text.value_or("")));
  row.place = fmt::format("{}:{}", is_submission(file, submission) ? "" : base_name(file), line);
  if (!source.empty()) row.place += "  " + source;
  return row;
}

std::vector<Row> rows_of(const Failure& failure, const std::string& submission) {
  const std::vector<Step>& events = failure.events;
  std::size_t omitted = failure.events_omitted;
  const std::size_t before = omitted;
  std::vector<Row> rows;
  const std::size_t count = events.size();
  // Leaving out a handful saves nothing.
  const bool cut_middle = count > first_shown + last_shown + 4;
  for (std::size_t i = 0; i < count; ++i) {
    if (cut_middle && i == first_shown) {
      omitted += count - first_shown - last_shown;
      i = count - last_shown;
    }
    if (omitted > 0 && (i > 0 || !cut_middle)) {
      rows.emplace_back().skipped = std::exchange(omitted, 0);
    }
    rows.push_back(row_of(failure, events[i], before + i + 1, submission));
  }
  return rows;
}

class Table {
 public:
  Table(const Failure& failure, const std::string& submission, const Style& style)
      : style_(style), rows_(rows_of(failure, submission)) {
    for (const Row& row : rows_) {
      step_width_ = std::max(step_width_, width_of(row.step));
      place_width_ = std::max(place_width_, width_of(row.place));
      if (row.skipped == 0) names_.try_emplace(row.thread, short_thread_name(failure, row.thread));
    }
    as_rows_ = names_.size() >= fewest_for_rows;
    for (const auto& [thread, name] : names_) {
      std::size_t& width = widths_[as_rows_ ? 0 : thread];
      width = std::max(width, width_of(name));
    }
    for (const Row& row : rows_) {
      if (row.skipped != 0) continue;
      std::size_t& width = as_rows_ ? widths_[1] : widths_[row.thread];
      const std::size_t wanted = width_of(row.action) + (row.blocked ? 2 : 0);
      width = std::max(width, as_rows_ ? wanted : std::min(wanted, widest_column));
    }
    shrink();
    header_ = base_name(submission);
  }

  std::string text() const {
    std::string out = heading();
    for (const Row& row : rows_) {
      out += row.skipped != 0
                 ? fmt::format("  {}\n",
                               style_.paint(Color::faint, fmt::format("{:>{}}  … {} steps …", "",
                                                                      step_width_, row.skipped)))
                 : line(row);
    }
    const bool blocks =
        std::any_of(rows_.begin(), rows_.end(), [](auto& row) { return row.blocked; });
    if (blocks) out += style_.paint(Color::faint, "  ‖ here the thread has to wait") + "\n";
    return out;
  }

 private:
  // Columns give way, the widest first, until the source lines have room.
  void shrink() {
    const std::size_t places = std::min(place_width_, least_source);
    const auto room = [&] {
      std::size_t used = 2 + step_width_ + gap + places;
      for (const auto& [column, width] : widths_) used += width + gap;
      return used <= style_.width;
    };
    while (!room()) {
      const auto widest = std::max_element(widths_.begin(), widths_.end(),
                                           [](auto& a, auto& b) { return a.second < b.second; });
      if (widest->second <= narrowest_column) break;
      --widest->second;
    }
  }

  std::size_t columns_width() const {
    return std::accumulate(widths_.begin(), widths_.end(), std::size_t{0},
                           [](std::size_t sum, auto& one) { return sum + one.second + gap; });
  }

  std::size_t place_room() const {
    const std::size_t used = 2 + step_width_ + gap + columns_width();
    return std::max<std::size_t>(style_.width - std::min(style_.width, used), 12);
  }

  std::string heading() const {
    std::string out = fmt::format("  {:>{}}  ", "", step_width_);
    if (as_rows_) {
      out += fit("thread", widths_.at(0)) + "  " + fit("step", widths_.at(1)) + "  ";
    } else {
      for (const auto& [thread, name] : names_) out += fit(name, widths_.at(thread)) + "  ";
    }
    return style_.paint(Color::bold, out + cut(header_, place_room())) + "\n";
  }

  std::string line(const Row& row) const {
    std::string before = fmt::format("  {:>{}}  ", row.step, step_width_);
    if (as_rows_) before += fit(names_.at(row.thread), widths_.at(0)) + "  ";
    for (const auto& [thread, width] : widths_) {
      if (!as_rows_ && thread < row.thread) before += std::string(width + gap, ' ');
    }
    // The mark must survive the cutting, and the place's line number too.
    constexpr std::size_t least_place = 12;
    const std::size_t at = width_of(before), mark = row.blocked ? 2 : 0;
    std::string action =
        cut(row.action, style_.width - std::min(style_.width, at + mark + gap + least_place));
    if (row.blocked) action += blocked_mark;
    const std::size_t used = std::max(at + width_of(action) + gap, style_.width - place_room());
    const std::string padding(used - at - width_of(action), ' ');
    if (row.blocked) action = style_.paint(Color::yellow, action);
    std::string out = before + action + padding;
    out += cut(row.place, style_.width - std::min(used, style_.width));
    while (out.back() == ' ') out.pop_back();
    return out + "\n";
  }

  const Style& style_;
  std::vector<Row> rows_;
  std::map<int, std::string> names_;
  std::map<int, std::size_t> widths_;  ///< by thread, or 0 and 1 for name and step
  std::size_t step_width_ = 1;
  std::size_t place_width_ = 0;
  bool as_rows_ = false;
  std::string header_;
};

}  // namespace

std::string short_thread_name(const Failure& failure, int id) {
  for (const Thread& thread : failure.threads) {
    if (thread.id != id) continue;
    const std::string name = printable(thread.name);
    return name.substr(0, std::min(name.find(" ("), name.size()));
  }
  return fmt::format("thread {}", id);
}

std::string base_name(const std::string& path) {
  return printable(path.substr(path.rfind('/') + 1));
}

bool is_submission(const std::string& file, const std::string& submission) {
  return file == submission || file == submission.substr(submission.rfind('/') + 1);
}

std::string render_schedule(const Failure& failure, const std::string& submission,
                            const Style& style) {
  if (failure.events.empty()) return "";
  return Table(failure, submission, style).text();
}

}  // namespace grader::report
