// SPDX-License-Identifier: MIT
#include "report/format.hpp"

#include "report/report.hpp"

namespace grader::report {

const std::vector<Format>& formats() {
  static const std::vector<Format> table = {
      {"json", "Write the report to FILE; - is standard output, with nothing else on it",
       render_json},
  };
  return table;
}

}  // namespace grader::report
