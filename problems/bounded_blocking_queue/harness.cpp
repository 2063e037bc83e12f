// SPDX-License-Identifier: MIT
// bounded_blocking_queue: every call is recorded with its begin and its end, and in the end there
// must be an order of the calls that explains all results (linearizability). What can be said at
// once and more plainly is.
#include <kata/history.hpp>

#include "answer.hpp"

namespace kata_oracle {

// Elements are told apart by their values; among them those that somebody may take for “nothing”.
constexpr int kValues[] = {1, 0, -1, 2, INT_MAX, 3, INT_MIN, 4, 5, 6, 7, 8};
constexpr int kMostElements = int(std::size(kValues));

enum class Kind { enqueue, dequeue, size };

struct Operation {
  Kind kind;
  int value = 0;  // what was enqueued or returned

  std::string begun() const {
    if (kind == Kind::enqueue) return "enqueue(" + std::to_string(value) + ")";
    return kind == Kind::dequeue ? "dequeue()" : "size()";
  }
  std::string ended() const {
    return begun() + (kind == Kind::enqueue ? "" : " = " + std::to_string(value));
  }
  void seal(kata::Seal& seal) const { seal(kind, value); }
};

/// A first in, first out queue of at most `capacity` elements, the oldest first.
struct State {
  std::size_t capacity;
  std::vector<int> elements;

  bool apply(const Operation& operation) {
    switch (operation.kind) {
      case Kind::enqueue:
        if (elements.size() == capacity) return false;
        elements.push_back(operation.value);
        return true;
      case Kind::dequeue:
        if (elements.empty() || elements.front() != operation.value) return false;
        elements.erase(elements.begin());
        return true;
      case Kind::size:
        break;
    }
    return int(elements.size()) == operation.value;
  }
  auto operator<=>(const State&) const = default;
};

// Calls the queue and keeps the books, which are written under judge() only.
class Client {
 public:
  Client(kata::Schedule& schedule, int capacity)
      : schedule_(schedule),
        capacity_(capacity),
        queue_(make_answer(capacity)),
        history_(schedule) {}

  void enqueue(int element) {
    const Operation operation{Kind::enqueue, kValues[element]};
    schedule_.touch(&handed_over_[element], "enqueue and dequeue of one element");
    const std::size_t call = history_.begin(operation);
    schedule_.ask([&] { queue_->enqueue(operation.value); });
    history_.end(call, operation);
    fail_if(schedule_.judge([&]() -> std::string {
      // Each finished enqueue has taken effect; of the dequeues only such as have begun.
      const int now = history_.clock();
      const int least = finished(Kind::enqueue, now) - begun(Kind::dequeue, now);
      if (least <= capacity_) return "";
      return operation.ended() + " returned, and now at least " + std::to_string(least) +
             " elements are inside; the capacity is " + std::to_string(capacity_);
    }));
  }

  void dequeue() {
    const std::size_t call = history_.begin({Kind::dequeue});
    const int value = schedule_.ask([&] { return queue_->dequeue(); });
    history_.end(call, {Kind::dequeue, value});
    int element = 0;
    fail_if(schedule_.judge([&] { return examine_dequeued(value, element); }));
    schedule_.touch(&handed_over_[element], "enqueue and dequeue of one element");
  }

  void size() {
    const std::size_t call = history_.begin({Kind::size});
    const int value = schedule_.ask([&] { return queue_->size(); });
    history_.end(call, {Kind::size, value});
    fail_if(schedule_.judge([&]() -> std::string {
      const int since = history_.calls()[call].begun;
      const int now = history_.clock();
      const int least = std::max(0, finished(Kind::enqueue, since) - begun(Kind::dequeue, now));
      const int most =
          std::min(capacity_, begun(Kind::enqueue, now) - finished(Kind::dequeue, since));
      if (least <= value && value <= most) return "";
      return "size() returned " + std::to_string(value) +
             "; between its call and its return there were " +
             (least == most ? "" : "between " + std::to_string(least) + " and ") +
             std::to_string(most) + " elements inside";
    }));
  }

  void seal(kata::Seal& seal) const { seal(dequeued_); }

  // Call it when all threads have been joined.
  void check_history() {
    history_.expect_explained_by(State{std::size_t(capacity_), {}}, [this] {
      return "first in first out, capacity " + std::to_string(capacity_);
    });
  }

 private:
  void fail_if(const std::string& complaint) {
    if (!complaint.empty()) schedule_.fail(complaint);
  }

  int begun(Kind kind, int moment) const {
    return count(
        [&](const auto& call) { return call.operation.kind == kind && call.begun <= moment; });
  }

  int finished(Kind kind, int moment) const {
    return count(
        [&](const auto& call) { return call.operation.kind == kind && call.ended <= moment; });
  }

  template <class Condition>
  int count(Condition condition) const {
    return int(std::count_if(history_.calls().begin(), history_.calls().end(), condition));
  }

  std::string examine_dequeued(int value, int& element) {
    const auto returned = [value] { return "dequeue() returned " + std::to_string(value); };
    element = int(std::find(std::begin(kValues), std::end(kValues), value) - std::begin(kValues));
    const int enqueued = count([&](const auto& call) {
      return call.operation.kind == Kind::enqueue && call.operation.value == value;
    });
    if (enqueued == 0) return returned() + ", which nobody had enqueued";
    if (std::exchange(dequeued_[element], true)) return returned() + " a second time";
    return "";
  }

