// SPDX-License-Identifier: MIT
// The elements belong to one thread, and nobody else ever touches them: a call is a message to that
// thread and waits for the answer. Calls that cannot be served yet stay with the server, so waiting
// is a list of promises and not a loop. The thread is the last member: it starts when all that it
// uses is there, and has been joined before any of it goes.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <future>
#include <mutex>
#include <stop_token>
#include <thread>
#include <utility>

class BoundedBlockingQueue {
 public:
  explicit BoundedBlockingQueue(int capacity)
      : capacity_(std::size_t(capacity)),
        server_([this](std::stop_token stop) { serve(std::move(stop)); }) {}

  void enqueue(int element) { ask(Kind::enqueue, element); }
  int dequeue() { return ask(Kind::dequeue); }
  int size() { return ask(Kind::size); }

 private:
  enum class Kind { enqueue, dequeue, size };

  struct Call {
    Kind kind;
    int element;
    std::promise<int> answer;
  };

  int ask(Kind kind, int element = 0) {
    Call call{kind, element, {}};
    std::future<int> answer = call.answer.get_future();
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      inbox_.push_back(std::move(call));
    }
    filled_.notify_one();
    return answer.get();
  }

  void serve(std::stop_token stop) {
    std::deque<int> elements;
    std::deque<Call> waiting_to_enqueue;
    std::deque<Call> waiting_to_dequeue;
    std::unique_lock<std::mutex> lock(mutex_);
    while (filled_.wait(lock, stop, [&] { return !inbox_.empty(); })) {
      Call call = std::move(inbox_.front());
      inbox_.pop_front();
      if (call.kind == Kind::size) {
        call.answer.set_value(int(elements.size()));
        continue;
      }
      (call.kind == Kind::enqueue ? waiting_to_enqueue : waiting_to_dequeue)
          .push_back(std::move(call));
      // One call may make room for another one, or bring what it waits for.
      for (bool served = true; served;) {
        served = false;
        if (!waiting_to_enqueue.empty() && elements.size() < capacity_) {
          elements.push_back(waiting_to_enqueue.front().element);
          waiting_to_enqueue.front().answer.set_value(0);
          waiting_to_enqueue.pop_front();
          served = true;
        }
        if (!waiting_to_dequeue.empty() && !elements.empty()) {
          waiting_to_dequeue.front().answer.set_value(elements.front());
          waiting_to_dequeue.pop_front();
          elements.pop_front();
          served = true;
        }
      }
    }
  }

  const std::size_t capacity_;
  std::mutex mutex_;
  std::condition_variable_any filled_;
  std::deque<Call> inbox_;
  std::jthread server_;
};
