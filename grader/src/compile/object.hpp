// SPDX-License-Identifier: MIT
// Looks into the object file that an answer was compiled to, before it is linked with the judge.
#pragma once

#include <string>
#include <string_view>

namespace grader::compile {

/// Returns the first function or variable that `object` (ELF, 64 bits) takes from outside and that
/// is_permitted() does not name; "" if there is none. A name that nothing defines may be among
/// them: the linker reports it better.
std::string unpermitted_in(std::string_view object);

/// Returns the first section that is not one of those that compilers make of plain C++: code
/// elsewhere than in .text, tables for the loader, sections under the judge's names. "" if there is
/// none.
std::string odd_section_in(std::string_view object);

}  // namespace grader::compile
