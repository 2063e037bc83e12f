// SPDX-License-Identifier: MIT
// Names of sections and symbols that a source gives as texts. g++ writes them to the assembler as
// they are, so a text with a line break in it is code.
#pragma once

#include <string>
#include <string_view>

namespace grader::compile {

/// Returns whether `source` could hold such a text; most cannot, and need not be preprocessed.
bool may_give_names(std::string_view source);

/// Returns the first text in `preprocessed` source that is given as a name and is none; empty if
/// there is none. The texts of permitted assembly are none of those.
std::string odd_name_in(std::string_view preprocessed);

}  // namespace grader::compile
