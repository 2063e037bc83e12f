// SPDX-License-Identifier: MIT
// The calls that the judge of traffic_light makes of an answer, and how each is made on the
// student's class.
#pragma once

#include <kata/answer.hpp>

namespace kata_oracle {

struct Answer {
  virtual ~Answer() = default;
  virtual void carArrived(int car, int road, int direction, kata::Callback<void()> turn_green,
                          kata::Callback<void()> cross_car) = 0;
};

template <class TrafficLight>
struct Adapter final : Answer {
  void carArrived(int car, int road, int direction, kata::Callback<void()> turn_green,
                  kata::Callback<void()> cross_car) override {
    KATA_CALL(void,
              "void carArrived(int carId, int roadId, int direction, std::function<void()> "
              "turnGreen, std::function<void()> crossCar)",
              answer.carArrived(car, road, direction, turn_green.function(), cross_car.function()));
  }

  TrafficLight answer;
};

}  // namespace kata_oracle

KATA_ANSWER(TrafficLight, "TrafficLight()")
