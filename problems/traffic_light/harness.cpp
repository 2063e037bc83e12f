// SPDX-License-Identifier: MIT
// traffic_light: cars of one road may cross together, so crossings are not ordered with each other.
// Each is ordered with every turn of the light, though, and so there is one place in memory for
// each car, which the car touches when it crosses, and which every turn touches.
#include <kata/kata.hpp>

namespace kata_oracle {

constexpr int kMostCars = 8;
constexpr int kTurning = 0;  // green_ while turnGreen runs

struct Car {
  int id;
  int road;
  int direction;
};

// The books about one intersection. Written under judge() only.
class Intersection {
 public:
  explicit Intersection(kata::Schedule& schedule) : schedule_(schedule) {}

  // `number` counts the cars of the schedule.
  template <class Light>
  void arrive(Light& light, const Car& car, int number) {
    const int thread = schedule_.self();
    bool turned = false;
    bool crossed = false;
    light.carArrived(
        car.id, car.road, car.direction,
        [this, &car, &turned, thread] { turn_green(car, turned, thread); },
        [this, &car, &crossed, thread, number] { cross(car, crossed, thread, number); });
    schedule_.expect(crossed,
                     "carArrived of " + named(car) + " returned, and crossCar was not called");
  }

 private:
  static std::string named(const Car& car) {
    return "car " + std::to_string(car.id) + " (road " + std::to_string(car.road) + ")";
  }

  void fail_if(const std::string& complaint) {
    if (!complaint.empty()) schedule_.fail(complaint);
  }

  std::string called_wrongly(const Car& car, const char* callback, bool before, int thread) const {
    const std::string which = std::string(callback) + " of " + named(car);
    if (schedule_.self() != thread) {
      return which + " was called on another thread than the one that called carArrived";
    }
    if (before) return which + " was called a second time";
    return "";
  }

  void turn_green(const Car& car, bool& turned, int thread) {
    fail_if(schedule_.judge([&]() -> std::string {
      auto wrong = called_wrongly(car, "turnGreen", turned, thread);
      if (!wrong.empty()) return wrong;
      turned = true;
      const std::string did = named(car) + " turned the light ";
      if (green_ == kTurning) return did + "while another car was turning it";
      if (green_ == car.road) return did + "green, although its road had green already";
      if (crossing_ > 0) return did + "while " + named(*last_crossing_) + " was crossing";
      green_ = kTurning;
      return "";
    }));
    touch_all();
    schedule_.dawdle();
    touch_all();
    schedule_.judge([&] { green_ = car.road; });
  }

  void cross(const Car& car, bool& crossed, int thread, int number) {
    fail_if(schedule_.judge([&]() -> std::string {
      auto wrong = called_wrongly(car, "crossCar", crossed, thread);
      if (!wrong.empty()) return wrong;
      crossed = true;
      if (green_ == kTurning) return named(car) + " crosses while the light is being turned";
      if (green_ != car.road) return named(car) + " crosses on red";
      ++crossing_;
      last_crossing_ = &car;
      return "";
    }));
    schedule_.touch(&place_[number], "crossing and turning the light");
    schedule_.dawdle();
    schedule_.touch(&place_[number], "crossing and turning the light");
    schedule_.judge([&] { --crossing_; });
  }

  void touch_all() {
    for (const char& place : place_) schedule_.touch(&place, "crossing and turning the light");
  }

  kata::Schedule schedule_;
  int green_ = 1;
  int crossing_ = 0;
  const Car* last_crossing_ = nullptr;
  char place_[kMostCars] = {};
};

Car draw_car(kata::Schedule& schedule, int id) {
  const int road = schedule.flip("a car comes on road 2") ? 2 : 1;
  const int direction = 2 * road - (schedule.flip("in the second direction") ? 0 : 1);
  return {id, road, direction};
}

// Up to six threads with a car each.
template <class Light>
void cars(kata::Schedule& schedule) {
  const int count = schedule.draw("cars", 1, 6);
  Intersection intersection(schedule);
  std::vector<Car> all;
  for (const int id : schedule.permutation(count)) all.push_back(draw_car(schedule, id + 1));
  Light light;
  for (std::size_t i = 0; i < all.size(); ++i) {
    schedule.thread("car " + std::to_string(all[i].id), [&intersection, &light, &all, i] {
      intersection.arrive(light, all[i], int(i));
    });
  }
  schedule.join();
}

// Two to four threads with two cars each, one after the other.
template <class Light>
void columns(kata::Schedule& schedule) {
  const int count = schedule.draw("columns of two cars", 2, kMostCars / 2);
  Intersection intersection(schedule);
  std::vector<Car> all;
  for (int i = 0; i < 2 * count; ++i) all.push_back(draw_car(schedule, 10 * i + 5));
  Light light;
  for (std::size_t i = 0; i < all.size(); i += 2) {
    schedule.thread("column " + std::to_string(i / 2 + 1), [&intersection, &light, &all, i] {
      intersection.arrive(light, all[i], int(i));
      intersection.arrive(light, all[i + 1], int(i + 1));
    });
  }
  schedule.join();
}

}  // namespace kata_oracle

class TrafficLight;
KATA_SCENARIOS(kata::scenario("cars", kata_oracle::cars<TrafficLight>, {.weight = 2});
               kata::scenario("columns of cars", kata_oracle::columns<TrafficLight>,
                              {.weight = 1});)

#include KATA_SUBMISSION
