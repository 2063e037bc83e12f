// SPDX-License-Identifier: MIT
#include "model/racy.hpp"

#include <algorithm>

#include "fiber/image.hpp"

namespace kata::model {

RacySites racy;

bool RacySites::found(detect::Pc site) {
  // 0 is code of a library, of which one place stands for all.
  if (fixed_ || site == 0 || is_point(site)) return false;
  found_.push_back(site);
  return true;
}

void RacySites::add(std::uint32_t site) {
  if (site >= is_point_.size() || is_point_[site]) return;
  is_point_[site] = true;
  sites_.insert(std::lower_bound(sites_.begin(), sites_.end(), site), site);
}

void RacySites::begin_schedule() {
  if (!allowed_) return;
  orders_.clear();
  base_ = static_cast<detect::Pc>(fiber::executable_text.begin);
  is_point_.resize(fiber::executable_text.size());
  for (const detect::Pc site : found_) add(site - base_);
  found_.clear();
}

void RacySites::forget() {
  found_.clear();
  sites_.clear();
  is_point_.assign(is_point_.size(), false);
}

void RacySites::use(const std::vector<std::uint32_t>& sites) {
  fixed_ = true;
  found_.clear();
  sites_.clear();
  is_point_.assign(fiber::executable_text.size(), false);
  for (const std::uint32_t site : sites) add(site);
}

}  // namespace kata::model
