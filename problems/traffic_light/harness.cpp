// SPDX-License-Identifier: MIT
// traffic_light: cars of one road may cross together, so crossings are not ordered with each other.
// Each is ordered with every turn of the light, though, and so there is one place in memory for
// each car, which the car touches when it crosses, and which every turn touches.
#include <kata/kata.hpp>

#include "answer.hpp"

namespace kata_oracle {

using std::chrono::nanoseconds;

// What callbacks take is counted in these where they take time.
constexpr nanoseconds kTick = std::chrono::milliseconds(10);

constexpr int kTurning = 0;  // green_ while turnGreen runs

constexpr kata::Remark kOneByOne = {
    "serialized",
    "two cars of the same road never cross at the same time: look for a lock that is held while a "
    "car crosses and that every other car needs"};
constexpr kata::Remark kNeverRed = {
    "starvation",
    "while cars keep coming on the road that has green, so that one is always crossing, a car of "
    "the other road waits until they stop: nothing makes those who come later wait for it"};

struct Car {
  int id;
  int road;
  int direction;
};

// The books about one intersection. Written under judge() only.
class Intersection {
 public:
  // For that many cars. A crossing takes `crossing` of virtual time, or none: then some are slow.
  Intersection(kata::Schedule& schedule, int cars, nanoseconds crossing = nanoseconds(0))
      : schedule_(schedule),
        crossing_takes_(crossing),
        place_(std::size_t(cars)),
        turned_(std::size_t(cars)),
        crossed_(std::size_t(cars)) {}

  // `number` counts the cars of the schedule.
  void arrive(Answer& light, const Car& car, int number) {
    const int thread = schedule_.self();
    schedule_.ask([&] {
      light.carArrived(
          car.id, car.road, car.direction,
          [this, &car, thread, number] { turn_green(car, thread, number); },
          [this, &car, thread, number] { cross(car, thread, number); });
    });
    const bool crossed = schedule_.judge([&] { return crossed_[std::size_t(number)] != 0; });
    schedule_.expect(crossed, [&car] {
      return "carArrived of " + named(car) + " returned, and crossCar was not called";
    });
  }

  void seal(kata::Seal& seal) const {
    seal(green_, crossing_, crossings_, last_crossing_, turned_, crossed_);
  }

  // How many have begun to cross so far.
  int crossings() const { return crossings_; }

 private:
  static std::string named(const Car& car) {
    return "car " + std::to_string(car.id) + " (road " + std::to_string(car.road) + ")";
  }

  void fail_if(const std::string& complaint) {
    if (!complaint.empty()) schedule_.fail(complaint);
  }

  std::string called_wrongly(const Car& car, const char* callback, bool before, int thread) const {
    const bool elsewhere = schedule_.self() != thread;
    if (!elsewhere && !before) return "";
    return std::string(callback) + " of " + named(car) +
           (elsewhere ? " was called on another thread than the one that called carArrived"
                      : " was called a second time");
  }

  void turn_green(const Car& car, int thread, int number) {
    char& turned = turned_[std::size_t(number)];
    fail_if(schedule_.judge([&]() -> std::string {
      auto wrong = called_wrongly(car, "turnGreen", turned != 0, thread);
      if (!wrong.empty()) return wrong;
      turned = 1;
      const auto turned_it = [&car](const std::string& how) {
        return named(car) + " turned the light " + how;
      };
      if (green_ == kTurning) return turned_it("while another car was turning it");
      if (green_ == car.road) return turned_it("green, although its road had green already");
      if (crossing_ > 0) return turned_it("while " + named(*last_crossing_) + " was crossing");
      green_ = kTurning;
      return "";
    }));
    touch_all();
    schedule_.dawdle();
    touch_all();
    schedule_.judge([&] { green_ = car.road; });
  }

  void cross(const Car& car, int thread, int number) {
    char& crossed = crossed_[std::size_t(number)];
    fail_if(schedule_.judge([&]() -> std::string {
      auto wrong = called_wrongly(car, "crossCar", crossed != 0, thread);
      if (!wrong.empty()) return wrong;
      crossed = 1;
      if (green_ == kTurning) return named(car) + " crosses while the light is being turned";
      if (green_ != car.road) return named(car) + " crosses on red";
      if (crossing_++ > 0) schedule_.reached(kOneByOne);
      ++crossings_;
      last_crossing_ = &car;
      return "";
    }));
    const char& place = place_[std::size_t(number)];
    schedule_.touch(&place, "crossing and turning the light");
    if (crossing_takes_ == nanoseconds(0)) {
      schedule_.dawdle();
    } else {
      schedule_.elapse(crossing_takes_);
    }
    schedule_.touch(&place, "crossing and turning the light");
    schedule_.judge([&] { --crossing_; });
  }

  void touch_all() {
    for (const char& place : place_) schedule_.touch(&place, "crossing and turning the light");
  }

