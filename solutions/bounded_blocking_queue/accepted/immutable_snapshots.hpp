// SPDX-License-Identifier: MIT
// No lock in sight: the queue is a vector that is never changed, behind one atomic pointer. Who
// wants another queue makes it from the one that it saw, and puts it there if that is still the
// one. Each call takes effect in one exchange, and size() in one load. Who cannot go on waits for
// another pointer to come.
#pragma once

#include <atomic>
#include <cstddef>
#include <memory>
#include <vector>

class BoundedBlockingQueue {
 public:
  explicit BoundedBlockingQueue(int capacity) : capacity_(std::size_t(capacity)) {}

  void enqueue(int element) {
    for (;;) {
      const Snapshot seen = now_.load();
      if (seen->size() == capacity_) {
        now_.wait(seen);
        continue;
      }
      auto then = std::make_shared<Elements>(*seen);
      then->push_back(element);
      if (put(seen, then)) return;
    }
  }

  int dequeue() {
    for (;;) {
      const Snapshot seen = now_.load();
      if (seen->empty()) {
        now_.wait(seen);
        continue;
      }
      const int element = seen->front();
      auto then = std::make_shared<Elements>(seen->begin() + 1, seen->end());
      if (put(seen, then)) return element;
    }
  }

  int size() { return int(now_.load()->size()); }

 private:
  using Elements = std::vector<int>;
  using Snapshot = std::shared_ptr<const Elements>;

  bool put(Snapshot seen, const Snapshot& then) {
    if (!now_.compare_exchange_strong(seen, then)) return false;
    now_.notify_all();
    return true;
  }

  const std::size_t capacity_;
  std::atomic<Snapshot> now_{std::make_shared<const Elements>()};
};
