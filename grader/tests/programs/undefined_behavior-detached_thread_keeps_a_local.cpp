// A detached thread counts in a local variable of a function that has returned by then.
// explore: --schedules 1000
#include <chrono>
#include <thread>

void begin_counting() {
  int seen = 0;
  std::thread([&seen] {
    for (int i = 0; i < 4; ++i) seen += i;
  }).detach();
}

int main() {
  begin_counting();
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
}
