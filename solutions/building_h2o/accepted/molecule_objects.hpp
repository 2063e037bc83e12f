// SPDX-License-Identifier: MIT
// Molecules are objects with two latches: three atoms have come, three atoms have been released. An
// atom waits for its own molecule to be whole and for the one before it to be done.
#pragma once

#include <deque>
#include <functional>
#include <latch>
#include <mutex>

class H2O {
 public:
  H2O() {}

  void hydrogen(std::function<void()> releaseHydrogen) {
    bond(assign(hydrogens_, 2), releaseHydrogen);
  }
  void oxygen(std::function<void()> releaseOxygen) { bond(assign(oxygens_, 1), releaseOxygen); }

 private:
  struct Molecule {
    explicit Molecule(Molecule* before) : previous(before) {}
    Molecule* const previous;
    std::latch whole{3};
    std::latch done{3};
  };

  Molecule& assign(std::size_t& count, std::size_t in_a_molecule) {
    const std::lock_guard<std::mutex> lock(mutex_);
    const std::size_t number = count++ / in_a_molecule;
    // A deque that grows at its end leaves its elements where they are.
    while (molecules_.size() <= number) {
      molecules_.emplace_back(molecules_.empty() ? nullptr : &molecules_.back());
    }
    return molecules_[number];
  }

  void bond(Molecule& molecule, const std::function<void()>& release) {
    molecule.whole.arrive_and_wait();
    if (molecule.previous != nullptr) molecule.previous->done.wait();
    release();
    molecule.done.count_down();
  }

  std::mutex mutex_;
  std::deque<Molecule> molecules_;
  std::size_t hydrogens_ = 0;
  std::size_t oxygens_ = 0;
};
