// SPDX-License-Identifier: MIT
// building_h2o: a thread for each atom. The releases of one molecule may come in any order and
// overlap; those of two molecules may not, and must be ordered by the submission. For races there
// is therefore one place in memory for each pair of releases that belong to neighbouring molecules.
#include <kata/kata.hpp>

#include "answer.hpp"

namespace kata_oracle {

constexpr int kAtoms = 3;  // of a molecule

constexpr kata::Remark kEager = {
    "eager",
    "an atom is released before the two others of its molecule have come, so that half a molecule "
    "may be out for ever: LeetCode accepts this too, but a thread that waits for the other two "
    "first (with a count, or a barrier of three) never does it"};

// The books about one H2O. Written under judge() only.
class Vessel {
 public:
  // If `counted`, somebody will wait for releases with await(). That orders them a little, so the
  // other scenario does without.
  Vessel(kata::Schedule& schedule, int molecules, bool counted)
      : schedule_(schedule),
        counted_(counted),
        hydrogens_(std::size_t(2 * molecules)),
        boundaries_(std::size_t(molecules)),
        released_(std::size_t(kAtoms * molecules)) {
    sem_init(&release_ended_, 0, 0);
  }

  // The body of the thread that is atom number `atom` of its element.
  template <class Method>
  void react(int atom, char element, Method method) {
    const int thread = schedule_.self();
    const std::size_t place = std::size_t(atom) + (element == 'H' ? 0 : hydrogens_);
    schedule_.judge([&] { ++(element == 'H' ? hydrogens_come_ : oxygens_come_); });
    const kata::Callback<void()> callback_of_it([this, thread, atom, element, place] {
      fail_if(schedule_.judge([&]() -> std::string {
        const bool elsewhere = schedule_.self() != thread;
        if (std::exchange(released_[place], 1) == 0 && !elsewhere) return "";
        return callback(element) + " of " + name(atom, element) +
               (elsewhere ? " was called on the thread of another atom"
                          : " was called a second time");
      }));
      release(element);
    });
    schedule_.ask([&] { method(callback_of_it); });
    fail_if(schedule_.judge([&]() -> std::string {
      if (released_[place] != 0) return "";
      return "the call for " + name(atom, element) + " returned, and its " + callback(element) +
             " was not called";
    }));
  }

  void seal(kata::Seal& seal) const {
    seal(released_, atoms_, ended_, hydrogens_come_, oxygens_come_);
  }

  static std::string name(int atom, char element) {
    return std::string(1, element) + std::to_string(atom + 1);
  }

  // Blocks the calling thread until that many releases have ended.
  void await(int releases) {
    for (int seen = 0; seen < releases; ++seen) sem_wait(&release_ended_);
  }

 private:
  // From release i of a molecule to release j of the next.
  using Boundary = std::array<std::array<char, kAtoms>, kAtoms>;

  static std::string callback(char element) {
    return element == 'H' ? "releaseHydrogen" : "releaseOxygen";
  }

  void fail_if(const std::string& complaint) {
    if (!complaint.empty()) schedule_.fail(complaint);
  }

  void release(char element) {
    int number = 0;
    fail_if(schedule_.judge([&] { return begin_release(element, number); }));
    touch_boundaries(number);
    schedule_.dawdle();
    touch_boundaries(number);
    schedule_.judge([&] { ++ended_; });
    if (counted_) sem_post(&release_ended_);
  }

  std::string begin_release(char element, int& number) {
    number = int(atoms_.size());
    atoms_ += element;
    const int molecule = number / kAtoms;
    const auto shown = [molecule] { return "molecule " + std::to_string(molecule + 1); };
    const auto so_far = [this] { return "; released so far: " + grouped(); };
    const auto first = atoms_.begin() + molecule * kAtoms;
    if (std::count(first, atoms_.end(), 'H') > 2) {
      return shown() + " got a third hydrogen" + so_far();
    }
    if (std::count(first, atoms_.end(), 'O') > 1)
      return shown() + " got a second oxygen" + so_far();
    if (ended_ < molecule * kAtoms) {
      return "a release of " + shown() + " began before all of molecule " +
             std::to_string(molecule) + " had returned" + so_far();
    }
    // Of the atoms that have come, there must be enough for all molecules up to this one.
    if (hydrogens_come_ < 2 * (molecule + 1) || oxygens_come_ < molecule + 1) {
      schedule_.remark(kEager);
    }
    return "";
  }

