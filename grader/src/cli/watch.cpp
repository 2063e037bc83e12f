// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "base/errors.hpp"
#include "cli/file_watcher.hpp"
#include "cli/student.hpp"
#include "report/terminal.hpp"

namespace grader::cli {

namespace {

enum class Outcome { same, another, quit };

class Watching {
 public:
  Watching(const Workplace& at, workbook::Problem problem, bool poll)
      : at_(at), problem_(std::move(problem)), poll_(poll) {}

  // Judges, and again at every save, until a key asks for something else.
  Outcome run() {
    FileWatcher watcher(problem_.stub(), poll_);
    judge();
    const Keys keys;
    for (;;) {
      bar(keys.descriptor() >= 0);
      switch (watcher.wait(keys_ended_ ? -1 : keys.descriptor())) {
        case FileWatcher::Event::saved:
          // Saved once more without a change: the verdict stands.
          if (workbook::content_of(problem_) != content_) judge();
          break;
        case FileWatcher::Event::keys_ended:
          keys_ended_ = true;
          break;
        case FileWatcher::Event::key:
          if (const Outcome next = obey(keys.read()); next != Outcome::same) return next;
          break;
      }
    }
  }

 private:
  void judge() {
    content_ = workbook::content_of(problem_);
    const report::Style& style = at_.console.style();
    if (style.color) at_.console.out("\033[H\033[2J");
    const Result result = at_.grader.grade(problem_, at_.grader.stub(problem_), {});
    note_verdict(at_, problem_, content_, result);
    at_.console.out(report::render_result(result, style));
    replay_ = report::replay_command(result, style);
  }

  void bar(bool with_keys) {
    const std::string text = with_keys
                                 ? "h hint · s statement · r replay · n next · p progress · q quit"
                                 : "Ctrl-C ends it";
    at_.console.out(at_.console.style().paint(
        report::Color::faint,
        fmt::format("\n  watching {} — {}\n", path_from_here(problem_.stub()), text)));
  }

  Outcome obey(char key) {
    switch (key) {
      case 'h':
        run_command(Hint{.target = problem_.slug, .all = false}, at_);
        break;
      case 's':
        run_command(Show{problem_.slug}, at_);
        break;
      case 'r':
        at_.console.out(replay_.empty() ? "There is no failing schedule to replay.\n"
                                        : "  " + replay_ + "\n");
        break;
      case 'p':
        run_command(ShowProgress{}, at_);
        break;
      case '\n':
        judge();
        break;
      case 'n':
        return Outcome::another;
      case 'q':
        return Outcome::quit;
      case '\0':
        keys_ended_ = true;
        break;
      default:
        break;
    }
    return Outcome::same;
  }

  const Workplace& at_;
  workbook::Problem problem_;
  bool poll_;
  bool keys_ended_ = false;
  std::string content_, replay_;
};

}  // namespace

ExitStatus run_command(const Watch& command, const Workplace& at) {
  workbook::Problem problem = kata_meant(at, command.target);
  for (;;) {
    if (Watching(at, problem, command.poll).run() == Outcome::quit) return ExitStatus::accepted;
    const auto next = next_unsolved(at.grader.workbook());
    if (!next) {
      at.console.out("Every kata is solved. Well done!\n");
      return ExitStatus::accepted;
    }
    problem = *next;
  }
}

}  // namespace grader::cli
