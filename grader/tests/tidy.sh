#!/bin/bash
# SPDX-License-Identifier: MIT
# Runs clang-tidy (.clang-tidy) over the sources that differ from a git revision.
# usage: grader/tests/tidy.sh [BASE]     default: origin/main; `--all` for every source
# Needs a configured build/ and the package clang-tidy. Exit status 1: clang-tidy has findings.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.."
base=${1-origin/main}
build=build/tidy
mkdir -p "$build"
command -v clang-tidy >/dev/null || { echo "no clang-tidy: apt install clang-tidy" >&2; exit 3; }
[[ -e build/compile_commands.json ]] || { echo "first: cmake --preset default" >&2; exit 3; }

# clang cannot read g++'s precompiled header, which lies beside the header that it is made of.
pch=build/grader/CMakeFiles/grader_base.dir/cmake_pch.hxx
[[ ! -e $pch ]] || cp "$pch" "$build/pch.hpp"
sed -E "s# -include [^ ]*/cmake_pch.hxx# -include $PWD/$build/pch.hpp#; s# -Winvalid-pch##;
        s# -flto=auto -ffat-lto-objects##" build/compile_commands.json >"$build/compile_commands.json"

if [[ $base == --all ]]; then
  changed() { git ls-files -- '*.cpp'; }
else
  changed() {
    git diff --name-only --diff-filter=d "$(git merge-base "$base" HEAD)" -- '*.cpp'
    git ls-files --others --exclude-standard -- '*.cpp'
  }
fi
# Only what this build compiles: answers and filed programs are wrong on purpose.
files=()
while IFS= read -r file; do
  grep -qF "\"$PWD/$file\"" "$build/compile_commands.json" && files+=("$file")
done < <(changed)
((${#files[@]})) || { echo "nothing to check"; exit 0; }

echo "checking ${#files[@]} files"
printf '%s\0' "${files[@]}" |
  xargs -0 -n 1 -P "$(nproc)" clang-tidy --quiet -p "$build" --extra-arg=-Wno-unknown-warning-option 2>/dev/null ||
  exit 1
