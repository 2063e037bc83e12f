// SPDX-License-Identifier: MIT
#include "grading/parallel.hpp"

#include <algorithm>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace grader::grading {

void in_parallel(std::size_t count, std::size_t jobs, const std::function<void(std::size_t)>& work,
                 const std::function<void(std::size_t)>& done) {
  std::mutex mutex;
  std::size_t next = 0, told = 0;
  std::vector<bool> finished(count, false);
  std::exception_ptr failure;

  const auto labour = [&] {
    std::unique_lock<std::mutex> lock(mutex);
    while (next < count && !failure) {
      const std::size_t mine = next++;
      lock.unlock();
      std::exception_ptr error;
      try {
        work(mine);
      } catch (...) {
        error = std::current_exception();
      }
      lock.lock();
      finished[mine] = error == nullptr;
      try {
        while (!error && !failure && told < count && finished[told]) done(told++);
      } catch (...) {
        error = std::current_exception();
      }
      if (error && !failure) failure = error;
    }
  };

  std::vector<std::jthread> helpers;
  try {
    for (std::size_t i = 1; i < std::min(jobs, count); ++i) helpers.emplace_back(labour);
  } catch (const std::system_error&) {
    // No more threads to be had: those that there are do the work.
  }
  labour();
  helpers.clear();  // joins
  if (failure) std::rethrow_exception(failure);
}

std::size_t processors() { return std::max<std::size_t>(1, std::thread::hardware_concurrency()); }

}  // namespace grader::grading
