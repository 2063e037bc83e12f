// SPDX-License-Identifier: MIT
// Whether a report of a harness executable has the fields that it must have, with sensible values.
#pragma once

#include <nlohmann/json.hpp>

#include "program.hpp"

namespace kata::tests {

/// Adds a test failure for everything in `report`, of a run of `program`, that is not as it must
/// be.
void check_report(const Json& report, const Program& program);

}  // namespace kata::tests
