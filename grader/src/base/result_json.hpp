// SPDX-License-Identifier: MIT
// The only place where a result is JSON: how it comes in from a harness and how it goes out into a
// report. harness/schema/report.schema.json is the reference.
#pragma once

#include "base/result.hpp"

namespace grader {

/// Returns the result in `json`. Throws InternalError, naming the member ("failure.events[3].line
/// is no number"), if a member that the schema requires is missing or does not fit, if a verdict or
/// warning is none of the known words, or if `verdict`, `passed` and `failure` contradict each
/// other: what is not understood is no verdict. Members that the grader does not know are kept, see
/// result.hpp.
Result parse_result(const Json& json);

/// Returns the JSON object of a report's `results`. to_json(parse_result(json)) has the members of
/// `json`, in the order of the schema.
Json to_json(const Result& result);

}  // namespace grader
