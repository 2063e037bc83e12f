// SPDX-License-Identifier: MIT
// A gate that opens once and is never closed. clear() puts a new one in the place of an open one;
// threads that wait hold on to the gate that they came to.
#pragma once

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>

class Event {
 public:
  void set() {
    const std::lock_guard<std::mutex> lock(mutex_);
    gate_->open = true;
    gate_->opened.notify_all();
  }

  void clear() {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (gate_->open) gate_ = std::make_shared<Gate>();
  }

  bool is_set() const {
    const std::lock_guard<std::mutex> lock(mutex_);
    return gate_->open;
  }

  void wait() {
    std::unique_lock<std::mutex> lock(mutex_);
    const auto gate = gate_;
    gate->opened.wait(lock, [&] { return gate->open; });
  }

  bool wait_for(std::chrono::milliseconds timeout) {
    std::unique_lock<std::mutex> lock(mutex_);
    const auto gate = gate_;
    const bool released = gate->opened.wait_for(lock, timeout, [&] { return gate->open; });
    return released;
  }

 private:
  struct Gate {
    std::condition_variable opened;
    bool open = false;
  };

  mutable std::mutex mutex_;
  std::shared_ptr<Gate> gate_ = std::make_shared<Gate>();
};
