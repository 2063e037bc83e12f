// SPDX-License-Identifier: MIT
// Memory that was given back, and when it may be handed out again: as late as possible and the
// oldest first, so that whoever still uses it is found. What lies side by side is put together.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <utility>
#include <vector>

namespace kata::model {

class FreeSpace {
 public:
  void clear() {
    if (!kept_back_.empty()) kept_back_.clear();
    oldest_ = 0;
    kept_back_bytes_ = 0;
    if (by_address_.empty()) return;
    by_address_.clear();
    by_size_.clear();
  }

  /// The `size` bytes at `begin` are used no longer.
  void give(std::uintptr_t begin, std::size_t size) {
    kept_back_.push_back({begin, size});
    kept_back_bytes_ += size;
  }

  /// `size` bytes that were given and are now used again; 0 if there are none. Of what was given,
  /// the last `keep_back` bytes at least are left alone.
  std::uintptr_t take(std::size_t size, std::size_t keep_back) {
    auto fitting = by_size_.lower_bound({size, 0});
    while (fitting == by_size_.end() && oldest_ < kept_back_.size() &&
           kept_back_bytes_ - kept_back_[oldest_].size >= keep_back) {
      const Piece oldest = kept_back_[oldest_++];
      kept_back_bytes_ -= oldest.size;
      if (put_together(oldest) >= size) fitting = by_size_.lower_bound({size, 0});
    }
    if (fitting == by_size_.end()) return 0;
    const auto [found, begin] = *fitting;
    by_size_.erase(fitting);
    by_address_.erase(begin);
    if (found > size) add({begin + size, found - size});
    return begin;
  }

 private:
  struct Piece {
    std::uintptr_t begin;
    std::size_t size;
  };

  void add(Piece piece) {
    by_address_.emplace(piece.begin, piece.size);
    by_size_.emplace(piece.size, piece.begin);
  }

  // Adds the piece, as one with its neighbours; its size then.
  std::size_t put_together(Piece piece) {
    const auto join = [&](std::map<std::uintptr_t, std::size_t>::iterator neighbour) {
      piece.begin = std::min(piece.begin, neighbour->first);
      piece.size += neighbour->second;
      by_size_.erase({neighbour->second, neighbour->first});
      return by_address_.erase(neighbour);
    };
    auto next = by_address_.lower_bound(piece.begin);
    if (next != by_address_.end() && next->first == piece.begin + piece.size) next = join(next);
    if (next != by_address_.begin()) {
      const auto before = std::prev(next);
      if (before->first + before->second == piece.begin) join(before);
    }
    add(piece);
    return piece.size;
  }

  std::vector<Piece> kept_back_;  // in the order in which they were given; from `oldest_` on
  std::size_t oldest_ = 0;
  std::size_t kept_back_bytes_ = 0;
  std::map<std::uintptr_t, std::size_t> by_address_;
  std::set<std::pair<std::size_t, std::uintptr_t>> by_size_;
};

}  // namespace kata::model
