// SPDX-License-Identifier: MIT
// Synchronisation objects: what is common to their models, and how the model of an object is found
// from the bytes that the program holds (a pthread_mutex_t and its like).
//
// The first eight bytes of the program's object name the schedule and the model's index. A fresh
// object is all zeros there by its static initialiser, so objects need no registration, and one
// constructed again at the same address is new.
#pragma once

#include <cstdint>
#include <cstring>
#include <deque>

#include "world/per_schedule.hpp"
#include "world/thread.hpp"

namespace kata::model {

struct Object {
  std::uintptr_t address = 0;
  std::uint32_t number = 0;  ///< from 1, in order of first use in the schedule
  bool destroyed = false;
  std::uint16_t maker = 0;       ///< the thread that made it, where wait_for_use() was told
  std::uint64_t order = 0;       ///< hash of the operations on it, in order
  detect::VectorClock released;  ///< what those who let go of it knew
};

/// The models of one kind of object. Forgets all objects when a schedule begins.
template <class Model>
class Models {
 public:
  explicit Models(trace::ObjectKind kind)
      : kind_(kind),
        reset_(
            word(kind), [](void* self) { static_cast<Models*>(self)->reset(); }, this) {}

  /// The model of the object at `memory`, made on first sight. `is_new`, if given, says so, and
  /// `is_first` that it is the first use since wait_for_use().
  Model& of(void* memory, bool* is_new = nullptr, bool* is_first = nullptr) {
    Handle handle;
    std::memcpy(&handle, memory, sizeof handle);
    if (handle.schedule == schedule_ && handle.index < used_) {
      Model& known = models_[handle.index];
      if (known.address == reinterpret_cast<std::uintptr_t>(memory)) return known;
    }
    if (handle.schedule == schedule_ && (handle.index & ~unused) < used_) {
      Model& known = models_[handle.index & ~unused];
      if (known.address == reinterpret_cast<std::uintptr_t>(memory)) {
        handle.index &= ~unused;
        std::memcpy(memory, &handle, sizeof handle);
        if (is_first != nullptr) *is_first = true;
        return known;
      }
    }
    if (is_new != nullptr) *is_new = true;
    return make(memory);
  }

  /// The model of the object at `memory`; null if there is none.
  Model* known(const void* memory) {
    Handle handle;
    std::memcpy(&handle, memory, sizeof handle);
    const std::uint32_t index = handle.index & ~unused;
    if (handle.schedule != schedule_ || index >= used_) return nullptr;
    Model& model = models_[index];
    return model.address == reinterpret_cast<std::uintptr_t>(memory) ? &model : nullptr;
  }

  /// The next of() of the object at `memory`, which has a model and which thread `maker` made, is
  /// to say so. Costs those that come later nothing.
  void wait_for_use(void* memory, std::uint16_t maker) {
    Handle handle;
    std::memcpy(&handle, memory, sizeof handle);
    models_[handle.index & ~unused].maker = maker;
    handle.index |= unused;
    std::memcpy(memory, &handle, sizeof handle);
  }

  /// A fresh model for the object at `memory`, whatever was there.
  Model& make(void* memory) {
    if (used_ == models_.size()) models_.emplace_back();
    const Handle handle{schedule_, used_};
    std::memcpy(memory, &handle, sizeof handle);
    Model& fresh = models_[used_++];
    fresh.address = reinterpret_cast<std::uintptr_t>(memory);
    fresh.number = used_;
    fresh.destroyed = false;
    fresh.order = 0;
    fresh.released.clear();
    fresh.clear();
    return fresh;
  }

  trace::ObjectName name(const Object& object) const {
    return {kind_, object.number, object.address};
  }

  std::uint32_t count() const { return used_; }
  Model& operator[](std::uint32_t index) { return models_[index]; }

 private:
  void reset() {
    ++schedule_;
    used_ = 0;
  }
  struct Handle {
    std::uint32_t schedule;
    std::uint32_t index;
  };
  static constexpr std::uint32_t unused = std::uint32_t{1} << 31;  // in Handle::index
  trace::ObjectKind kind_;
  std::uint32_t schedule_ = 0;
  std::uint32_t used_ = 0;
  std::deque<Model> models_;
  PerSchedule reset_;
};

}  // namespace kata::model
