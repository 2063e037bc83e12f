// SPDX-License-Identifier: MIT
// explore:
# 1 "before.c"
extern int puts(const char*);
int main(void) { return puts("no header is read") < 0; }
