// SPDX-License-Identifier: MIT
// A problem's policy: some kinds of warning are failures there.
#pragma once

#include <map>

#include "explore/explore.hpp"
#include "explore/replay.hpp"

namespace kata::explore {

/// Turns `result` into a rejection if one of its warnings is of a kind in settings.reject; the
/// first of them counts. `shown`: by kind, a schedule that showed it by itself, which is run again
/// for the report.
void apply_policy(const Settings& settings, const std::map<const model::WarningKind*, Found>& shown,
                  Result& result);

}  // namespace kata::explore
