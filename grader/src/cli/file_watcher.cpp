// SPDX-License-Identifier: MIT
#include "cli/file_watcher.hpp"

#include <fmt/format.h>
#include <poll.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "base/errors.hpp"
#include "run/child.hpp"

namespace grader::cli {

namespace {

constexpr int settle_ms = 20;  // an editor writes, renames and sets times in steps
constexpr int look_again_ms = 100;

termios usual_terminal;

}  // namespace

FileWatcher::FileWatcher(std::filesystem::path file, bool poll) : file_(std::move(file)) {
  seen_ = state();
  if (poll) return;
  inotify_ = Descriptor(inotify_init1(IN_CLOEXEC | IN_NONBLOCK));
  // The directory: an editor that replaces the file would take a watch of the file with it.
  if (!inotify_.open() ||
      inotify_add_watch(inotify_.get(), file_.parent_path().c_str(),
                        IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_DELETE) < 0) {
    throw UsageError(fmt::format("{} cannot be watched ({}). Try: kata watch --poll",
                                 file_.parent_path().string(), std::strerror(errno)));
  }
}

std::string FileWatcher::state() const {
  struct stat now {};
  if (stat(file_.c_str(), &now) != 0) return "";
  return fmt::format("{} {} {} {}", now.st_ino, now.st_size, now.st_mtim.tv_sec,
                     now.st_mtim.tv_nsec);
}

void FileWatcher::drain() {
  alignas(inotify_event) char buffer[4096];
  while (inotify_.open() && read(inotify_.get(), buffer, sizeof buffer) > 0) {
  }
}

FileWatcher::Event FileWatcher::wait(int keys) {
  while (!run::is_interrupted()) {
    pollfd sources[] = {{keys, POLLIN, 0}, {inotify_.get(), POLLIN, 0}};
    // A signal may also come just before the wait, which would not end it.
    const int ready = ::poll(sources, 2, look_again_ms);
    if (ready < 0 && errno == EINTR) continue;
    if (ready < 0) throw InternalError(std::string("poll: ") + std::strerror(errno));
    if ((sources[0].revents & POLLIN) != 0) return Event::key;
    if (sources[0].revents != 0) return Event::keys_ended;
    if (inotify_.open() && sources[1].revents == 0) continue;
    ::poll(nullptr, 0, sources[1].revents != 0 ? settle_ms : 0);
    drain();
    if (const std::string now = state(); now != seen_) {
      seen_ = now;
      return Event::saved;
    }
  }
  throw Interrupted();
}

Keys::Keys() {
  if (isatty(STDIN_FILENO) != 1 || tcgetattr(STDIN_FILENO, &usual_terminal) != 0) return;
  termios raw = usual_terminal;
  raw.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO);
  is_there_ = tcsetattr(STDIN_FILENO, TCSANOW, &raw) == 0;
}

Keys::~Keys() {
  if (is_there_) tcsetattr(STDIN_FILENO, TCSANOW, &usual_terminal);
}

char Keys::read() const {
  char key = '\0';
  return ::read(STDIN_FILENO, &key, 1) == 1 ? key : '\0';
}

}  // namespace grader::cli
