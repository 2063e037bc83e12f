// SPDX-License-Identifier: MIT
#include "compile/toolchain.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <string_view>

#include "base/errors.hpp"
#include "base/files.hpp"
#include "base/json.hpp"

namespace grader::compile {

namespace {

std::vector<std::string> strings_at(const Json& json, const char* key) {
  std::vector<std::string> result;
  for (const Json& word : array_at(json, key)) {
    if (word.is_string()) result.push_back(word.get<std::string>());
  }
  return result;
}

Flags flags_at(const Json& json) {
  return {strings_at(json, "compile_flags"), strings_at(json, "link_flags"),
          strings_at(json, "diagnostic_flags")};
}

// Build tools, the loader and CMake take other characters for their own: ':' separates paths.
bool is_plain(const std::string& path) {
  return std::all_of(path.begin(), path.end(), [](unsigned char c) {
    return c >= 0x80 || std::isalnum(c) != 0 ||
           std::string_view("/._-+@~% '()").find(static_cast<char>(c)) != std::string_view::npos;
  });
}

}  // namespace

Toolchain Toolchain::load(const std::filesystem::path& file) {
  const auto text = read_file(file, std::size_t{1} << 20);
  const Json json = parse_json(text.value_or(""));
  Toolchain toolchain;
  static_cast<Flags&>(toolchain) = flags_at(json);
  toolchain.compiler = string_or(json, "compiler");
  toolchain.assembler = string_or(json, "assembler");
  for (const auto& [family, flags] : object_at(json, "families").items()) {
    toolchain.families[family] = flags_at(flags);
  }
  const Json& judge = object_at(json, "judge");
  toolchain.judge = {string_or(judge, "compiler"),       string_or(judge, "linker"),
                     string_or(judge, "objcopy"),        string_or(judge, "objdump"),
                     strings_at(judge, "compile_flags"), string_or(judge, "script"),
                     strings_at(judge, "global_names")};
  toolchain.controlled = member_at(json, "controlled") != false;
  toolchain.runtime = string_or(json, "runtime");
  toolchain.source_dir = string_or(json, "source_dir");
  toolchain.build_dir = string_or(json, "build_dir");
  toolchain.version = string_or(json, "version", "0");
  toolchain.file = file;
  if (toolchain.compiler.empty() || toolchain.source_dir.empty()) {
    throw InternalError(
        fmt::format("{} is {}. Start the command as grader/kata, which builds "
                    "what is missing",
                    file.string(), text ? "broken" : "missing"));
  }
  for (const auto& path : {toolchain.source_dir, toolchain.build_dir}) {
    if (is_plain(path.string())) continue;
    throw InternalError(
        "the path " + path.string() +
        " holds characters that build tools do not get along with: move the checkout "
        "to a place with a plainer name");
  }
  return toolchain;
}

Toolchain Toolchain::native(const std::string& sanitizer) const {
  const Json json = parse_json(read_file(file, std::size_t{1} << 20).value_or(""));
  const Json& native = object_at(json, "native");
  const Json& flags = object_at(object_at(native, "sanitizers"), sanitizer.c_str());
  Toolchain toolchain = *this;
  toolchain.controlled = false;
  toolchain.compiler = string_or(native, "compiler");
  toolchain.runtime = string_or(native, "runtime");
  toolchain.diagnostic_flags = strings_at(native, "diagnostic_flags");
  toolchain.compile_flags = strings_at(flags, "compile_flags");
  toolchain.link_flags = strings_at(flags, "link_flags");
  if (toolchain.compiler.empty() || toolchain.compile_flags.empty()) {
    throw InternalError(fmt::format("{} says nothing of the native engine with sanitizer {}",
                                    file.string(), sanitizer));
  }
  return toolchain;
}

std::filesystem::path Toolchain::default_file() {
  // Tests, and builds that were installed elsewhere, say where.
  if (const char* named = getenv("KATA_TOOLCHAIN"); named != nullptr) return named;
  std::error_code error;
  const auto self = std::filesystem::read_symlink("/proc/self/exe", error);
  if (error) throw InternalError("cannot read /proc/self/exe: is /proc mounted?");
  return self.parent_path().parent_path() / "toolchain.json";
}

}  // namespace grader::compile
