// SPDX-License-Identifier: MIT
// dining_philosophers: which fork a hand reaches for depends on which way round they are numbered,
// and only the submission knows. So the books are kept for both ways, and a schedule fails when
// neither explains it. That neighbours eat in an order is judged without: they share a fork either
// way.
#include <kata/kata.hpp>

#include "answer.hpp"

namespace kata_oracle {

constexpr int kPhilosophers = 5;
constexpr int kNobody = -1;

enum Side { kLeft, kRight };
constexpr const char* kSide[] = {"left", "right"};

using std::chrono::nanoseconds;

// What callbacks take is counted in these where they take time.
constexpr nanoseconds kTick = std::chrono::milliseconds(10);

constexpr kata::Remark kOneAtATime = {
    "serialized",
    "two philosophers who have no fork in common never eat at the same time: look for a lock that "
    "is held during the meal and that others need too"};
constexpr kata::Remark kConspiracy = {
    "starvation",
    "a philosopher whose neighbours take turns, so that one of the two is always eating, does not "
    "eat until they stop: nothing keeps a fork for whoever has waited for it longest"};

std::string named(int philosopher) { return "philosopher " + std::to_string(philosopher); }

// The books about one table. Written under judge() only.
class Table {
 public:
  // A meal takes `meal` of virtual time, or none: then some meals are slow.
  explicit Table(kata::Schedule& schedule, nanoseconds meal = nanoseconds(0))
      : schedule_(schedule), meal_takes_(meal) {}

  void call(Answer& answer, int philosopher) {
    Call& call = schedule_.judge([&]() -> Call& {
      return calls_.emplace_back(Call{philosopher, schedule_.self(), {}, Meal::not_begun});
    });
    const auto pick = [this, &call](Side side) {
      return [this, &call, side] { pick_up(call, side); };
    };
    const auto put = [this, &call](Side side) {
      return [this, &call, side] { put_down(call, side); };
    };
    schedule_.ask([&] {
      answer.wantsToEat(
          philosopher, pick(kLeft), pick(kRight), [this, &call] { eat(call); }, put(kLeft),
          put(kRight));
    });
    fail_if(schedule_.judge([&]() -> std::string {
      const auto returned = [philosopher](const std::string& what) {
        return "wantsToEat(" + std::to_string(philosopher) + ") returned, and " + what;
      };
      if (call.meal != Meal::over) return returned("eat was not called");
      for (const Side side : {kLeft, kRight}) {
        if (call.fork[side] != Fork::put_down) {
          return returned(fork(side) + " was not put down");
        }
      }
      return "";
    }));
  }

  void seal(kata::Seal& seal) const { seal(calls_, ways_, meals_, eating_); }

  // How many meals have begun so far.
  int meals() const { return meals_; }

 private:
  enum class Fork { not_touched, being_picked, held, put_down };
  enum class Meal { not_begun, eating, over };

  struct Call {
    int philosopher;
    int thread;
    Fork fork[2];
    Meal meal;

    void seal(kata::Seal& seal) const { seal(philosopher, thread, fork, meal); }
  };

  // One way to number the forks, and who holds which by it.
  struct Numbering {
    Numbering(int of_left, int of_right) : left(of_left), right(of_right) {}

    int left;   // the left fork of philosopher p is fork p + left
    int right;  // the right one is fork p + right
    int holder[kPhilosophers] = {kNobody, kNobody, kNobody, kNobody, kNobody};
    std::string contradiction;

    void seal(kata::Seal& seal) const { seal(left, right, holder, contradiction); }

    int& hand(int philosopher, Side side) {
      return holder[(philosopher + (side == kLeft ? left : right)) % kPhilosophers];
    }
  };

  void fail_if(const std::string& complaint) {
    if (!complaint.empty()) schedule_.fail(complaint);
  }

  static std::string fork(Side side) { return std::string("the ") + kSide[side] + " fork"; }

  // Every callback runs on the thread that made the call.
  std::string elsewhere(const Call& call, const char* callback) const {
    if (schedule_.self() == call.thread) return "";
    return std::string(callback) + " of " + named(call.philosopher) +
           " was called on another thread than the one that called wantsToEat";
  }

