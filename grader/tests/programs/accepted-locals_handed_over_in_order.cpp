// Functions called in turn hand locals, at one place of the stack, to a thread that is older.
// explore: --schedules 2000
#include <cassert>
#include <condition_variable>
#include <mutex>
#include <stdexcept>
#include <thread>

std::mutex m;
std::condition_variable changed;
int* order = nullptr;
bool over = false;

void serve() {
  std::unique_lock lock(m);
  for (;;) {
    changed.wait(lock, [] { return order != nullptr || over; });
    if (order == nullptr) return;
    int* current = order;
    lock.unlock();
    *current += 10;
    lock.lock();
    order = nullptr;
    changed.notify_all();
  }
}

void ask(int number) {
  int mine = number;
  std::unique_lock lock(m);
  order = &mine;
  changed.notify_all();
  changed.wait(lock, [] { return order == nullptr; });
  assert(mine == number + 10);
}

int deep(int n) { return n == 0 ? 0 : 1 + deep(n - 1); }

void leave_by_exception(int n) {
  if (n == 0) throw std::runtime_error("left");
  leave_by_exception(n - 1);
}

int main() {
  std::thread server(serve);
  ask(deep(5));
  try {
    leave_by_exception(3);
  } catch (const std::runtime_error&) {
    ask(2);
  }
  ask(deep(1));
  {
    std::lock_guard lock(m);
    over = true;
  }
  changed.notify_all();
  server.join();
}
