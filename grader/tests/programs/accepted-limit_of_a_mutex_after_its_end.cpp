// A limit: a mutex is locked after its destructor, which does nothing.
// explore: --schedules 100
#include <mutex>
#include <new>
#include <thread>

alignas(std::mutex) unsigned char room[sizeof(std::mutex)];

int main() {
  auto* mutex = new (room) std::mutex;
  mutex->~mutex();
  std::thread other([mutex] { std::lock_guard lock(*mutex); });
  other.join();
}
