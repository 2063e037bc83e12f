// SPDX-License-Identifier: MIT
// A file that is made from others, such as a precompiled header, and kept for later runs.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace grader::compile {

/// Knows whether its file is still what would be made. Several processes may share one: they take
/// turns making it.
class MadeFile {
 public:
  /// `made_with` stands for all but the files that it is made from, such as the compiler's flags.
  MadeFile(std::filesystem::path output, std::string made_with);

  const std::filesystem::path& output() const { return output_; }

  /// Makes the file given, and returns the files that it was made from.
  using Make = std::function<std::vector<std::string>(const std::filesystem::path& file)>;

  /// Calls `make` if there is no valid file. Returns false if there is none and none can be put
  /// there. Passes on what `make` throws.
  bool ready(const Make& make) const;

 private:
  bool valid() const;
  std::filesystem::path list() const;

  std::filesystem::path output_;
  std::string made_with_;
};

}  // namespace grader::compile
