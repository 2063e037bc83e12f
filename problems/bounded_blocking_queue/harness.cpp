// SPDX-License-Identifier: MIT
// bounded_blocking_queue: every call is recorded with its begin and its end, and in the end there
// must be an order of the calls that explains all results (linearizability; the search is that of
// Wing and Gong, 1993, with the visited states remembered as Lowe does, 2017). What can be said at
// once and more plainly is.
#include <kata/kata.hpp>

#include "answer.hpp"

namespace kata_oracle {

// Elements are told apart by their values; among them those that somebody may take for “nothing”.
constexpr int kValues[] = {1, 0, -1, 2, INT_MAX, 3, INT_MIN, 4, 5, 6, 7, 8};
constexpr int kMostElements = int(std::size(kValues));

enum class Kind { enqueue, dequeue, size };

struct Call {
  Kind kind;
  int value;                // what was enqueued or returned
  std::string_view thread;  // its name in the report
  int begun;                // moments of a clock that counts begins and ends
  int ended;
};

std::string begin_of(const Call& call) {
  if (call.kind == Kind::enqueue) return "enqueue(" + std::to_string(call.value) + ")";
  return call.kind == Kind::dequeue ? "dequeue()" : "size()";
}

std::string end_of(const Call& call) {
  return begin_of(call) + (call.kind == Kind::enqueue ? "" : " = " + std::to_string(call.value));
}

/// Whether some order of the finished calls, in which each takes effect at one moment between its
/// begin and its end, gives a queue of `capacity` elements the same results.
class Linearization {
 public:
  Linearization(const std::vector<Call>& calls, std::size_t capacity)
      : calls_(calls), capacity_(capacity), all_((std::uint32_t{1} << calls.size()) - 1) {}

  bool exists() { return search(0, {}); }

 private:
  using Elements = std::vector<int>;  // inside, the oldest first

  // `done` is the set of calls that have taken effect.
  bool search(std::uint32_t done, const Elements& inside) {
    if (done == all_) return true;
    if (!visited_.insert({done, inside}).second) return false;
    // Who began after another call had ended comes after it.
    int first_end = INT_MAX;
    for (std::size_t i = 0; i < calls_.size(); ++i) {
      if ((done >> i & 1) == 0) first_end = std::min(first_end, calls_[i].ended);
    }
    for (std::size_t i = 0; i < calls_.size(); ++i) {
      const Call& call = calls_[i];
      if ((done >> i & 1) != 0 || call.begun > first_end) continue;
      Elements then = inside;
      if (takes_effect(call, then) && search(done | std::uint32_t{1} << i, then)) return true;
    }
    return false;
  }

  bool takes_effect(const Call& call, Elements& inside) const {
    switch (call.kind) {
      case Kind::enqueue:
        if (inside.size() == capacity_) return false;
        inside.push_back(call.value);
        return true;
      case Kind::dequeue:
        if (inside.empty() || inside.front() != call.value) return false;
        inside.erase(inside.begin());
        return true;
      case Kind::size:
        break;
    }
    return int(inside.size()) == call.value;
  }

  const std::vector<Call>& calls_;
  const std::size_t capacity_;
  const std::uint32_t all_;
  std::set<std::pair<std::uint32_t, Elements>> visited_;
};

// Calls the queue and keeps the books, which are written under judge() only.
class Client {
 public:
  Client(kata::Schedule& schedule, int capacity)
      : schedule_(schedule), capacity_(capacity), queue_(make_answer(capacity)) {
    calls_.reserve(32);
  }

  void enqueue(int element) {
    const int value = kValues[element];
    schedule_.touch(&handed_over_[element], "enqueue and dequeue of one element");
    const std::size_t call = begin(Kind::enqueue, value);
    queue_->enqueue(value);
    fail_if(schedule_.judge([&]() -> std::string {
      end(call);
      // Each finished enqueue has taken effect; of the dequeues only such as have begun.
      const int least = finished(Kind::enqueue, clock_) - begun(Kind::dequeue, clock_);
      if (least <= capacity_) return "";
      return end_of(calls_[call]) + " returned, and now at least " + std::to_string(least) +
             " elements are inside; the capacity is " + std::to_string(capacity_);
    }));
  }

