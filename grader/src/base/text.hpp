// SPDX-License-Identifier: MIT
// Small pure functions over text: UTF-8 that can be trusted, widths, wrapping, quoting, and which
// known word a mistyped one is nearest to.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace grader {

/// `text` with every byte that is not part of well-formed UTF-8 replaced by U+FFFD.
std::string valid_utf8(std::string_view text);

/// Fit for a terminal: valid UTF-8, control characters shown as \xNN (so that a submission cannot
/// move the cursor), tabs as spaces. Newlines stay only if `keep_newlines`.
std::string printable(std::string_view text, bool keep_newlines = false);

/// Columns that valid UTF-8 takes, every code point counted as one.
std::size_t width_of(std::string_view text);

/// `text` padded with spaces, or cut with an ellipsis, to exactly `width` columns.
std::string fit(std::string_view text, std::size_t width);
/// `text` cut with an ellipsis to at most `width` columns.
std::string cut(std::string_view text, std::size_t width);

/// Lines of at most `width` columns, broken at spaces, each begun with `indent`.
std::string wrap(std::string_view text, std::size_t width, std::string_view indent);

/// Without blanks at both ends.
std::string_view trim(std::string_view text);

/// Where `word` stands as a word of its own in `text`, from `from` on; npos if nowhere.
std::size_t find_word(std::string_view text, std::string_view word, std::size_t from = 0);

std::vector<std::string_view> split_lines(std::string_view text);

/// As a word that a POSIX shell reads back unchanged; quoted only where needed.
std::string shell_quote(std::string_view word);

/// Insertions, deletions, replacements and swaps of neighbours that turn a into b
/// (optimal string alignment).
std::size_t edit_distance(std::string_view a, std::string_view b);

/// At most three of `known` that a person may have meant by `word`, nearest first.
std::vector<std::string> nearest(std::string_view word, const std::vector<std::string>& known);

}  // namespace grader
