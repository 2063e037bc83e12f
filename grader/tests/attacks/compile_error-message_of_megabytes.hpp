// SPDX-License-Identifier: MIT
// An error of the compiler's that quotes half a megabyte.
#define LINE "all work and no play makes the report a very long report indeed. "
#define EIGHT LINE LINE LINE LINE LINE LINE LINE LINE
#define MANY EIGHT EIGHT EIGHT EIGHT EIGHT EIGHT EIGHT EIGHT
#define MORE MANY MANY MANY MANY MANY MANY MANY MANY
static_assert(false,
              MORE MORE MORE MORE MORE MORE MORE MORE MORE MORE MORE MORE MORE MORE MORE MORE);

class FooBar {};
