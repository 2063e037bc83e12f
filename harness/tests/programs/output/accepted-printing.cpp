// SPDX-License-Identifier: MIT
// Printing in threads: concurrent use of the standard streams is no data race.
#include <kata/kata.hpp>

void streams(kata::Schedule& schedule) {
  const auto work = [](int n) {
    std::cout << "thread " << n << " says " << 1.5 << '\n';
    std::cerr << "error " << n << std::endl;
    std::clog << std::string(30, 'x') << std::flush;
  };
  std::thread a(work, 1), b(work, 2);
  a.join();
  b.join();
  schedule.expect(std::cout.good(), "it was printed");
}

void c_streams(kata::Schedule& schedule) {
  std::atomic<int> written{0};
  const auto work = [&](int n) {
    written += std::printf("thread %d says %s\n", n, "something");
    std::puts("a line");
    std::fprintf(stderr, "error %d\n", n);
    std::fflush(stdout);
  };
  std::thread a(work, 1), b(work, 2);
  a.join();
  b.join();
  schedule.expect(written == 2 * 24, "it was printed");
}

void formatting(kata::Schedule& schedule) {
  std::string texts[2];
  const auto work = [&](int n) {
    std::ostringstream text;
    text << "n = " << n << ", " << std::boolalpha << true << ' ' << std::hex << 255;
    texts[n] = text.str() + std::to_string(n * 1.5);
    int parsed = 0;
    std::istringstream input("17 18");
    input >> parsed;
    texts[n] += std::to_string(parsed);
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "%05d", n);
    texts[n] += buffer;
  };
  std::thread a(work, 0), b(work, 1);
  a.join();
  b.join();
  schedule.expect(texts[1] == "n = 1, true ff1.5000001700001", "as written: " + texts[1]);
}

void manipulated(kata::Schedule& schedule) {
  // What a schedule sets on a stream is gone in the next.
  schedule.expect((std::cout.flags() & std::ios::hex) == 0, "decimal at first");
  std::cout << std::hex << 255 << '\n';
}

void synchronised(kata::Schedule& schedule) {
  std::mutex mutex;
  std::string text;
  const auto say = [&](const std::string& word) {
    const std::lock_guard lock(mutex);
    text += word;
    std::cout << word << std::endl;
  };
  std::thread a(say, "a"), b(say, "b");
  a.join();
  b.join();
  schedule.expect(text.size() == 2, "both");
}

KATA_SCENARIOS(kata::scenario("streams", streams); kata::scenario("C streams", c_streams);
               kata::scenario("formatting", formatting); kata::scenario("manipulated", manipulated);
               kata::scenario("synchronised", synchronised);)