  void dequeue() {
    const std::size_t call = begin(Kind::dequeue, 0);
    const int value = queue_->dequeue();
    int element = 0;
    fail_if(schedule_.judge([&] {
      end(call);
      calls_[call].value = value;
      return examine_dequeued(value, element);
    }));
    schedule_.touch(&handed_over_[element], "enqueue and dequeue of one element");
  }

  void size() {
    const std::size_t call = begin(Kind::size, 0);
    const int value = queue_->size();
    fail_if(schedule_.judge([&]() -> std::string {
      end(call);
      calls_[call].value = value;
      const int since = calls_[call].begun;
      const int least = std::max(0, finished(Kind::enqueue, since) - begun(Kind::dequeue, clock_));
      const int most =
          std::min(capacity_, begun(Kind::enqueue, clock_) - finished(Kind::dequeue, since));
      if (least <= value && value <= most) return "";
      return "size() returned " + std::to_string(value) +
             "; between its call and its return there were " +
             (least == most ? "" : "between " + std::to_string(least) + " and ") +
             std::to_string(most) + " elements inside";
    }));
  }

  // Call it when all threads have been joined.
  void check_history() {
    const std::string history = schedule_.judge([&]() -> std::string {
      if (Linearization(calls_, std::size_t(capacity_)).exists()) return "";
      return in_words();
    });
    if (history.empty()) return;
    schedule_.fail(
        "no order of the calls explains what they returned (first in first out, capacity " +
        std::to_string(capacity_) + "). Begins and ends, as they came: " + history);
  }

 private:
  void fail_if(const std::string& complaint) {
    if (!complaint.empty()) schedule_.fail(complaint);
  }

  std::size_t begin(Kind kind, int value) {
    schedule_.dawdle();
    const std::string_view thread = schedule_.role();
    return schedule_.judge([&] {
      calls_.push_back({kind, value, thread, ++clock_, INT_MAX});
      return calls_.size() - 1;
    });
  }

  void end(std::size_t call) { calls_[call].ended = ++clock_; }

  int begun(Kind kind, int moment) const {
    return int(std::count_if(calls_.begin(), calls_.end(), [&](const Call& call) {
      return call.kind == kind && call.begun <= moment;
    }));
  }

  int finished(Kind kind, int moment) const {
    return int(std::count_if(calls_.begin(), calls_.end(), [&](const Call& call) {
      return call.kind == kind && call.ended <= moment;
    }));
  }

  std::string examine_dequeued(int value, int& element) {
    const auto returned = [value] { return "dequeue() returned " + std::to_string(value); };
    element = int(std::find(std::begin(kValues), std::end(kValues), value) - std::begin(kValues));
    const bool known = std::any_of(calls_.begin(), calls_.end(), [&](const Call& call) {
      return call.kind == Kind::enqueue && call.value == value;
    });
    if (!known) return returned() + ", which nobody had enqueued";
    if (std::exchange(dequeued_[element], true)) return returned() + " a second time";
    return "";
  }

  std::string in_words() const {
    std::string text;
    for (int moment = 1; moment <= clock_; ++moment) {
      for (const Call& call : calls_) {
        const bool begins = call.begun == moment;
        const bool at_once = call.ended == call.begun + 1;
        if (!begins && (at_once || call.ended != moment)) continue;
        if (!text.empty()) text += ", ";
        text += std::string(call.thread) + (at_once  ? ": " + end_of(call)
                                            : begins ? " calls " + begin_of(call)
                                                     : " returns from " + end_of(call));
      }
    }
    return text;
  }

  kata::Schedule schedule_;
  const int capacity_;
  std::unique_ptr<Answer> queue_;
  std::vector<Call> calls_;
  int clock_ = 0;
  bool dequeued_[kMostElements] = {};
  char handed_over_[kMostElements] = {};
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
