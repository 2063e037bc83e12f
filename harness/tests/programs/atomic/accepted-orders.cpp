// SPDX-License-Identifier: MIT
// Publication by every pattern that the memory model allows.
// warns: busy_wait
// warns: sleep_as_synchronization
#include <kata/kata.hpp>

void release_acquire(kata::Schedule& schedule) {
  std::atomic<bool> ready{false};
  int data = 0;
  std::thread writer([&] {
    data = 1;
    ready.store(true, std::memory_order_release);
  });
  while (!ready.load(std::memory_order_acquire)) {
  }
  schedule.expect(data == 1, "published");
  writer.join();
}

void fences(kata::Schedule& schedule) {
  std::atomic<bool> ready{false};
  int data = 0;
  std::thread writer([&] {
    data = 1;
    std::atomic_thread_fence(std::memory_order_release);
    ready.store(true, std::memory_order_relaxed);
  });
  while (!ready.load(std::memory_order_relaxed)) std::this_thread::yield();
  std::atomic_thread_fence(std::memory_order_acquire);
  schedule.expect(data == 1, "published");
  writer.join();
}

void fence_and_acquire(kata::Schedule& schedule) {
  std::atomic<int> ready{0};
  int data = 0;
  std::thread writer([&] {
    data = 1;
    std::atomic_thread_fence(std::memory_order_seq_cst);
    ready.fetch_add(1, std::memory_order_relaxed);
  });
  if (ready.load(std::memory_order_acquire) == 1) schedule.expect(data == 1, "published");
  writer.join();
}

void release_and_fence(kata::Schedule& schedule) {
  std::atomic<int> ready{0};
  int data = 0;
  std::thread writer([&] {
    data = 1;
    ready.store(1, std::memory_order_release);
  });
  if (ready.load(std::memory_order_relaxed) == 1) {
    std::atomic_thread_fence(std::memory_order_acq_rel);
    schedule.expect(data == 1, "published");
  }
  writer.join();
}

void release_sequence(kata::Schedule& schedule) {
  // The relaxed read-modify-writes of others go on with the sequence that the release heads.
  std::atomic<int> count{0};
  int data = 0;
  std::thread writer([&] {
    data = 1;
    count.store(1, std::memory_order_release);
  });
  std::thread adder([&] {
    int now = 1;
    count.compare_exchange_strong(now, 2, std::memory_order_relaxed);
  });
  if (count.load(std::memory_order_acquire) > 0) schedule.expect(data == 1, "published");
  writer.join();
  adder.join();
}

void reference_count(kata::Schedule& schedule) {
  struct Shared {
    std::atomic<int> references{2};
    int values[2] = {};
  };
  auto* shared = new Shared;
  std::atomic<int> deleted{0};
  const auto work = [&](int i) {
    shared->values[i] = 1;
    if (shared->references.fetch_sub(1, std::memory_order_release) == 1) {
      std::atomic_thread_fence(std::memory_order_acquire);
      schedule.expect(shared->values[0] + shared->values[1] == 2, "the last sees all");
      delete shared;
      ++deleted;
    }
  };
  std::thread a(work, 0), b(work, 1);
  a.join();
  b.join();
  schedule.expect(deleted == 1, "deleted once");
}

void spinlock(kata::Schedule& schedule) {
  std::atomic_flag lock;
  int count = 0;
  const auto work = [&] {
    for (int i = 0; i < 2; ++i) {
      while (lock.test_and_set(std::memory_order_acquire)) {
      }
      ++count;
      lock.clear(std::memory_order_release);
    }
  };
  std::thread a(work), b(work);
  a.join();
  b.join();
  schedule.expect(count == 4, "no increment is lost");
}

void ticket_lock(kata::Schedule& schedule) {
  std::atomic<int> next{0}, serving{0};
  int count = 0;
  const auto work = [&] {
    const int mine = next.fetch_add(1, std::memory_order_relaxed);
    while (serving.load(std::memory_order_acquire) != mine) std::this_thread::yield();
    ++count;
    serving.store(mine + 1, std::memory_order_release);
  };
  std::thread a(work), b(work), c(work);
  a.join();
  b.join();
  c.join();
  schedule.expect(count == 3, "no increment is lost");
}

