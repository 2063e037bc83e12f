// SPDX-License-Identifier: MIT
#include "report/report.hpp"

namespace grader::report {

Json make_report(const std::vector<Json>& results, const std::string& version) {
  return {{"schema", schema_id},
          {"tool", {{"name", "kata"}, {"version", version}}},
          {"results", results}};
}

}  // namespace grader::report