  void pick_up(Call& call, Side side) {
    fail_if(schedule_.judge([&] { return begin_pick(call, side); }));
    schedule_.dawdle();
    schedule_.judge([&] { call.fork[side] = Fork::held; });
  }

  std::string begin_pick(Call& call, Side side) {
    const auto picked_up = [&call, side] {
      return named(call.philosopher) + " picked up " + fork(side);
    };
    if (auto wrong = elsewhere(call, "a callback"); !wrong.empty()) return wrong;
    if (call.fork[side] != Fork::not_touched) return picked_up() + " twice in one call";
    call.fork[side] = Fork::being_picked;
    for (Numbering& way : ways_) {
      int& holder = way.hand(call.philosopher, side);
      if (holder != kNobody && way.contradiction.empty()) {
        way.contradiction = picked_up() + " while " + named(holder) +
                            (holder == call.philosopher ? " (in another call)" : "") +
                            " still held it";
      }
      holder = call.philosopher;
    }
    if (ways_[0].contradiction.empty() || ways_[1].contradiction.empty()) return "";
    if (ways_[0].contradiction == ways_[1].contradiction) return ways_[0].contradiction;
    return "a fork was in two hands, whichever way they are numbered: if fork p is the right one "
           "of philosopher p, " +
           ways_[0].contradiction + "; if it is the left one, " + ways_[1].contradiction;
  }

  void eat(Call& call) {
    fail_if(schedule_.judge([&]() -> std::string {
      if (auto wrong = elsewhere(call, "eat"); !wrong.empty()) return wrong;
      if (call.meal != Meal::not_begun) return named(call.philosopher) + " ate twice in one call";
      for (const Side side : {kLeft, kRight}) {
        if (call.fork[side] != Fork::held) {
          return named(call.philosopher) + " ate without " + fork(side);
        }
      }
      call.meal = Meal::eating;
      ++meals_;
      if (eating_++ > 0) schedule_.reached(kOneAtATime);
      return "";
    }));
    touch_neighbours(call.philosopher);
    if (meal_takes_ == nanoseconds(0)) {
      schedule_.dawdle();
    } else {
      schedule_.elapse(meal_takes_);
    }
    touch_neighbours(call.philosopher);
    schedule_.judge([&] {
      call.meal = Meal::over;
      --eating_;
    });
  }

  // One place for the fork between each two neighbours.
  void touch_neighbours(int philosopher) {
    for (const int between : {philosopher, (philosopher + 1) % kPhilosophers}) {
      schedule_.touch(&between_[between], "meals of neighbours");
    }
  }

  void put_down(Call& call, Side side) {
    fail_if(schedule_.judge([&]() -> std::string {
      if (auto wrong = elsewhere(call, "a callback"); !wrong.empty()) return wrong;
      const auto put_down_when = [&call, side](const char* when) {
        return named(call.philosopher) + " put down " + fork(side) + " " + when;
      };
      if (call.meal != Meal::over) return put_down_when("before eating");
      if (call.fork[side] != Fork::held) return put_down_when("twice in one call");
      call.fork[side] = Fork::put_down;
      return "";
    }));
    schedule_.dawdle();
    schedule_.judge([&] {
      for (Numbering& way : ways_) way.hand(call.philosopher, side) = kNobody;
    });
  }

