// A limit: a semaphore begins with more permits than its maximum.
// explore: --schedules 100
#include <semaphore>
#include <thread>

int main() {
  std::counting_semaphore<2> permits(3);
  std::thread other([&] { permits.acquire(); });
  other.join();
}
