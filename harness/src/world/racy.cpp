// SPDX-License-Identifier: MIT
#include "world/racy.hpp"

#include <algorithm>

#include "fiber/image.hpp"
#include "world/per_schedule.hpp"
#include "world/world.hpp"

namespace kata::model {

RacySites racy;

namespace {
const PerSchedule reset("racy", [](void*) { racy.begin_schedule(); });
}

bool RacySites::found(detect::Pc site) {
  // 0 is code of a library, of which one place stands for all.
  if (fixed_ || site == 0 || is_point(site)) return false;
  found_.push_back(site);
  return true;
}

void RacySites::found_at(std::uintptr_t address, std::size_t size) {
  // What lies on a stack is soon something else, and who frees an object does not use all of it.
  if (fixed_ || size == 0 || world->slots.contains(address)) return;
  size = std::min(size, std::size_t{16});
  for (std::uintptr_t word = address >> 3; word <= (address + size - 1) >> 3; ++word) {
    if (!words_.contains(word)) fresh_words_.push_back(word);
  }
}

void RacySites::heed_places() {
  for (const std::uintptr_t word : fresh_words_) {
    words_.insert(word);
    word_seen_.set(word % words_told_apart);
  }
  fresh_words_.clear();
}

void RacySites::add(std::uint32_t site) {
  if (site >= is_point_.size() || is_point_[site]) return;
  is_point_[site] = true;
  sites_.insert(std::lower_bound(sites_.begin(), sites_.end(), site), site);
}

void RacySites::begin_schedule() {
  if (!allowed_) return;
  orders_.clear();
  reads_.clear();
  base_ = static_cast<detect::Pc>(fiber::executable_text.begin);
  is_point_.resize(fiber::executable_text.size());
  for (const detect::Pc site : found_) add(site - base_);
  found_.clear();
}

bool RacySites::was_read_lately(std::uint16_t id, std::uintptr_t address) {
  if (id >= reads_.size()) reads_.resize(id + 1U);
  Reads& reads = reads_[id];
  if (std::find(reads.last.begin(), reads.last.end(), address) != reads.last.end()) return true;
  reads.last[reads.next++ % reads.last.size()] = address;
  return false;
}

void RacySites::forget() {
  words_.clear();
  fresh_words_.clear();
  word_seen_.reset();
  found_.clear();
  sites_.clear();
  is_point_.assign(is_point_.size(), false);
}

void RacySites::use(const std::vector<std::uint32_t>& sites) {
  fixed_ = true;
  words_.clear();
  fresh_words_.clear();
  word_seen_.reset();
  found_.clear();
  sites_.clear();
  is_point_.assign(fiber::executable_text.size(), false);
  for (const std::uint32_t site : sites) add(site);
}

}  // namespace kata::model