  std::string grouped() const {
    std::string text;
    for (std::size_t i = 0; i < atoms_.size(); ++i) {
      if (i > 0 && i % kAtoms == 0) text += ' ';
      text += atoms_[i];
    }
    return text;
  }

  void touch_boundaries(int number) {
    const auto molecule = std::size_t(number / kAtoms);
    const auto mine = std::size_t(number % kAtoms);
    for (std::size_t other = 0; other < kAtoms; ++other) {
      if (molecule > 0) touch(boundaries_[molecule - 1][other][mine]);
      touch(boundaries_[molecule][mine][other]);
    }
  }

  void touch(const char& place) { schedule_.touch(&place, "releases of two molecules"); }

  kata::Schedule schedule_;
  const bool counted_;
  const std::size_t hydrogens_;
  std::vector<Boundary> boundaries_;
  std::vector<char> released_;  // of each hydrogen, then of each oxygen
  std::string atoms_;           // in the order in which their releases began
  int ended_ = 0;
  int hydrogens_come_ = 0;  // that have called, whether released or not
  int oxygens_come_ = 0;
  sem_t release_ended_;  // of POSIX, whose calls the engine models
  kata::Sealed sealed_{*this};
};

// Starts the threads of hydrogens [from_h, to_h) and oxygens [from_o, to_o) in a random order.
void start(kata::Schedule& schedule, Vessel& vessel, Answer& answer, int from_h, int to_h,
           int from_o, int to_o) {
  const int hydrogens = to_h - from_h;
  for (const int i : schedule.permutation(hydrogens + to_o - from_o)) {
    const bool is_hydrogen = i < hydrogens;
    const int atom = is_hydrogen ? from_h + i : from_o + i - hydrogens;
    if (is_hydrogen) {
      schedule.thread(Vessel::name(atom, 'H'), [&vessel, &answer, atom] {
        vessel.react(atom, 'H', [&](auto release) { answer.hydrogen(release); });
      });
    } else {
      schedule.thread(Vessel::name(atom, 'O'), [&vessel, &answer, atom] {
        vessel.react(atom, 'O', [&](auto release) { answer.oxygen(release); });
      });
    }
  }
}

void react_at_once(kata::Schedule& schedule, int molecules) {
  Vessel vessel(schedule, molecules, false);
  const auto answer = make_answer();
  start(schedule, vessel, *answer, 0, 2 * molecules, 0, molecules);
  schedule.join();
}

void all_at_once(kata::Schedule& schedule) {
  react_at_once(schedule, schedule.draw("molecules", 1, 4));
}

// A notification that wakes an atom which may not go is lost on it. Where that ends the chain, and
// an atom that may go sleeps on, is rare unless very many wait.
void many_at_once(kata::Schedule& schedule) {
  react_at_once(schedule, schedule.draw("molecules", 5, 5));
}

// Some atoms come only when every molecule that the others make up has been released.
void some_come_later(kata::Schedule& schedule) {
  const int molecules = schedule.draw("molecules", 1, 3);
  const int hydrogens = 2 * molecules - schedule.draw("hydrogens that come later", 0, 2);
  const int oxygens = molecules - schedule.draw("oxygens that come later", 0, 1);
  Vessel vessel(schedule, molecules, true);
  const auto answer = make_answer();
  start(schedule, vessel, *answer, 0, hydrogens, 0, oxygens);
  vessel.await(kAtoms * std::min(hydrogens / 2, oxygens));
  start(schedule, vessel, *answer, hydrogens, 2 * molecules, oxygens, molecules);
  schedule.join();
}

}  // namespace kata_oracle

KATA_JUDGE(kata::scenario("all atoms at once", kata_oracle::all_at_once, {.weight = 3});
           kata::scenario("many atoms at once", kata_oracle::many_at_once, {.weight = 2});
           kata::scenario("some atoms come later", kata_oracle::some_come_later, {.weight = 1});)
