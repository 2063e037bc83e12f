// SPDX-License-Identifier: MIT
// Signals of a whole program. Handlers are the schedule's and not the process's, or a program could
// take away those that the runtime needs. A signal is a call of its handler in the thread that
// raises it; what would interrupt another thread, or waits for signals, is beyond the model.
#include "intercept/signals.hpp"

#include <pthread.h>
#include <signal.h>
#include <sys/time.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>
#include <vector>

#include "intercept/common.hpp"
#include "intercept/process.hpp"
#include "world/per_schedule.hpp"
#include "world/program.hpp"

namespace kata::intercept {

namespace {

using Action = struct sigaction;

Action actions[NSIG];
bool any_action = false;      // `actions` are 10 KB, and most schedules set none
std::vector<sigset_t> masks;  // by thread

bool of_program() { return on_fiber() && model::program_main != nullptr; }

bool is_signal(int signal) { return signal > 0 && signal < NSIG; }

sigset_t& mask_of(std::size_t thread) {
  while (masks.size() <= thread) {
    sigemptyset(&masks.emplace_back());
  }
  return masks[thread];
}

int fail(int error) {
  errno = error;
  return -1;
}

bool ends_the_program(int signal) {
  return signal != SIGCHLD && signal != SIGURG && signal != SIGWINCH && signal != SIGCONT;
}

int change_mask(int how, const sigset_t* set, sigset_t* old) {
  sigset_t& mask = mask_of(model::world->running->id);
  if (old != nullptr) *old = mask;
  if (set == nullptr) return 0;
  if (how == SIG_SETMASK) {
    mask = *set;
  } else if (how == SIG_BLOCK) {
    sigorset(&mask, &mask, set);
  } else if (how == SIG_UNBLOCK) {
    for (int i = 1; i < NSIG; ++i)
      if (sigismember(set, i) == 1) sigdelset(&mask, i);
  } else {
    return EINVAL;
  }
  return 0;
}

const model::PerSchedule reset("signals", [](void*) {
  if (any_action) std::memset(actions, 0, sizeof actions);
  any_action = false;
  masks.clear();
});

}  // namespace

void inherit_mask(std::size_t child) {
  const sigset_t mask = mask_of(model::world->running->id);
  mask_of(child) = mask;
}

bool has_handler(int signal) {
  return actions[signal].sa_handler != SIG_DFL && actions[signal].sa_handler != SIG_IGN;
}

void deliver(int signal) {
  const Action action = actions[signal];
  if (action.sa_handler == SIG_IGN) return;
  if (sigismember(&mask_of(model::world->running->id), signal) == 1) {
    unsupported("a signal that is sent while it is blocked");
  }
  if (action.sa_handler == SIG_DFL) {
    if (!ends_the_program(signal)) return;
    model::world->stop(model::Verdict::crash,
                       "signal " + std::to_string(signal) + " ends the program");
  }
  if ((action.sa_flags & static_cast<int>(SA_RESETHAND)) != 0) actions[signal] = {};
  if ((action.sa_flags & SA_SIGINFO) == 0) return action.sa_handler(signal);
  siginfo_t info{};
  info.si_signo = signal;
  info.si_code = SI_USER;
  info.si_pid = getpid();
  action.sa_sigaction(signal, &info, nullptr);
}

KATA_EXPORT int sigaction(int signal, const Action* action, Action* old) noexcept {
  static const auto next = real<int(int, const Action*, Action*)>("sigaction");
  if (!of_program()) return next(signal, action, old);
  if (!is_signal(signal) || signal == SIGKILL || signal == SIGSTOP) return fail(EINVAL);
  if (old != nullptr) *old = actions[signal];
  if (action != nullptr) {
    actions[signal] = *action;
    any_action = true;
  }
  return 0;
}

namespace {

sighandler_t set_handler(int signal, sighandler_t handler, int flags) {
  Action action{};
  action.sa_handler = handler;
  action.sa_flags = flags;
  Action old{};
  return sigaction(signal, &action, &old) == 0 ? old.sa_handler : SIG_ERR;
}

}  // namespace

KATA_EXPORT sighandler_t signal(int signal, sighandler_t handler) noexcept {
  static const auto next = real<sighandler_t(int, sighandler_t)>("signal");
  return of_program() ? set_handler(signal, handler, 0) : next(signal, handler);
}
KATA_EXPORT sighandler_t bsd_signal(int signal, sighandler_t handler) noexcept {
  static const auto next = real<sighandler_t(int, sighandler_t)>("bsd_signal");
  return of_program() ? set_handler(signal, handler, 0) : next(signal, handler);
}
// What <signal.h> makes of signal() where _XOPEN_SOURCE or strict C is asked for: the handler is
// for one signal.
KATA_EXPORT sighandler_t __sysv_signal(int signal, sighandler_t handler) noexcept {
  static const auto next = real<sighandler_t(int, sighandler_t)>("__sysv_signal");
  return of_program() ? set_handler(signal, handler, static_cast<int>(SA_RESETHAND | SA_NODEFER))
                      : next(signal, handler);
}

// Not noexcept: a handler may end its thread.
KATA_EXPORT int kata_raise(int signal) __asm__("raise");
KATA_EXPORT int kata_raise(int signal) {
  if (!of_program()) {
    stop(model::Verdict::crash, "the submission raised signal " + std::to_string(signal));
  }
  if (!is_signal(signal)) return fail(EINVAL);
  deliver(signal);
  return 0;
}

KATA_EXPORT int kata_kill(pid_t process, int signal) __asm__("kill");
KATA_EXPORT int kata_kill(pid_t process, int signal) {
  if (!of_program()) {
    stop(model::Verdict::crash, "the submission sent signal " + std::to_string(signal));
  }
  if (process != getpid()) unsupported("kill() of another process");
  if (signal == 0) return 0;
  return kata_raise(signal);
}

KATA_EXPORT int kata_pthread_kill(pthread_t thread, int signal) __asm__("pthread_kill");
KATA_EXPORT int kata_pthread_kill(pthread_t thread, int signal) {
  if (!of_program()) unsupported("pthread_kill");
  const model::Thread* target = model::world->thread_of(static_cast<std::uintptr_t>(thread));
  if (target == nullptr) {
    model::world->stop(model::Verdict::undefined_behavior,
                       "pthread_kill of something that is no thread");
  }
  model::world->point();
  if (target->standing == model::Standing::finished) return ESRCH;
  if (signal == 0) return 0;
  if (!is_signal(signal)) return EINVAL;
  const bool called =
      actions[signal].sa_handler != SIG_DFL && actions[signal].sa_handler != SIG_IGN;
  if (called && target != model::world->running) {
    unsupported("pthread_kill of another thread, with a handler");
  }
  deliver(signal);
  return 0;
}

KATA_EXPORT int pthread_sigmask(int how, const sigset_t* set, sigset_t* old) noexcept {
  static const auto next = real<int(int, const sigset_t*, sigset_t*)>("pthread_sigmask");
  return of_program() ? change_mask(how, set, old) : next(how, set, old);
}

KATA_EXPORT int sigprocmask(int how, const sigset_t* set, sigset_t* old) noexcept {
  static const auto next = real<int(int, const sigset_t*, sigset_t*)>("sigprocmask");
  if (!of_program()) return next(how, set, old);
  const int error = change_mask(how, set, old);
  return error == 0 ? 0 : fail(error);
}

KATA_EXPORT int sigwait(const sigset_t*, int*) { unsupported("sigwait"); }
KATA_EXPORT int sigwaitinfo(const sigset_t*, siginfo_t*) { unsupported("sigwaitinfo"); }
KATA_EXPORT int sigtimedwait(const sigset_t*, siginfo_t*, const timespec*) {
  unsupported("sigtimedwait");
}
KATA_EXPORT int sigsuspend(const sigset_t*) { unsupported("sigsuspend"); }
KATA_EXPORT int pause() { unsupported("pause"); }

// ---- timers that end in a signal ----

namespace {

// Without a handler it is a watchdog, and a schedule that would go on for so long fails anyway.
void set_watchdog(const char* what, int signal) {
  if (actions[signal].sa_handler != SIG_DFL) unsupported(what);
}

}  // namespace

KATA_EXPORT unsigned alarm(unsigned seconds) noexcept {
  static const auto next = real<unsigned(unsigned)>("alarm");
  if (!of_program()) return next(seconds);
  if (seconds != 0) set_watchdog("alarm", SIGALRM);
  return 0;
}
KATA_EXPORT int setitimer(__itimer_which_t which, const itimerval* fresh, itimerval* old) noexcept {
  static const auto next = real<int(__itimer_which_t, const itimerval*, itimerval*)>("setitimer");
  if (!of_program()) return next(which, fresh, old);
  if (fresh != nullptr && (fresh->it_value.tv_sec != 0 || fresh->it_value.tv_usec != 0)) {
    set_watchdog("setitimer", which == ITIMER_REAL   ? SIGALRM
                              : which == ITIMER_PROF ? SIGPROF
                                                     : SIGVTALRM);
  }
  if (old != nullptr) *old = {};
  return 0;
}
KATA_EXPORT int timer_create(clockid_t, sigevent*, timer_t*) noexcept {
  unsupported("timer_create");
}

}  // namespace kata::intercept
