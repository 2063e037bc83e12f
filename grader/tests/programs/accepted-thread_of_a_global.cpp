// SPDX-License-Identifier: MIT
// explore: --schedules 2000
// Global objects start threads, and make keys and semaphores, in their constructors, and join in
// their destructors: all of it belongs to the schedule.
#include <pthread.h>
#include <semaphore.h>

#include <cassert>
#include <condition_variable>
#include <iostream>
#include <mutex>
#include <queue>
#include <thread>

class Log {
 public:
  ~Log() {
    {
      std::lock_guard lock(mutex_);
      over_ = true;
    }
    changed_.notify_one();
    writer_.join();
    assert(lines_.empty());
  }
  void add(int line) {
    {
      std::lock_guard lock(mutex_);
      lines_.push(line);
    }
    changed_.notify_one();
  }

 private:
  void run() {
    std::unique_lock lock(mutex_);
    for (;;) {
      changed_.wait(lock, [this] { return over_ || !lines_.empty(); });
      if (lines_.empty()) return;
      lines_.pop();
    }
  }
  std::mutex mutex_;
  std::condition_variable changed_;
  std::queue<int> lines_;
  bool over_ = false;
  std::thread writer_{[this] { run(); }};
};

struct Early {
  Early() {
    assert(pthread_key_create(&key, nullptr) == 0);
    assert(pthread_setspecific(key, this) == 0);
    sem_init(&semaphore, 0, 1);
  }
  pthread_key_t key;
  sem_t semaphore;
};

Early early;
Log logger;

int main() {
  assert(pthread_getspecific(early.key) == &early);
  std::thread other([] {
    assert(pthread_getspecific(early.key) == nullptr);
    logger.add(1);
  });
  sem_wait(&early.semaphore);
  logger.add(2);
  std::cout << "line " << 2.5 << std::endl;
  other.join();
}
