// SPDX-License-Identifier: MIT
// Ideal time: computing takes none, so makespans are exact.
#include <kata/kata.hpp>

using namespace std::chrono_literals;

void makespan(kata::Schedule& schedule) {
  std::counting_semaphore<> referees(2);
  std::vector<std::thread> users;
  for (int i = 0; i < 6; ++i) {
    users.emplace_back([&, i] {
      std::this_thread::sleep_for(i * 2s);
      referees.acquire();
      std::this_thread::sleep_for(4s);
      referees.release();
    });
  }
  for (std::thread& user : users) user.join();
  schedule.expect(schedule.now() == 14s, "six users every 2 s, two referees of 4 s: 14 s");
}

void ordered(kata::Schedule& schedule) {
  std::string text;
  std::mutex mutex;
  std::vector<std::thread> threads;
  for (int i = 0; i < 3; ++i) {
    threads.emplace_back([&, i] {
      std::this_thread::sleep_for(i * 10ms);
      const std::lock_guard lock(mutex);
      text += static_cast<char>('a' + i);
    });
  }
  for (std::thread& thread : threads) thread.join();
  schedule.expect(text == "abc", "in ideal time sleeping orders");
}

void timeouts(kata::Schedule& schedule) {
  std::timed_mutex mutex;
  std::thread holder([&] {
    mutex.lock();
    std::this_thread::sleep_for(10ms);
    mutex.unlock();
  });
  std::this_thread::sleep_for(1ms);
  schedule.expect(!mutex.try_lock_for(5ms), "5 ms are not enough");
  schedule.expect(schedule.now() == 6ms, "and they are exact");
  schedule.expect(mutex.try_lock_for(5ms), "now they are");
  schedule.expect(schedule.now() == 10ms, "as soon as it is free");
  mutex.unlock();
  holder.join();
}

KATA_SCENARIOS(kata::scenario("makespan", makespan, {.time = kata::Time::ideal});
               kata::scenario("ordered", ordered, {.time = kata::Time::ideal});
               kata::scenario("timeouts", timeouts, {.time = kata::Time::ideal});)