  kata::Schedule schedule_;
  const nanoseconds crossing_takes_;
  int green_ = 1;
  int crossing_ = 0;   // now
  int crossings_ = 0;  // that have begun
  const Car* last_crossing_ = nullptr;
  std::vector<char> place_;
  std::vector<char> turned_, crossed_;  // by each car, called
  kata::Sealed sealed_{*this};
};

Car draw_car(kata::Schedule& schedule, int id) {
  const int road = schedule.flip("a car comes on road 2") ? 2 : 1;
  const int direction = 2 * road - (schedule.flip("in the second direction") ? 0 : 1);
  return {id, road, direction};
}

// Up to six threads with a car each.
void cars(kata::Schedule& schedule) {
  const int count = schedule.draw("cars", 1, 6);
  Intersection intersection(schedule, count);
  std::vector<Car> all;
  for (const int id : schedule.permutation(count)) all.push_back(draw_car(schedule, id + 1));
  const auto light = make_answer();
  for (std::size_t i = 0; i < all.size(); ++i) {
    schedule.thread("car " + std::to_string(all[i].id), [&intersection, &light, &all, i] {
      intersection.arrive(*light, all[i], int(i));
    });
  }
  schedule.join();
}

// Two to four threads with two cars each, one after the other.
void columns(kata::Schedule& schedule) {
  const int count = schedule.draw("columns of two cars", 2, 4);
  Intersection intersection(schedule, 2 * count);
  std::vector<Car> all;
  for (int i = 0; i < 2 * count; ++i) all.push_back(draw_car(schedule, 10 * i + 5));
  const auto light = make_answer();
  for (std::size_t i = 0; i < all.size(); i += 2) {
    schedule.thread("column " + std::to_string(i / 2 + 1), [&intersection, &light, &all, i] {
      intersection.arrive(*light, all[i], int(i));
      intersection.arrive(*light, all[i + 1], int(i + 1));
    });
  }
  schedule.join();
}

// Cars of one road come at the same time, and crossing takes time. Computing takes none here, so
// that they cross together unless one waits for the other. With three of them, two are left
// whatever the one that turns the light does.
void three_of_one_road(kata::Schedule& schedule) {
  const int road = schedule.flip("on road 2") ? 2 : 1;
  Intersection intersection(schedule, 3, 3 * kTick);
  std::vector<Car> all;
  for (const int id : schedule.permutation(3)) all.push_back({id + 1, road, 2 * road - id % 2});
  const auto light = make_answer();
  schedule.chance(kOneByOne);
  for (int i = 0; i < 3; ++i) {
    const Car& car = all[std::size_t(i)];
    schedule.thread("car " + std::to_string(car.id),
                    [&intersection, &light, &car, i] { intersection.arrive(*light, car, i); });
  }
  schedule.join();
}

// Starvation: two columns on one road take turns in such a way that at every moment one of their
// cars crosses, unless they are made to wait. On the other road there is one car.
void road_without_a_gap(kata::Schedule& schedule) {
  const int road = schedule.flip("a car waits on road 1") ? 2 : 1;
  const int length = schedule.draw("cars of each column", 8, 12);
  Intersection intersection(schedule, 2 * length + 1, 3 * kTick);
  std::vector<Car> all;
  for (int i = 0; i < 2 * length; ++i) all.push_back({i + 1, road, 2 * road - i % 2});
  const int other = 3 - road;
  all.push_back({2 * length + 1, other, 2 * other});
  const auto light = make_answer();
  for (const int column : schedule.permutation(2)) {
    schedule.thread("column " + std::to_string(column + 1), [&, column, length] {
      schedule.elapse(2 * column * kTick);
      for (int i = column; i < 2 * length; i += 2) {
        intersection.arrive(*light, all[std::size_t(i)], i);
        schedule.elapse(kTick);
      }
    });
  }
  schedule.thread("the other road", [&, length] {
    schedule.elapse(kTick);
    schedule.chance(kNeverRed);
    const int before = schedule.judge([&] { return intersection.crossings(); });
    intersection.arrive(*light, all.back(), 2 * length);
    // It crossed itself, too.
    const int passed_over = schedule.judge([&] { return intersection.crossings(); }) - before - 1;
    if (passed_over < length) schedule.reached(kNeverRed);
  });
  schedule.join();
}

}  // namespace kata_oracle

KATA_JUDGE(kata::scenario("cars", kata_oracle::cars, {.weight = 11});
           kata::scenario("columns of cars", kata_oracle::columns, {.weight = 5});
           kata::scenario("three cars of one road", kata_oracle::three_of_one_road,
                          {.time = kata::Time::ideal, .weight = 1, .fair = true});
           kata::scenario("a road without a gap", kata_oracle::road_without_a_gap,
                          {.time = kata::Time::ideal, .weight = 1, .fair = true});)