  kata::Schedule schedule_;
  const int capacity_;
  std::unique_ptr<Answer> queue_;
  kata::History<Operation> history_;
  bool dequeued_[kMostElements] = {};
  char handed_over_[kMostElements] = {};
  kata::Sealed sealed_{*this};
};

constexpr const char* kProducers[] = {"elements of producer 1", "elements of producer 2",
                                      "elements of producer 3"};
constexpr const char* kConsumers[] = {"dequeues of consumer 1", "dequeues of consumer 2"};

/// Starts the threads of `bodies`, in a random order.
void start(kata::Schedule& schedule,
           const std::vector<std::pair<std::string, std::function<void()>>>& bodies) {
  for (const int i : schedule.permutation(int(bodies.size()))) {
    schedule.thread(bodies[std::size_t(i)].first, bodies[std::size_t(i)].second);
  }
}

// As many dequeues as enqueues, or fewer by what has room in the end; so nobody waits for ever.
void producers_and_consumers(kata::Schedule& schedule) {
  const int capacity = schedule.draw("capacity", 1, 3);
  const int producers = schedule.draw("producers", 1, 3);
  const int consumers = schedule.draw("consumers", 1, 3);
  Client client(schedule, capacity);
  std::vector<std::pair<std::string, std::function<void()>>> bodies;
  int elements = 0;
  for (int producer = 0; producer < producers; ++producer) {
    const int first = elements;
    elements += schedule.draw(kProducers[producer], 1, 3);
    bodies.emplace_back("producer " + std::to_string(producer + 1), [&client, first, elements] {
      for (int element = first; element < elements; ++element) client.enqueue(element);
    });
  }
  const int stay = schedule.draw("elements that stay inside", 0, std::min(capacity, elements));
  int left = elements - stay;
  for (int consumer = 0; consumer < consumers; ++consumer) {
    const int count =
        consumer == consumers - 1 ? left : schedule.draw(kConsumers[consumer], 0, left);
    left -= count;
    bodies.emplace_back("consumer " + std::to_string(consumer + 1), [&client, count] {
      for (int i = 0; i < count; ++i) client.dequeue();
    });
  }
  if (const int looks = schedule.draw("calls of size()", 0, 2); looks > 0) {
    bodies.emplace_back("onlooker", [&client, looks] {
      for (int i = 0; i < looks; ++i) client.size();
    });
  }
  start(schedule, bodies);
  schedule.join();
  client.size();
  for (int i = 0; i < stay; ++i) client.dequeue();
  client.check_history();
}

// Nobody dequeues until all enqueues have returned: there is room for all of them.
void room_for_all(kata::Schedule& schedule) {
  const int capacity = schedule.draw("capacity", 1, 4);
  const int elements = capacity - schedule.draw("places that stay free", 0, capacity - 1);
  Client client(schedule, capacity);
  for (int element = 0; element < elements; ++element) {
    schedule.thread("producer " + std::to_string(element + 1),
                    [&client, element] { client.enqueue(element); });
  }
  schedule.join();
  client.size();
  for (int element = 0; element < elements; ++element) {
    schedule.thread("consumer " + std::to_string(element + 1), [&client] { client.dequeue(); });
  }
  schedule.join();
  client.size();
  client.check_history();
}

// Every thread is producer and consumer. When all wait for room, the queue is full, so somebody has
// put an element and is about to take one; when all wait for an element it is empty, so nobody is.
// Nobody waits for ever.
void put_one_take_one(kata::Schedule& schedule) {
  const int capacity = schedule.draw("capacity", 1, 2);
  const int threads = schedule.draw("threads", 1, 4);
  const int rounds = schedule.draw("rounds", 1, 2);
  const bool look = schedule.flip("size() in between");
  Client client(schedule, capacity);
  for (int thread = 0; thread < threads; ++thread) {
    schedule.thread("thread " + std::to_string(thread + 1), [&client, thread, rounds, look] {
      for (int round = 0; round < rounds; ++round) {
        client.enqueue(2 * thread + round);
        if (look && round == 0) client.size();
        client.dequeue();
      }
    });
  }
  schedule.join();
  client.check_history();
}

// Threads wait for room, or for an element, and those whom they wait for ask for the size first. If
// that waits with them, nobody goes on.
void asked_while_others_wait(kata::Schedule& schedule) {
  const int capacity = schedule.draw("capacity", 1, 2);
  const int waiting = schedule.draw("threads that wait", 1, 3);
  const bool full = schedule.flip("they wait for room");
  Client client(schedule, capacity);
  int elements = 0;
  while (full && elements < capacity) client.enqueue(elements++);
  for (int i = 1; i <= waiting; ++i) {
    if (full) {
      schedule.thread("producer " + std::to_string(i),
                      [&client, element = elements++] { client.enqueue(element); });
    } else {
      schedule.thread("consumer " + std::to_string(i), [&client] { client.dequeue(); });
    }
  }
  for (int i = 0; i < waiting; ++i) {
    client.size();
    if (full) {
      client.dequeue();
    } else {
      client.enqueue(elements++);
    }
  }
  schedule.join();
  client.check_history();
}

}  // namespace kata_oracle

KATA_JUDGE(kata::scenario("producers and consumers", kata_oracle::producers_and_consumers,
                          {.weight = 6});
           kata::scenario("room for all", kata_oracle::room_for_all, {.weight = 2});
           kata::scenario("put one, take one", kata_oracle::put_one_take_one, {.weight = 2});
           kata::scenario("asked while others wait", kata_oracle::asked_while_others_wait,
                          {.weight = 1});)