void petersons_lock(kata::Schedule& schedule) {
  std::atomic<bool> wants[2] = {false, false};
  std::atomic<int> turn{0};
  int count = 0;
  const auto work = [&](int me) {
    wants[me] = true;
    turn = 1 - me;
    while (wants[1 - me] && turn == 1 - me) {
    }
    ++count;
    wants[me] = false;
  };
  std::thread a(work, 0), b(work, 1);
  a.join();
  b.join();
  schedule.expect(count == 2, "with sequentially consistent atomics it is right");
}

void lock_free_stack(kata::Schedule& schedule) {
  struct Node {
    int value;
    Node* next;
  };
  std::atomic<Node*> head{nullptr};
  const auto push = [&](int value) {
    Node* node = new Node{value, head.load(std::memory_order_relaxed)};
    while (!head.compare_exchange_weak(node->next, node, std::memory_order_release,
                                       std::memory_order_relaxed)) {
    }
  };
  std::thread a([&] {
    push(1);
    push(2);
  });
  std::thread b([&] { push(4); });
  int sum = 0;
  for (int rounds = 0; rounds < 2; ++rounds) {
    Node* all = head.exchange(nullptr, std::memory_order_acquire);
    while (all != nullptr) {
      sum += all->value;
      delete std::exchange(all, all->next);
    }
    if (rounds == 0) {
      a.join();
      b.join();
    }
  }
  schedule.expect(sum == 7, "everything that was pushed is popped");
}

void ring_buffer(kata::Schedule& schedule) {
  int slots[2] = {};
  std::atomic<unsigned> head{0}, tail{0};
  int sum = 0;
  std::thread producer([&] {
    for (int i = 1; i <= 3; ++i) {
      const unsigned at = tail.load(std::memory_order_relaxed);
      while (at - head.load(std::memory_order_acquire) == 2) std::this_thread::yield();
      slots[at % 2] = i;
      tail.store(at + 1, std::memory_order_release);
    }
  });
  for (int i = 1; i <= 3; ++i) {
    const unsigned at = head.load(std::memory_order_relaxed);
    while (tail.load(std::memory_order_acquire) == at) std::this_thread::yield();
    sum += slots[at % 2];
    head.store(at + 1, std::memory_order_release);
  }
  producer.join();
  schedule.expect(sum == 6, "every value once");
}

void sequence_lock(kata::Schedule& schedule) {
  std::atomic<unsigned> version{0};
  std::atomic<int> left{0}, right{0};
  std::thread writer([&] {
    version.fetch_add(1);
    left = 1;
    right = 1;
    version.fetch_add(1);
  });
  int l, r;
  unsigned before;
  do {
    before = version;
    l = left;
    r = right;
  } while (before % 2 == 1 || before != version);
  schedule.expect(l == r, "never half");
  writer.join();
}

void hazard_of_sleeping(kata::Schedule& schedule) {
  // Polling with a sleep is slow, but right.
  std::atomic<bool> ready{false};
  int data = 0;
  std::thread writer([&] {
    data = 1;
    ready = true;
  });
  while (!ready) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  schedule.expect(data == 1, "published");
  writer.join();
}

KATA_SCENARIOS(kata::scenario("release acquire", release_acquire); kata::scenario("fences", fences);
               kata::scenario("fence and acquire", fence_and_acquire);
               kata::scenario("release and fence", release_and_fence);
               kata::scenario("release sequence", release_sequence);
               kata::scenario("reference count", reference_count);
               kata::scenario("spinlock", spinlock); kata::scenario("ticket lock", ticket_lock);
               kata::scenario("Peterson's lock", petersons_lock);
               kata::scenario("lock-free stack", lock_free_stack);
               kata::scenario("ring buffer", ring_buffer);
               kata::scenario("sequence lock", sequence_lock);
               kata::scenario("sleeping", hazard_of_sleeping);)