  kata::Schedule schedule_;
  const nanoseconds meal_takes_;
  std::deque<Call> calls_;
  int meals_ = 0;   // that have begun
  int eating_ = 0;  // now
  Numbering ways_[2] = {Numbering(1, 0), Numbering(0, 1)};
  char between_[kPhilosophers] = {};
  kata::Sealed sealed_{*this};
};

void everybody_eats(kata::Schedule& schedule) {
  static constexpr const char* kMeals[kPhilosophers] = {
      "meals of philosopher 0", "meals of philosopher 1", "meals of philosopher 2",
      "meals of philosopher 3", "meals of philosopher 4"};
  Table table(schedule);
  const auto answer = make_answer();
  for (const int philosopher : schedule.permutation(kPhilosophers)) {
    const int meals = schedule.draw(kMeals[philosopher], 1, 3);
    schedule.thread(named(philosopher), [&table, &answer, philosopher, meals] {
      for (int meal = 0; meal < meals; ++meal) table.call(*answer, philosopher);
    });
  }
  schedule.join();
}

// Threads that stand for nobody in particular: the same philosopher may be called by two at once.
void called_from_anywhere(kata::Schedule& schedule) {
  static constexpr int kMostCalls = 3;
  const int threads = schedule.draw("threads", 2, 6);
  const int apart = schedule.permutation(kPhilosophers)[0];
  Table table(schedule);
  const auto answer = make_answer();
  for (int thread = 0; thread < threads; ++thread) {
    std::array<int, kMostCalls> guests{};
    const int calls = schedule.draw("calls of one thread", 1, kMostCalls);
    for (int call = 0; call < calls; ++call) {
      // Small distances are drawn more often, and neighbours are what is interesting.
      guests[std::size_t(call)] =
          (apart + schedule.draw("philosopher, counted from some place", 0, 4)) % kPhilosophers;
    }
    schedule.thread("thread " + std::to_string(thread + 1), [&table, &answer, guests, calls] {
      for (int call = 0; call < calls; ++call) table.call(*answer, guests[std::size_t(call)]);
    });
  }
  schedule.join();
}

// Two who have no fork in common come at the same time, and their meals take time. Computing takes
// none here, so that both eat at once unless one waits for the other.
void two_could_eat(kata::Schedule& schedule) {
  Table table(schedule, 3 * kTick);
  const auto answer = make_answer();
  const int first = schedule.permutation(kPhilosophers)[0];
  const int second = (first + (schedule.flip("two to the right") ? 2 : 3)) % kPhilosophers;
  schedule.chance(kOneAtATime);
  for (const int philosopher : {first, second}) {
    schedule.thread(named(philosopher),
                    [&table, &answer, philosopher] { table.call(*answer, philosopher); });
  }
  schedule.join();
}

// Starvation, as Dijkstra found it in this problem: two philosophers with the same neighbour
// between them eat in turn, so that at every moment one of the two does. Who is let in between them
// by anything but the end of their meals waits for at most a few of those.
void between_two_who_take_turns(kata::Schedule& schedule) {
  const int meals = schedule.draw("meals of each neighbour", 8, 12);
  Table table(schedule, 3 * kTick);
  const auto answer = make_answer();
  const int hungry = schedule.permutation(kPhilosophers)[0];
  const int neighbour[] = {(hungry + 1) % kPhilosophers, (hungry + 4) % kPhilosophers};
  for (const int side : schedule.permutation(2)) {
    schedule.thread(named(neighbour[side]), [&, philosopher = neighbour[side], side, meals] {
      schedule.elapse(2 * side * kTick);
      for (int meal = 0; meal < meals; ++meal) {
        table.call(*answer, philosopher);
        schedule.elapse(kTick);
      }
    });
  }
  schedule.thread(named(hungry), [&] {
    schedule.elapse(kTick);
    schedule.chance(kConspiracy);
    const int before = schedule.judge([&] { return table.meals(); });
    table.call(*answer, hungry);
    // Its own meal is among them.
    const int passed_over = schedule.judge([&] { return table.meals(); }) - before - 1;
    if (passed_over < meals) schedule.reached(kConspiracy);
  });
  schedule.join();
}

}  // namespace kata_oracle

KATA_JUDGE(kata::scenario("everybody eats", kata_oracle::everybody_eats, {.weight = 8});
           kata::scenario("called from anywhere", kata_oracle::called_from_anywhere, {.weight = 8});
           kata::scenario("two who have no fork in common", kata_oracle::two_could_eat,
                          {.time = kata::Time::ideal, .weight = 1, .fair = true});
           kata::scenario("between two who take turns", kata_oracle::between_two_who_take_turns,
                          {.time = kata::Time::ideal, .weight = 1, .fair = true});)
