// A limit: one arrival for more threads than the barrier waits for.
// explore: --schedules 100
#include <barrier>
#include <thread>

int main() {
  std::barrier<> barrier(2);
  std::thread other([&] { static_cast<void>(barrier.arrive(3)); });
  other.join();
}
