// SPDX-License-Identifier: MIT
#include "report/report.hpp"

#include "base/result_json.hpp"

namespace grader::report {

Json make_report(const std::vector<Result>& results, const std::string& version) {
  Json list = Json::array();
  for (const Result& result : results) list.push_back(to_json(result));
  return {{"schema", schema_id},
          {"tool", {{"name", "kata"}, {"version", version}}},
          {"results", std::move(list)}};
}

std::string render_json(const std::vector<Result>& results, const std::string& version) {
  return dump(make_report(results, version), 2) + "\n";
}

}  // namespace grader::report
